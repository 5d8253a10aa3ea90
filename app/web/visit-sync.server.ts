import { AnswerIdTaken, listOpenAnswers, saveAnswer } from '#app/data/answer.server.ts';
import { findRunningVisit } from '#app/data/visit.server.ts';
import { storeNote, storeThreshold, storeWeight, type Writer } from '#app/data/visit-entry.server.ts';
import { deviceAuthor } from '#app/domain/answer.ts';
import { type AnswerInput, refuse } from '#app/domain/answer-input.ts';
import { type EntryOf, type VisitEntry, visitEntry } from '#app/domain/visit-entry.ts';
import type { EntryOutcome } from '#app/domain/visit-sync.ts';
import { itemOf } from './answering.server.ts';
import { deviceOf } from './device.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { readSession } from './session.server.ts';
import { findItem } from './versions.server.ts';
import { findVisit } from './visit.server.ts';

/** What became of one entry; `id` is the one that came along, or empty where it had none. */
export type SyncResult = { id: string } & EntryOutcome;

/**
 * Stores what a coach noted on the floor, each entry by itself and in order: durable when this returns. A bad one is
 * refused with a key of interface words and does not hold up the others.
 */
export async function syncEntries(visit: PlacementVisit, request: Request, entries: unknown[]): Promise<SyncResult[]> {
  const results: SyncResult[] = [];
  for (const raw of entries) results.push({ id: idOf(raw), ...(await syncEntry(visit, request, raw)) });
  return results;
}

const idOf = (raw: unknown): string => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 64) : '';
};

async function syncEntry(visit: PlacementVisit, request: Request, raw: unknown): Promise<EntryOutcome> {
  const parsed = visitEntry.safeParse(raw);
  if (!parsed.success) return { outcome: 'refused', error: messageOf(parsed.error.issues[0]?.message) };
  if (visit.placement.closedOn) return { outcome: 'refused', error: 'error.placement-closed' };
  return storeEntry(visit, request, parsed.data);
}

const messageOf = (message: string | undefined): string => (message?.startsWith('error.') ? message : 'error.text');

async function storeEntry(visit: PlacementVisit, request: Request, entry: VisitEntry): Promise<EntryOutcome> {
  const { services, placement, today } = visit;
  if (entry.kind === 'answer') return storeAnswer(visit, request, entry);
  const running = await findRunningVisit(services.store, placement.id);
  const writer: Writer = {
    placementId: placement.id,
    by: deviceOf(request),
    at: services.now(),
    visitId: running?.id ?? null,
  };
  if (entry.kind === 'note') return storeNote(services.store, writer, entry);
  if (entry.kind === 'weigh')
    return storeWeight(services.store, writer, { ...entry, loweredOn: notAfter(today, entry.loweredOn) });
  if (entry.item && !findItem(visit, entry.item)) return { outcome: 'refused', error: 'error.option' };
  return storeThreshold(services.store, writer, { ...entry, seenOn: notAfter(today, entry.seenOn || today) });
}

/** A device whose clock runs ahead does not write in the future. */
const notAfter = (today: string, day: string): string => (day > today ? today : day);

/** The coach's own answer, where the employer shares its assessment; each device of the coach is an author of its own. */
async function storeAnswer(
  { services, placement, language }: PlacementVisit,
  request: Request,
  entry: EntryOf<'answer'>,
): Promise<EntryOutcome> {
  const host = placement.assessmentId ? await findVisit(services, request, placement.assessmentId, language) : null;
  if (host?.role !== 'coach' || !host.may('answer')) return { outcome: 'refused', error: 'error.not-shared' };
  const input = answerOf(entry);
  const error = refuse(itemOf(host, input.item), input);
  if (error) return { outcome: 'refused', error };
  const session = await readSession(services, request);
  try {
    const { open } = await saveAnswer(services.store, {
      ...input,
      assessmentId: host.assessment.id,
      voice: 'job-coach',
      author: deviceAuthor(host.author, session.get('author') as string),
      authorLabel: host.link.label,
      at: services.now(),
    });
    if (open.length < 2 || !open.includes(entry.id)) return { outcome: 'stored', open };
    return { outcome: 'conflict', open, others: await answersBeside(services, host.assessment.id, open, entry.id) };
  } catch (thrown) {
    if (thrown instanceof AnswerIdTaken) return { outcome: 'refused', error: 'error.text' };
    throw thrown;
  }
}

const answerOf = ({ id, item, value, note, base }: EntryOf<'answer'>): AnswerInput => ({
  ...{ id, item, note },
  value: value || 'unanswered',
  base: base.split(' ').filter(Boolean).slice(0, 20),
  ...{ reasonId: null, reasonText: '', proof: '' },
});

async function answersBeside({ store }: PlacementVisit['services'], assessment: string, open: string[], own: string) {
  const answers = await listOpenAnswers(store, assessment);
  return answers
    .filter(({ id }) => id !== own && open.includes(id))
    .map(({ value, note, authorLabel, at }) => ({ value, note, by: authorLabel, at }));
}
