/** What the people on the floor say: answers without a name, one set per device (product: worker's voice). */

/** Below so many devices nobody sees anything, so that no answer can be led back to one person. */
export const workerVoiceMinimum = 5;

/** How often each answer was given, by question id and answer id: no times, no order, no who. */
export type WorkerCounts = Record<string, Record<string, number>>;

/** The counts of one floor, or null while fewer than five devices answered. */
export const workerCounts = (counts: WorkerCounts, devices: number): WorkerCounts | null =>
  devices < workerVoiceMinimum ? null : counts;
