import { readCounts } from '#app/data/worker-voice.server.ts';
import type { SectorId } from '#app/domain/checklist.ts';
import { type WorkerAnswer, workerAnswers, workerQuestionsFor } from '#app/domain/worker-question.ts';
import { workerCounts, workerVoiceMinimum } from '#app/domain/worker-voice.ts';
import type { Visit } from './visit.server.ts';

/** One question with how often each answer was given. */
export type HeardQuestion = {
  id: string;
  question: string;
  item: string;
  counts: { answer: WorkerAnswer; n: number }[];
};

/** What the floor says, to whoever may compare; null while fewer than five devices answered: nobody sees that. */
export async function hearWorkers({
  services,
  assessment,
  checklist,
  language,
  may,
}: Visit): Promise<HeardQuestion[] | null> {
  if (!may('compare')) return null;
  const { counts, devices } = await readCounts(services.store, assessment.id);
  const shown = workerCounts(counts, devices);
  if (!shown) return null;
  const sector = checklist.sector as SectorId;
  const questions = workerQuestionsFor(services.findGuidance(language).workerQuestions, sector).map(
    ({ id, question, items }) => ({
      id,
      question,
      item: items[sector] ?? '',
      counts: workerAnswers.map((answer) => ({ answer, n: shown[id]?.[answer] ?? 0 })),
    }),
  );
  // Questions may be skipped: one with fewer answers would tell as much as a floor with fewer devices.
  return questions.filter(({ counts: all }) => all.reduce((sum, { n }) => sum + n, 0) >= workerVoiceMinimum);
}
