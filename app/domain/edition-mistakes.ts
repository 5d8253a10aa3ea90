import { contrastOn, leastContrast } from './accent.ts';
import type { Checklist, Language } from './checklist.ts';
import type { EditionContent } from './edition.ts';
import { editionLimits } from './edition-input.ts';
import { type EditionPath, type PlacedTexts, textsOf } from './edition-texts.ts';
import { hardestReading, longestSentence, readingIndex, wordsInLongestSentence } from './plain-words.ts';
import type { Values } from './words.ts';

/**
 * Something to mend in an edition: where, and what as a key of interface words with its holes. What `stops` keeps it
 * from being published; the rest is advice.
 */
export type EditionMistake = { path: EditionPath; message: string; values: Values; stops: boolean };

/** Everything that is wrong with an edition over this checklist, in the order in which it is written. */
export const editionMistakes = (content: EditionContent, checklist: Checklist): EditionMistake[] => [
  ...textsOf(content).flatMap((one) => textMistakes(one, content.languages)),
  ...accentMistakes(content),
  ...hiddenMistakes(content, checklist),
  ...itemMistakes(content, checklist),
  ...remedyMistakes(content, checklist),
  ...instrumentMistakes(content),
  ...contactMistakes(content),
  ...idMistakes(content, checklist),
];

export const isPublishable = (mistakes: EditionMistake[]): boolean => !mistakes.some(({ stops }) => stops);

const stop = (path: EditionPath, message: string, values: Values = {}): EditionMistake => ({
  path,
  message: `edition-check.${message}`,
  values,
  stops: true,
});
const advice = (path: EditionPath, message: string, values: Values = {}): EditionMistake => ({
  ...stop(path, message, values),
  stops: false,
});

/** A text is there in every language that is offered, and reads easily in each. */
const textMistakes = ({ path, texts }: PlacedTexts, languages: Language[]): EditionMistake[] =>
  languages.flatMap((language) => {
    const text = texts[language]?.trim() ?? '';
    const at = [...path, language];
    return text === '' ? [stop(at, missingAt(path), { language })] : readingMistakes(at, text);
  });

const missingAt = (path: EditionPath): string => (path.at(-1) === 'source' ? 'no-source' : 'missing');

function readingMistakes(path: EditionPath, text: string): EditionMistake[] {
  const words = wordsInLongestSentence(text);
  const index = readingIndex(text) ?? 0;
  return [
    ...(words > longestSentence ? [advice(path, 'long-sentence', { words, most: longestSentence })] : []),
    ...(index > hardestReading ? [advice(path, 'hard', { index, most: hardestReading })] : []),
  ];
}

/** In the dark a lighter tone of it is used, so only the light ground can refuse a colour. */
function accentMistakes({ accent }: EditionContent): EditionMistake[] {
  const ratio = accent ? contrastOn('light', accent) : leastContrast;
  return ratio >= leastContrast
    ? []
    : [stop(['accent'], 'accent-light', { ratio: (Math.floor(ratio * 10) / 10).toFixed(1), least: leastContrast })];
}

function hiddenMistakes({ hidden }: EditionContent, { items }: Checklist): EditionMistake[] {
  const each = hidden.flatMap((id, at) => {
    const item = items.find((one) => one.id === id);
    if (!item) return [stop(['hidden', at], 'dangling', { id })];
    return item.hideable ? [] : [stop(['hidden', at], 'not-hideable', { id, title: item.title })];
  });
  return hidden.length > editionLimits.hidden
    ? [stop(['hidden'], 'too-many-hidden', { most: editionLimits.hidden }), ...each]
    : each;
}

function itemMistakes({ items, remedies }: EditionContent, checklist: Checklist): EditionMistake[] {
  const known = idsOf([...remedies, ...checklist.remedies]);
  return items.flatMap((item, at) => [
    ...(item.remedies.length === 0 ? [stop(['items', at, 'remedies'], 'no-remedy')] : []),
    ...dangling(item.remedies, known, ['items', at, 'remedies']),
  ]);
}

function remedyMistakes({ items, remedies, instruments, hidden }: EditionContent, checklist: Checklist) {
  const knownInstruments = idsOf([...instruments, ...checklist.instruments]);
  const shown = idsOf(checklist.items.filter(({ id }) => !hidden.includes(id)));
  return remedies.flatMap((remedy, at) => [
    ...dangling(remedy.instruments, knownInstruments, ['remedies', at, 'instruments']),
    ...dangling(remedy.helps, shown, ['remedies', at, 'helps']),
    ...(remedy.helps.length === 0 && !items.some((item) => item.remedies.includes(remedy.id))
      ? [advice(['remedies', at], 'unused-remedy')]
      : []),
  ]);
}

const instrumentMistakes = ({ remedies, instruments }: EditionContent): EditionMistake[] =>
  instruments.flatMap(({ id, checked }, at) => [
    ...(checked === '' ? [stop(['instruments', at, 'checked'], 'no-day')] : []),
    ...(remedies.some((one) => one.instruments.includes(id)) ? [] : [advice(['instruments', at], 'unused-instrument')]),
  ]);

const contactMistakes = ({ contacts }: EditionContent): EditionMistake[] =>
  contacts.flatMap(({ email, phone }, at) =>
    email === '' && phone === '' ? [stop(['contacts', at, 'email'], 'no-way-to-reach')] : [],
  );

/** Own ids are told apart from each other and from those of the checklist. */
function idMistakes(content: EditionContent, checklist: Checklist): EditionMistake[] {
  const lists = [
    ['items', content.items, checklist.items],
    ['remedies', content.remedies, checklist.remedies],
    ['instruments', content.instruments, checklist.instruments],
    ['contacts', content.contacts, []],
  ] as const;
  return lists.flatMap(([part, own, core]) =>
    own.flatMap(({ id }, at) => {
      const isCore = core.some((one) => one.id === id);
      const isSecond = own.findIndex((one) => one.id === id) < at;
      return isCore || isSecond ? [stop([part, at, 'id'], isCore ? 'core-id' : 'own-id-twice', { id })] : [];
    }),
  );
}

const dangling = (ids: readonly string[], known: Set<string>, path: EditionPath): EditionMistake[] =>
  ids.flatMap((id, at) => (known.has(id) ? [] : [stop([...path, at], 'dangling', { id })]));

const idsOf = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
