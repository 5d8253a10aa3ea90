import { createHash } from 'node:crypto';
import { lastFigureNight } from '#app/data/figure.server.ts';
import type { RouteHandle } from '#app/web/route-handle.ts';
import type { Services } from '#app/web/services.ts';
import { compress, type Encoding } from './compressed.ts';

/** A public page as it is sent. */
export type KeptPage = { etag: string; body: Buffer };

type Made = { until: string; body: Buffer; hash: string; encoded: Map<Encoding, KeptPage> };

/** Pages kept at once: every public page in every language has room many times over. */
const most = 300;

/**
 * Public pages in memory, compressed once. A page is made anew when what it shows can have changed: every hour, because some
 * tell which day it is, and pages of figures within a second after the database holds a newer night, whichever process
 * made it.
 */
export function keepPages(services: Services) {
  const pages = new Map<string, Made>();
  const lastNight = askedOnceASecond(() => lastFigureNight(services.store));
  return async function keep(
    url: string,
    kind: NonNullable<RouteHandle['kept']>,
    encoding: Encoding,
    make: () => Promise<Buffer | null>,
  ): Promise<KeptPage | null> {
    const hour = hourOf(services);
    const until = kind === 'figures' ? `${hour}-${await lastNight()}` : String(hour);
    const known = pages.get(url);
    if (known?.until === until) return encoded(known, encoding);
    const body = await make();
    if (body === null) return null;
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 20);
    if (pages.size >= most) pages.clear();
    const page: Made = { until, body, hash, encoded: new Map() };
    pages.set(url, page);
    return encoded(page, encoding);
  };
}

export const hourOf = ({ now }: Pick<Services, 'now'>): number => Math.floor(now().getTime() / 3_600_000);

function encoded({ encoded, body, hash }: Made, encoding: Encoding): KeptPage {
  const known = encoded.get(encoding);
  if (known) return known;
  const page = { etag: `"${hash}-${encoding}"`, body: compress(body, encoding, 'often') };
  encoded.set(encoding, page);
  return page;
}

/** An answer is given again for a second; one that failed is not. */
function askedOnceASecond<T>(ask: () => Promise<T>): () => Promise<T> {
  let until = 0;
  let answer: Promise<T> | null = null;
  return () => {
    if (answer && performance.now() < until) return answer;
    until = performance.now() + 1000;
    answer = ask();
    answer.catch(() => {
      answer = null;
    });
    return answer;
  };
}
