import { type SectorId, sectorIds } from '#app/domain/checklist.ts';
import { type FollowUp, type FollowUpQuestion, followUpSides } from '#app/domain/follow-up.ts';
import { type Leaflet, type LeafletEdition, leafletEditions } from '#app/domain/leaflet.ts';
import type { Need } from '#app/domain/need.ts';
import type { WorkerQuestion } from '#app/domain/worker-question.ts';
import type { OutcomesFile } from './guidance-schemas.ts';
import { repeatedIds } from './references.ts';
import type { Mistake, Path } from './yaml-file.ts';

/* Ids that lead nowhere or are used twice in the files of the job coach, and editions that differ. */

/** The ids of the items of every sector, in any version of its checklist; none where that could not be read. */
export type ItemIds = Record<SectorId, Set<string>>;

export const needMistakes = (needs: Need[], items: ItemIds): Mistake[] => [
  ...repeatedIds(needs),
  ...needs.flatMap((need, at) =>
    sectorIds.flatMap((sector) => unknownItems(need, sector, need.touches[sector], items, [at, 'touches', sector])),
  ),
];

export const workerQuestionMistakes = (questions: WorkerQuestion[], items: ItemIds): Mistake[] => [
  ...repeatedIds(questions),
  ...questions.flatMap((question, at) =>
    sectorIds.flatMap((sector) =>
      unknownItems(question, sector, listed(question.items[sector]), items, [at, 'items', sector]),
    ),
  ),
  ...sectorIds.flatMap((sector) => askedTwice(questions, sector)),
];

export const outcomeMistakes = ({ outcomes, reasons }: OutcomesFile): Mistake[] => [
  ...repeatedIds(outcomes, ['outcomes']),
  ...repeatedIds(reasons, ['reasons']),
];

export const followUpMistakes = (followUp: FollowUp): Mistake[] => [
  ...followUpSides.flatMap((side) => repeatedInForm(followUp, side)),
  ...otherOptions(followUp),
];

/** Every edition has the sections of the first one, in their order. */
export function leafletMistakes(leaflets: Record<LeafletEdition, Leaflet>): Mistake[] {
  const [first, ...others] = leafletEditions;
  const expected = sectionIds(leaflets[first]);
  return others
    .filter((edition) => sectionIds(leaflets[edition]) !== expected)
    .map((edition) => ({
      path: [edition, 'sections'],
      message: `${edition}: expected the sections ${expected}, as in ${first}`,
    }));
}

const sectionIds = ({ sections }: Leaflet) => sections.map(({ id }) => id).join(', ');

const unknownItems = (one: { id: string }, sector: SectorId, ids: string[], items: ItemIds, path: Path): Mistake[] =>
  ids
    .filter((id) => items[sector].size > 0 && !items[sector].has(id))
    .map((id) => ({ path, message: `${one.id}: no item ${id} in the checklist of ${sector}` }));

/** Answers of one floor are counted per item: two questions about one item would be counted together. */
const askedTwice = (questions: WorkerQuestion[], sector: SectorId): Mistake[] =>
  questions.flatMap(({ id, items }, at) => {
    const item = items[sector];
    const before = questions.slice(0, at).find((one) => item !== undefined && one.items[sector] === item);
    return before ? [{ path: [at, 'items', sector], message: `${id}: ${before.id} asks about ${item} already` }] : [];
  });

const listed = (id: string | undefined) => (id === undefined ? [] : [id]);

/** A question is known by its id alone, whatever step it stands in. */
function repeatedInForm(followUp: FollowUp, side: keyof FollowUp): Mistake[] {
  const questions = placedQuestions(followUp, side);
  const again = questions.filter(({ one }, at) => questions.findIndex((first) => first.one.id === one.id) < at);
  return [
    ...repeatedIds(followUp[side].steps, [side, 'steps']),
    ...again.map(({ one, path }) => ({ path: [...path, 'id'], message: `${one.id}: this id is used twice` })),
    ...questions.flatMap(({ one, path }) => repeatedIds(one.options, [...path, 'options'])),
  ];
}

/** What both sides are asked has the same options, so that their answers can lie side by side. */
function otherOptions(followUp: FollowUp): Mistake[] {
  const [first, second] = followUpSides;
  const asked = placedQuestions(followUp, first).map(({ one }) => one);
  return placedQuestions(followUp, second).flatMap(({ one, path }) => {
    const same = asked.find(({ id }) => id === one.id);
    if (!same || optionIds(same) === optionIds(one)) return [];
    const expected = `expected the options ${optionIds(same)}, as for the ${first}`;
    return [{ path: [...path, 'options'], message: `${one.id}: ${expected}` }];
  });
}

const placedQuestions = (followUp: FollowUp, side: keyof FollowUp) =>
  followUp[side].steps.flatMap(({ questions }, step) =>
    questions.map((one, at) => ({ one, path: [side, 'steps', step, 'questions', at] as Path })),
  );

const optionIds = ({ options }: FollowUpQuestion) => options.map(({ id }) => id).join(', ');
