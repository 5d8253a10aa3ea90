import { readShownCounts } from '#app/data/worker-voice.server.ts';
import type { SectorId } from '#app/domain/checklist.ts';
import { type WorkerAnswer, workerAnswers, workerQuestionsFor } from '#app/domain/worker-question.ts';
import { heardQuestions } from '#app/domain/worker-voice.ts';
import type { Visit } from './visit.server.ts';

/** One question with how often each answer was given. */
export type HeardQuestion = {
  id: string;
  question: string;
  item: string;
  counts: { answer: WorkerAnswer; n: number }[];
};

/** What the floor says, to whoever may compare; null while there are too few answers: nobody sees that. */
export async function hearWorkers({
  services,
  assessment,
  checklist,
  language,
  may,
}: Visit): Promise<HeardQuestion[] | null> {
  if (!may('compare')) return null;
  const heard = heardQuestions(await readShownCounts(services.store, assessment.id));
  if (!heard) return null;
  const sector = checklist.sector as SectorId;
  return workerQuestionsFor(services.findGuidance(language).workerQuestions, sector)
    .filter(({ id }) => heard[id])
    .map(({ id, question, items }) => ({
      id,
      question,
      item: items[sector] ?? '',
      counts: workerAnswers.map((answer) => ({ answer, n: heard[id]?.[answer] ?? 0 })),
    }));
}
