import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** How well against how fast: for one reader, for whoever asks in an hour, or at build time for everybody. */
type Effort = 'quick' | 'often' | 'best';

const efforts = { quick: { br: 1, gzip: 3 }, often: { br: 9, gzip: 9 }, best: { br: 11, gzip: 9 } } as const;

/** The best encoding that a reader takes; of two with the same weight the smaller bytes. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  const known = chosen.get(accepted);
  if (known) return known;
  const found = (['br', 'gzip'] as const).find((one) => takes(accepted, one)) ?? 'identity';
  // Browsers send a handful of different lines; whoever makes up more is read anew each time.
  if (chosen.size < 100) chosen.set(accepted, found);
  return found;
}

const chosen = new Map<string, Encoding>();

const takes = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((one) => {
    const [name = '', weight = 'q=1'] = one.split(';').map((part) => part.trim());
    return name.toLowerCase() === encoding && !/^q=0(\.0*)?$/.test(weight);
  });

/** The whole body at once: streaming it costs several times as much and gives more bytes. */
export function compress(body: Buffer, encoding: Encoding, effort: Effort): Buffer {
  if (encoding === 'br') return brotliCompressSync(body, brotli(effort, body.length));
  if (encoding === 'gzip') return gzipSync(body, { level: efforts[effort].gzip });
  return body;
}

const brotli = (effort: Effort, size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: efforts[effort].br,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
});
