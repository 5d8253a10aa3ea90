import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '#app/domain/checklist.ts';
import type { Words } from '#app/domain/words.ts';

/** All interface words per language: the files of content/interface/<language>/ together. */
export function readWords(root: string): Record<Language, Words> {
  return Object.fromEntries(
    languages.map((language) => [language, wordsIn(`${root}/content/interface/${language}`)]),
  ) as Record<Language, Words>;
}

const wordsIn = (folder: string): Words =>
  Object.assign(
    {},
    ...readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Words),
  );
