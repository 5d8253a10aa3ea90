import { createContext, useContext } from 'react';
import type { Language } from '#app/domain/checklist.ts';
import type { Translate, Words } from '#app/domain/words.ts';

export type Speech = { language: Language; t: Translate; words: Words };

const SpeechContext = createContext<Speech>({ language: 'nl', t: (key) => key, words: {} });
export const SpeechProvider = SpeechContext.Provider;

/** The reader's language and the words of the interface in it. */
export const useWords = (): Speech => useContext(SpeechContext);
