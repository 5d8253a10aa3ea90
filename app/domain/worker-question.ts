import type { SectorId } from './checklist.ts';

/** Icons that a question may have, by the names of `app/components/icon.tsx`. */
export const pictograms = [
  'hand-helping',
  'eye',
  'clipboard-list',
  'list-checks',
  'hourglass',
  'calendar-clock',
  'bus',
  'weight',
  'message-circle',
  'messages-square',
  'smile',
] as const;
export type Pictogram = (typeof pictograms)[number];

/** What everyone on the floor can be asked about the workplace, in very easy words (product: worker's voice). */
export type WorkerQuestion = {
  id: string;
  question: string;
  pictogram: Pictogram;
  /** Per sector the item that it speaks to; no entry where it is not asked. */
  items: Partial<Record<SectorId, string>>;
};

/** The same for every question, best first. */
export const workerAnswers = ['yes', 'partly', 'no', 'unknown'] as const;
export type WorkerAnswer = (typeof workerAnswers)[number];

/** The key of an answer in the interface words. */
export const workerAnswerKey = (answer: WorkerAnswer) => `worker.${answer}`;

export const workerQuestionsFor = (questions: WorkerQuestion[], sector: SectorId): WorkerQuestion[] =>
  questions.filter(({ items }) => items[sector] !== undefined);
