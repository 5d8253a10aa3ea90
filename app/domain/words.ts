import type { Language } from './checklist.ts';

export type Values = Record<string, string | number>;
/** Interface words of one language: key to text with {holes}; plural forms end in _one and _other. */
export type Words = Record<string, string>;
/** The text of a key; `count` among the values picks the plural form. An unknown key gives the key itself. */
export type Translate = (key: string, values?: Values) => string;

/** The translation function of one language. */
export function translator(language: Language, words: Words): Translate {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const text = words[key] ?? words[`${key}_${plural.select(Number(values.count))}`] ?? words[`${key}_other`] ?? key;
    return fill(text, values);
  };
}

const fill = (text: string, values: Values) =>
  text.includes('{') ? text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole)) : text;

/** Only the words whose key, without its plural ending, is needed: what a page sends to the browser. */
export const wordsFor = (words: Words, isNeeded: (key: string) => boolean): Words =>
  Object.fromEntries(Object.entries(words).filter(([key]) => isNeeded(key.replace(/_(one|other)$/, ''))));
