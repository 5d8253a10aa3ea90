import { type Language, languages, sectorIds } from '#app/domain/checklist.ts';
import type { Guidance } from '#app/domain/guidance.ts';
import type { Leaflet, LeafletEdition } from '#app/domain/leaflet.ts';
import { followUpParity, outcomesParity } from './guidance-parity.ts';
import {
  followUpMistakes,
  type ItemIds,
  leafletMistakes,
  needMistakes,
  outcomeMistakes,
  workerQuestionMistakes,
} from './guidance-references.ts';
import * as schema from './guidance-schemas.ts';
import { compareWords, inEveryLanguage, readPair } from './pair.ts';
import { listParity } from './parity.ts';
import type { ChecklistFile } from './schemas.ts';
import { followUpIn, listIn, outcomesIn } from './translation.ts';
import { mistakesAt, type Problem, type Read, readYaml, together } from './yaml-file.ts';

/** What a job coach uses besides the checklists, in every language, and the leaflet in every edition. */
export type Coaching = { guidance: Record<Language, Guidance>; leaflet: Record<LeafletEdition, Leaflet> };

/** Reads needs, worker questions, outcomes, follow-up and leaflet; they point to items of `checklists`. */
export function readCoaching(root: string, checklists: ChecklistFile[]): Read<Coaching> {
  const { value: files, problems } = readFiles(root);
  if (!files) return { value: null, problems };
  return { value: joined(files), problems: [...problems, ...problemsIn(files, itemIds(checklists))] };
}

const readFiles = (root: string) =>
  together({
    needs: readPair(root, 'content/needs', schema.needsFile, schema.needsWords),
    questions: readPair(root, 'content/worker-questions', schema.workerQuestionsFile, schema.workerQuestionsWords),
    outcomes: readPair(root, 'content/outcomes', schema.outcomesFile, schema.outcomesWords),
    followUp: readPair(root, 'content/follow-up', schema.followUpFile, schema.followUpWords),
    leaflet: readYaml(root, 'content/leaflet.yaml', schema.leafletFile),
  });
type Files = NonNullable<ReturnType<typeof readFiles>['value']>;

function joined(files: Files): Coaching {
  const needs = inEveryLanguage(files.needs.nl.data, files.needs.words, listIn);
  const workerQuestions = inEveryLanguage(files.questions.nl.data, files.questions.words, listIn);
  const ends = inEveryLanguage(files.outcomes.nl.data, files.outcomes.words, outcomesIn);
  const followUp = inEveryLanguage(files.followUp.nl.data, files.followUp.words, followUpIn);
  const guidance = languages.map((one) => [
    one,
    { needs: needs[one], workerQuestions: workerQuestions[one], ...ends[one], followUp: followUp[one] },
  ]);
  return { guidance: Object.fromEntries(guidance) as Record<Language, Guidance>, leaflet: files.leaflet.data };
}

const problemsIn = ({ needs, questions, outcomes, followUp, leaflet }: Files, items: ItemIds): Problem[] => [
  ...mistakesAt(needs.nl, needMistakes(needs.nl.data, items)),
  ...mistakesAt(questions.nl, workerQuestionMistakes(questions.nl.data, items)),
  ...mistakesAt(outcomes.nl, outcomeMistakes(outcomes.nl.data)),
  ...mistakesAt(followUp.nl, followUpMistakes(followUp.nl.data)),
  ...mistakesAt(leaflet, leafletMistakes(leaflet.data)),
  ...compareWords(needs, listParity),
  ...compareWords(questions, listParity),
  ...compareWords(outcomes, outcomesParity),
  ...compareWords(followUp, followUpParity),
];

const itemIds = (checklists: ChecklistFile[]): ItemIds =>
  Object.fromEntries(
    sectorIds.map((sector) => {
      const sections = checklists.filter((one) => one.sector === sector).flatMap((one) => one.sections);
      return [sector, new Set(sections.flatMap(({ items }) => items.map(({ id }) => id)))];
    }),
  ) as ItemIds;
