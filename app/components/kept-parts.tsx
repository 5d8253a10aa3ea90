import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Speech, SpeechProvider } from './words.tsx';

/** Parts of pages by what they show, about ten kilobytes each; when there are too many, all are made anew. */
const kept = new Map<object, Map<string, Buffer[]>>();
const most = 1500;
let count = 0;

/** The bytes of a part, with room for an address between its pieces. `of` and `key` say all it depends on. */
export function keptPart(of: object, key: string, speech: Speech, draw: (url: string) => ReactNode): Buffer[] {
  const known = kept.get(of)?.get(key);
  if (known) return known;
  if (count >= most) {
    kept.clear();
    count = 0;
  }
  const html = renderToStaticMarkup(<SpeechProvider value={speech}>{draw(addressPlace)}</SpeechProvider>);
  const part = html.split(addressPlace).map((piece) => Buffer.from(piece));
  kept.set(of, (kept.get(of) ?? new Map()).set(key, part));
  count += 1;
  return part;
}

/** Stands where the address will stand. */
const addressPlace = '/-address-of-this-workplace-';
