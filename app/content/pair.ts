import type { z } from 'zod';
import { type Language, languages } from '#app/domain/checklist.ts';
import { type Mistake, mistakesAt, type Problem, type Read, readYaml, together, type YamlFile } from './yaml-file.ts';

type Translation = Exclude<Language, 'nl'>;
const translations = languages.filter((language): language is Translation => language !== 'nl');

/** A Dutch file, and the file with its words in every other language. */
export type Pair<D, W> = { nl: YamlFile<D>; words: Record<Translation, YamlFile<W>> };

/** Reads `name`.yaml and each `name`.<language>.yaml; `name` is their path from `root`. */
export function readPair<D extends z.ZodType, W extends z.ZodType>(
  root: string,
  name: string,
  dutch: D,
  words: W,
): Read<Pair<z.output<D>, z.output<W>>> {
  return together({
    nl: readYaml(root, `${name}.yaml`, dutch),
    words: together(forTranslations((language) => readYaml(root, `${name}.${language}.yaml`, words))),
  });
}

/** What `compare` finds in each translation, with the lines of that translation. */
export const compareWords = <D, W>({ nl, words }: Pair<D, W>, compare: (nl: D, words: W) => Mistake[]): Problem[] =>
  translations.flatMap((language) => mistakesAt(words[language], compare(nl.data, words[language].data)));

/** Something in every language: in Dutch as it is, elsewhere as `join` makes it with the words of that language. */
export const inEveryLanguage = <T, W>(
  nl: T,
  words: Pair<unknown, W>['words'],
  join: (nl: T, words: W) => T,
): Record<Language, T> => ({ nl, ...forTranslations((language) => join(nl, words[language].data)) });

const forTranslations = <T>(make: (language: Translation) => T) =>
  Object.fromEntries(translations.map((language) => [language, make(language)])) as Record<Translation, T>;
