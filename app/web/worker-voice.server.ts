import { readShownCounts } from '#app/data/worker-voice.server.ts';
import { idsIn } from '#app/domain/across-versions.ts';
import type { SectorId } from '#app/domain/checklist.ts';
import { type WorkerAnswer, workerAnswers, workerQuestionsFor } from '#app/domain/worker-question.ts';
import { heardQuestions } from '#app/domain/worker-voice.ts';
import { versionsOf } from './versions.server.ts';
import type { Visit } from './visit.server.ts';

/** One question with how often each answer was given. */
export type HeardQuestion = {
  id: string;
  question: string;
  /** The items of this version that it speaks to. */
  items: string[];
  counts: { answer: WorkerAnswer; n: number }[];
};

/** What the floor says, to whoever may compare; null while there are too few answers: nobody sees that. */
export async function hearWorkers(visit: Visit): Promise<HeardQuestion[] | null> {
  const { services, assessment, checklist, language, may } = visit;
  if (!may('compare')) return null;
  const heard = heardQuestions(await readShownCounts(services.store, assessment.id));
  if (!heard) return null;
  const sector = checklist.sector as SectorId;
  const versions = versionsOf(visit);
  return workerQuestionsFor(services.findGuidance(language).workerQuestions, sector)
    .filter(({ id }) => heard[id])
    .map(({ id, question, items }) => ({
      id,
      question,
      items: idsIn(items[sector] ?? '', checklist, versions),
      counts: workerAnswers.map((answer) => ({ answer, n: heard[id]?.[answer] ?? 0 })),
    }));
}
