import { createHash } from 'node:crypto';
import { type Logo, type LogoMime, largestLogo, logoPixels } from '#app/domain/logo.ts';
import { cleanSvg } from './svg.server.ts';

/** A picture that was uploaded, cleaned; or why not, as a key of interface words. */
export type ReadLogo = { ok: true; logo: Logo } | { ok: false; error: string };

const mimes: Record<string, LogoMime> = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' };

/** Reads a picture by what it holds, whatever it is called; `owner` makes the fingerprint this federation's own. */
export async function readLogo(owner: string, source: Uint8Array): Promise<ReadLogo> {
  if (source.byteLength > largestLogo) return { ok: false, error: 'edition-error.logo-large' };
  const size = await sizeOf(source);
  const mime = mimes[size?.type ?? ''];
  if (!size || !mime) return { ok: false, error: 'edition-error.logo' };
  if (mime !== 'image/svg+xml' && !fits(size)) return { ok: false, error: 'edition-error.logo-pixels' };
  const body = mime === 'image/svg+xml' ? await cleanSvg(Buffer.from(source).toString('utf8')) : Buffer.from(source);
  if (!body) return { ok: false, error: 'edition-error.logo' };
  const id = createHash('sha256').update(owner).update('\0').update(body).digest('hex');
  return { ok: true, logo: { id, mime, body: Buffer.from(body).toString('base64') } };
}

async function sizeOf(source: Uint8Array) {
  const { imageSize } = await import('image-size');
  try {
    return imageSize(source);
  } catch {
    // It throws for whatever is no picture.
    return null;
  }
}

const fits = ({ width, height }: { width: number; height: number }): boolean =>
  [width, height].every((side) => side >= logoPixels.least && side <= logoPixels.most);
