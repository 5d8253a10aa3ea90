import type { EditionContent, EditionItem, EditionRemedy } from './edition.ts';

/**
 * A draft with the chosen items of a survey from elsewhere behind its own, and the remedies that they use. Ids that are
 * taken in the draft get a number. A name and an intro come along only where the draft has none.
 */
export function withChosen(draft: EditionContent, survey: EditionContent, chosen: readonly string[]): EditionContent {
  const items = survey.items.filter(({ id }) => chosen.includes(id));
  const used = new Set(items.flatMap((item) => item.remedies));
  const remedies = survey.remedies.filter(({ id }) => used.has(id));
  const itemIds = freeIds(items, draft.items);
  const remedyIds = freeIds(remedies, draft.remedies);
  return {
    ...draft,
    name: isEmpty(draft.name) ? survey.name : draft.name,
    intro: isEmpty(draft.intro) ? survey.intro : draft.intro,
    items: [...draft.items, ...items.map((item) => renamedItem(item, itemIds, remedyIds))],
    remedies: [...draft.remedies, ...remedies.map((one) => ({ ...one, id: remedyIds.get(one.id) ?? one.id }))],
  };
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
