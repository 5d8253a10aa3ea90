import type { EditionContent, EditionItem, EditionRemedy, Texts } from './edition.ts';
import { editionLimits, readEdition } from './edition-input.ts';
import type { Values } from './words.ts';

/** What an edition can take from a survey from elsewhere. */
export type Survey = Pick<EditionContent, 'languages' | 'name' | 'intro' | 'items' | 'remedies'>;

/** Items, by id, that stand together in the file, in its order, under a title that may be empty. */
export type SurveyChapter = { title: Texts; items: string[] };

/** One chapter for each run of items under the same title. */
export function chaptersOf(items: readonly { id: string; chapter: Texts }[]): SurveyChapter[] {
  const chapters: SurveyChapter[] = [];
  for (const { id, chapter } of items) {
    const last = chapters.at(-1);
    if (last?.title === chapter) last.items.push(id);
    else chapters.push({ title: chapter, items: [id] });
  }
  return chapters;
}

/** The items by chapter; those in none, or in a chapter of nobody, stand last without a title. */
export function inChapters<T extends { id: string }>(items: readonly T[], chapters: readonly SurveyChapter[]) {
  const left = new Map(items.map((one) => [one.id, one]));
  const take = (id: string): T[] => {
    const one = left.get(id);
    left.delete(id);
    return one ? [one] : [];
  };
  const taken = chapters.map(({ title, items: ids }) => ({ title, items: ids.flatMap(take) }));
  return [...taken, { title: {}, items: [...left.values()] }].filter((one) => one.items.length > 0);
}

/** Ids of the items and the remedies that somebody takes. */
export type Chosen = { items: readonly string[]; remedies: readonly string[] };

/** The draft that comes of a choice, or why it cannot be: a key of interface words with its holes. */
export type Taken = { ok: true; draft: EditionContent } | { ok: false; message: string; values: Values };

/** The draft with what was chosen behind its own; refused when that is nothing, or more than an edition holds. */
export function takeChosen(draft: EditionContent, survey: Survey, chosen: Chosen): Taken {
  const { items, remedies } = broughtBy(survey, chosen);
  const room = roomIn(draft);
  if (items.length + remedies.length === 0) return refused('none');
  if (items.length > room.items) return refused('many-items', { count: items.length, most: room.items });
  if (remedies.length > room.remedies) return refused('many-remedies', { count: remedies.length, most: room.remedies });
  const read = readEdition(withChosen(draft, survey, chosen));
  return read.success ? { ok: true, draft: read.data } : refused('damaged');
}

const refused = (why: string, values: Values = {}): Taken => ({ ok: false, message: `survey-choice.${why}`, values });

/** How many more items and remedies fit in a draft. */
export const roomIn = ({ items, remedies }: EditionContent) => ({
  items: Math.max(0, editionLimits.items - items.length),
  remedies: Math.max(0, editionLimits.remedies - remedies.length),
});

/** Remedies that belong to no item of the survey: they are chosen by themselves. */
export function looseRemedies({ items, remedies }: Pick<Survey, 'items' | 'remedies'>): EditionRemedy[] {
  const used = new Set(items.flatMap((item) => item.remedies));
  return remedies.filter(({ id }) => !used.has(id));
}

/**
 * A draft with the chosen items of a survey behind its own, and their chosen remedies. Ids that are taken in the draft
 * get a number. A name and an intro come along only where the draft has none, and the languages of the survey only where
 * its texts would be seen in none of those of the draft.
 */
export function withChosen(draft: EditionContent, survey: Survey, chosen: Chosen): EditionContent {
  const { items, remedies } = broughtBy(survey, chosen);
  const itemIds = freeIds(items, draft.items);
  const remedyIds = freeIds(remedies, draft.remedies);
  return {
    ...draft,
    languages: isReadable(draft, survey) ? draft.languages : [...draft.languages, ...survey.languages],
    name: isEmpty(draft.name) ? survey.name : draft.name,
    intro: isEmpty(draft.intro) ? survey.intro : draft.intro,
    items: [...draft.items, ...items.map((item) => renamedItem(item, itemIds, remedyIds))],
    remedies: [...draft.remedies, ...remedies.map((one) => ({ ...one, id: remedyIds.get(one.id) ?? one.id }))],
  };
}

/** Whether the draft offers a language in which the survey says anything. */
export const isReadable = (draft: Pick<EditionContent, 'languages'>, survey: Pick<Survey, 'languages'>): boolean =>
  survey.languages.some((one) => draft.languages.includes(one));

/** The chosen items, each with only its chosen remedies; and the chosen remedies of those items or of none at all. */
function broughtBy(survey: Survey, chosen: Chosen): Pick<Survey, 'items' | 'remedies'> {
  const left = new Set(survey.remedies.map(({ id }) => id).filter((id) => !chosen.remedies.includes(id)));
  const items = survey.items
    .filter(({ id }) => chosen.items.includes(id))
    .map((item) => ({ ...item, remedies: item.remedies.filter((id) => !left.has(id)) }));
  const wanted = new Set([...items.flatMap((item) => item.remedies), ...looseRemedies(survey).map(({ id }) => id)]);
  return { items, remedies: survey.remedies.filter(({ id }) => wanted.has(id) && !left.has(id)) };
}

type HasId = Pick<EditionItem | EditionRemedy, 'id'>;

/** For each newcomer an id that nobody in the draft has. */
function freeIds(newcomers: readonly HasId[], present: readonly HasId[]): Map<string, string> {
  const taken = new Set([...present, ...newcomers].map(({ id }) => id));
  const inDraft = new Set(present.map(({ id }) => id));
  return new Map(
    newcomers.map(({ id }) => {
      let free = id;
      for (let number = 2; inDraft.has(id) && taken.has(free); number++) free = `${id}-${number}`;
      taken.add(free);
      return [id, free];
    }),
  );
}

const renamedItem = (item: EditionItem, items: Map<string, string>, remedies: Map<string, string>): EditionItem => ({
  ...item,
  id: items.get(item.id) ?? item.id,
  remedies: item.remedies.map((id) => remedies.get(id) ?? id),
});

const isEmpty = (texts: object): boolean => Object.values(texts).every((text) => text === '');
