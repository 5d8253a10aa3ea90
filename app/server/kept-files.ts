import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Encoding } from './compressed.ts';

/** A built file as it is sent. */
export type KeptFile = { headers: Record<string, string>; body: Buffer };

/** What is built for browsers, and whether it gets smaller by being compressed. */
export const kinds: Record<string, { type: string; shrinks: boolean }> = {
  '.js': { type: 'text/javascript; charset=utf-8', shrinks: true },
  '.css': { type: 'text/css; charset=utf-8', shrinks: true },
  '.svg': { type: 'image/svg+xml; charset=utf-8', shrinks: true },
  '.png': { type: 'image/png', shrinks: false },
  '.woff2': { type: 'font/woff2', shrinks: false },
};

/**
 * The built files by their address, each read when it is first asked for; the build compressed them. Names in /assets
 * carry a fingerprint of what is in them, so those may be kept for ever.
 */
export function keepFiles(folder: string): (pathname: string, encoding: Encoding) => KeptFile | null {
  const names = new Set(
    readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll('\\', '/')}`),
  );
  const kept = new Map<string, KeptFile>();
  return (pathname, accepted) => {
    const kind = kinds[extname(pathname)];
    if (!kind || !names.has(pathname)) return null;
    const encoding = names.has(`${pathname}.${accepted}`) ? accepted : 'identity';
    const known = kept.get(`${encoding} ${pathname}`);
    if (known) return known;
    const bytes = read(join(folder, encoding === 'identity' ? pathname : `${pathname}.${encoding}`));
    if (!bytes) return null;
    const file = fileOf(bytes, pathname, kind, encoding);
    kept.set(`${encoding} ${pathname}`, file);
    return file;
  };
}

/** Nothing, when a new build took the file away under a running server. */
function read(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/**
 * Seconds. A font that comes late is left out for that page, so whoever has it does not ask again; another font
 * gets another name.
 */
function keptFor(pathname: string): string {
  if (pathname.startsWith('/assets/')) return '31536000, immutable';
  return pathname.startsWith('/fonts/') ? '2592000' : '3600';
}

function fileOf(
  bytes: Buffer,
  pathname: string,
  { type, shrinks }: { type: string; shrinks: boolean },
  encoding: Encoding,
) {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 20);
  return {
    headers: {
      'Content-Type': type,
      'Cache-Control': `public, max-age=${keptFor(pathname)}`,
      ETag: `"${hash}-${encoding}"`,
      ...(shrinks ? { Vary: 'Accept-Encoding' } : {}),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
    body: bytes,
  };
}
