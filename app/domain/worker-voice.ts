/** What the people on the floor say: answers without a name, one set per device (product: job coach, worker's voice). */

/** Fewer answers than this are shown to nobody, so that none can be led back to one person. */
export const workerVoiceMinimum = 5;

/** How often each answer was given, by question id and answer id: no times, no order, no who. */
export type WorkerCounts = Record<string, Record<string, number>>;

/**
 * The questions of which the counts may be shown as they stand now, when so many devices answered. Only at a multiple of
 * five devices, and only with five answers more than were shown before: who looks at five and again at six could
 * subtract, and would read the answers of the sixth. Questions may be skipped, so each has its own five.
 */
export const questionsToShow = (counted: WorkerCounts, shown: WorkerCounts, devices: number): string[] =>
  devices % workerVoiceMinimum === 0
    ? Object.keys(counted).filter(
        (question) => answersTo(counted, question) - answersTo(shown, question) >= workerVoiceMinimum,
      )
    : [];

/** The questions that show something; null while there is none. */
export function heardQuestions(shown: WorkerCounts): WorkerCounts | null {
  const heard = Object.entries(shown).filter(([question]) => answersTo(shown, question) >= workerVoiceMinimum);
  return heard.length > 0 ? Object.fromEntries(heard) : null;
}

const answersTo = (counts: WorkerCounts, question: string): number =>
  Object.values(counts[question] ?? {}).reduce((sum, n) => sum + n, 0);
