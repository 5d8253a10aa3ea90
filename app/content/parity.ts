import type { ContextQuestion, Instrument } from '#app/domain/checklist.ts';
import type * as schema from './schemas.ts';
import type { Mistake, Path } from './yaml-file.ts';

/* Every Dutch text has its words in a translation, and all words in a translation are of a Dutch text. */

type HasId = { id: string };
type FileItem = schema.ChecklistFile['sections'][number]['items'][number];
type ItemWords = schema.ChecklistWords['items'][string];

export const listParity = (nl: HasId[], words: Record<string, unknown>): Mistake[] => entries(nl, words, []);

export const instrumentParity = (nl: Instrument[], words: schema.InstrumentsWords): Mistake[] =>
  entries(nl, words, [], (one, own, path) => [
    ...equallyMany(one.conditions, own.conditions, [...path, 'conditions']),
    ...equallyMany(one.amounts, own.amounts, [...path, 'amounts']),
    ...bothOrNone(one.caution, own.caution, [...path, 'caution']),
  ]);

export const contextParity = (nl: schema.ContextFile, words: schema.ContextWords): Mistake[] => [
  ...question(nl.size, words.size, ['size']),
  ...question(nl.place, words.place, ['place']),
  ...question(nl.shifts, words.shifts, ['shifts']),
];

export const checklistParity = (nl: schema.ChecklistFile, words: schema.ChecklistWords): Mistake[] => [
  ...question(nl.context.subSector, words.context.subSector, ['context', 'subSector']),
  ...question(nl.context.targetJob, words.context.targetJob, ['context', 'targetJob']),
  ...entries(
    nl.sections.flatMap((section) => section.items),
    words.items,
    ['items'],
    item,
  ),
  ...entries(nl.contradictions, words.contradictions, ['contradictions']),
  ...entries(nl.moves, words.moves, ['moves']),
];

/** Words under an id that Dutch does not have. */
export const leftOver = (nl: HasId[], words: Record<string, unknown>, path: Path = []): Mistake[] =>
  Object.keys(words)
    .filter((id) => !nl.some((one) => one.id === id))
    .map((id) => mistake([...path, id], 'Dutch has no such id'));

const item = (nl: FileItem, words: ItemWords, path: Path): Mistake[] => [
  ...bothOrNone(nl.legal, words.legal, [...path, 'legal']),
  ...entries(nl.naReasons, words.naReasons, [...path, 'naReasons']),
];

const question = (nl: ContextQuestion, words: schema.QuestionWords, path: Path): Mistake[] => [
  ...bothOrNone(nl.help, words.help, [...path, 'help']),
  ...entries(nl.options, words.options, [...path, 'options'], (one, own, at) =>
    bothOrNone(one.help, own.help, [...at, 'help']),
  ),
];

/** Ids without words, words without id, and what `compare` finds where there are both. */
export function entries<T extends HasId, W>(
  nl: T[],
  words: Record<string, W>,
  path: Path,
  compare: (nl: T, words: W, path: Path) => Mistake[] = () => [],
): Mistake[] {
  const found = nl.flatMap((one) => {
    const own = words[one.id];
    const at = [...path, one.id];
    return own ? compare(one, own, at) : [mistake(at, lacking)];
  });
  return [...found, ...leftOver(nl, words, path)];
}

const lacking = 'the words are missing';

function bothOrNone(nl: unknown, words: unknown, path: Path): Mistake[] {
  if (Boolean(nl) === Boolean(words)) return [];
  return [mistake(path, nl ? lacking : 'Dutch has no such text')];
}

const equallyMany = (nl: unknown[], words: unknown[], path: Path): Mistake[] =>
  nl.length === words.length ? [] : [mistake(path, `expected ${nl.length} texts, as in Dutch`)];

const mistake = (path: Path, message: string): Mistake => ({ path, message: `${path.join('.')}: ${message}` });
