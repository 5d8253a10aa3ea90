import { createContext, useContext } from 'react';
import type { Language } from '#app/domain/checklist.ts';
import { type Translate, type Words, wordsFor } from '#app/domain/words.ts';

export type Speech = {
  language: Language;
  t: Translate;
  words: Words;
  /** Words that were said so far while the page was rendered; empty in the browser. */
  said: ReadonlySet<string>;
};

const SpeechContext = createContext<Speech>({
  language: 'nl',
  t: (key) => key,
  words: {},
  said: new Set(),
});
export const SpeechProvider = SpeechContext.Provider;

/** The reader's language and the words of the interface in it. */
export const useWords = (): Speech => useContext(SpeechContext);

/**
 * The words this page's script needs, as data in the page: those that were said while it was rendered, and those the
 * script may say later (`later`, prefixes of keys). Stands after everything else, so that all has been said.
 */
export const WordsForScript = ({ later }: { later: string[] }) => {
  const { words, said } = useWords();
  const inBrowser = typeof document !== 'undefined';
  const needed = inBrowser
    ? words
    : wordsFor(words, (key) => said.has(key) || later.some((one) => key.startsWith(one)));
  return (
    <script
      type="application/json"
      id="words"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, with < escaped
      dangerouslySetInnerHTML={{ __html: JSON.stringify(needed).replaceAll('<', '\\u003c') }}
    />
  );
};
