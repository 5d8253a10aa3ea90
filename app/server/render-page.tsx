import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { FragmentProvider, type Fragments } from '#app/components/kept.tsx';
import { NonceProvider } from '#app/components/nonce.ts';
import { type Speech, SpeechProvider } from '#app/components/words.tsx';
import type { Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import type { Services } from '#app/web/services.ts';
import { markOf, type Part, pageBytes } from './page-bytes.ts';

type Page = { context: EntryContext; url: string; language: Language; services: Services; nonce: string };

/** A page as React draws it, with the words of its language. */
export const pageOf = ({ context, url, language, services, nonce }: Page): ReactElement => (
  <NonceProvider value={nonce}>
    <SpeechProvider value={speechOf(services, language)}>
      <RemixServer context={context} url={url} nonce={nonce} />
    </SpeechProvider>
  </NonceProvider>
);

/**
 * A page that waits for nothing and does not hydrate, as bytes that the next page overwrites. Parts that are alike
 * everywhere are made once.
 */
export function renderPage(page: Page): Buffer {
  const parts: { part: Part; url: string }[] = [];
  const fragments: Fragments = (of, key, url, speech, draw) => {
    parts.push({ part: keptPart(of, key, speech, draw), url });
    return markOf(parts.length - 1);
  };
  const text = renderToString(<FragmentProvider value={fragments}>{pageOf(page)}</FragmentProvider>);
  return pageBytes(`<!DOCTYPE html>${text}`, parts);
}

/** Speaks the language and remembers what was said, so that a page's script gets the same words. */
function speechOf({ translate, words }: Services, language: Language): Speech {
  const said = new Set<string>();
  const t: Translate = (key, values) => {
    said.add(key);
    return translate[language](key, values);
  };
  return { language, t, words: words[language], said };
}

/** Parts of pages by what they show, about ten kilobytes each; when there are too many, all are made anew. */
const kept = new Map<object, Map<string, Part>>();
const most = 1500;
let count = 0;

function keptPart(of: object, key: string, speech: Speech, draw: (url: string) => ReactNode): Part {
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
