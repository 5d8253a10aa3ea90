import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { FragmentProvider, type Fragments } from '#app/components/kept.tsx';
import { NonceProvider } from '#app/components/nonce.ts';
import { type Speech, SpeechProvider } from '#app/components/words.tsx';
import type { Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import type { Services } from '#app/web/services.ts';

type Page = { context: EntryContext; url: string; language: Language; services: Services; nonce: string };

/** A page as React draws it, with the words of its language. */
export const pageOf = ({ context, url, language, services, nonce }: Page): ReactElement => (
  <NonceProvider value={nonce}>
    <SpeechProvider value={speechOf(services, language)}>
      <RemixServer context={context} url={url} nonce={nonce} />
    </SpeechProvider>
  </NonceProvider>
);

/** The text of a page that waits for nothing and does not hydrate; parts that are alike everywhere are made once. */
export const renderPage = (page: Page): string =>
  `<!DOCTYPE html>${renderToString(<FragmentProvider value={fragments}>{pageOf(page)}</FragmentProvider>)}`;

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
const made = new Map<object, Map<string, string>>();
const most = 1500;
let count = 0;

const fragments: Fragments = (of, key, speech, draw) => {
  const known = made.get(of)?.get(key);
  if (known !== undefined) return known;
  if (count >= most) {
    made.clear();
    count = 0;
  }
  const html = renderToStaticMarkup(<SpeechProvider value={speech}>{draw()}</SpeechProvider>);
  const ofThis = made.get(of) ?? new Map<string, string>();
  made.set(of, ofThis.set(key, html));
  count += 1;
  return html;
};
