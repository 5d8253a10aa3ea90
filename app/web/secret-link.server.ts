import type { StoredLink } from '#app/data/link.server.ts';
import { type QrCode, qrCode } from './qr.server.ts';
import type { Services } from './services.ts';

/** A link to hand over, in letters and to scan. */
export type HandedLink = { url: string; qr: QrCode };

/** Shows a link of one's own again; null when its secret is gone. `path` stands before the secret: /nl/share */
export function handedLink(
  { baseUrl, unseal }: Pick<Services, 'baseUrl' | 'unseal'>,
  link: Pick<StoredLink, 'sealed' | 'revokedAt'>,
  path: string,
): HandedLink | null {
  const token = link.sealed && !link.revokedAt ? unseal(link.sealed) : null;
  if (!token) return null;
  const url = `${baseUrl}${path}/${token}`;
  return { url, qr: qrCode(url) };
}
