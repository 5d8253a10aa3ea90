import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { PlacementEventKey } from '#app/domain/placement-event.ts';
import type { ThresholdRival } from '#app/domain/placement-threshold.ts';
import type { EntryOf } from '#app/domain/visit-entry.ts';
import { type EntryOutcome, type MetThreshold, mergeWeight, type RivalValue } from '#app/domain/visit-sync.ts';
import { addEvent, type PlacementEvent } from './placement.server.ts';
import type { Db, Store } from './store.server.ts';

/** Who writes on the floor, and when: `by` is a device as its owner knows it. */
export type Writer = { placementId: string; by: string; at: Date; visitId: string | null };

const refused: EntryOutcome = { outcome: 'refused', error: 'error.text' };
const stored: EntryOutcome = { outcome: 'stored', version: 1 };

/** Adds a threshold that was met; the same id again changes nothing, one of another placement is refused. */
export const storeThreshold = (store: Store, writer: Writer, entry: EntryOf<'threshold'>): Promise<EntryOutcome> =>
  store.write(async (tx) => {
    const { t } = store;
    const known = await ownerOf(tx, t.placementThreshold, entry.id);
    const foreignEvent = await ownerOf(tx, t.placementEvent, entry.id);
    if (known) return known === writer.placementId ? stored : refused;
    if (foreignEvent) return refused;
    const { id, text, weight, seenOn, item } = entry;
    await tx.insert(t.placementThreshold).values({
      ...{ id, text, weight, seenOn, placementId: writer.placementId },
      ...{ item: item || null, side: 'coach', version: 1, loweredOn: null, rival: null, createdAt: writer.at },
    });
    await addEvent(tx, store, writer.placementId, eventOf(entry.id, writer, `floor-event.noted-${weight}`, entry));
    return stored;
  });

/** Merges another weight into a threshold; what came in between stays beside it (product: offline). */
export const storeWeight = (store: Store, writer: Writer, entry: EntryOf<'weigh'>): Promise<EntryOutcome> =>
  store.write(async (tx) => {
    const { t } = store;
    const handledIn = await ownerOf(tx, t.placementEvent, entry.id);
    if (handledIn && handledIn !== writer.placementId) return refused;
    const threshold = await findThreshold(tx, store, writer.placementId, entry.threshold);
    const last = await lastWriter(tx, store, writer.placementId, entry.threshold);
    const { change, outcome } = mergeWeight(
      entry,
      { threshold, handled: handledIn !== null, last },
      { by: writer.by, at: writer.at.toISOString() },
    );
    if (!change || !threshold) return outcome;
    const { rivals, ...values } = change;
    const [first, ...more] = rivals;
    const { text, item, seenOn } = threshold;
    await tx
      .update(t.placementThreshold)
      .set({ ...values, rival: first ? { text, item, seenOn, ...first, more } : null })
      .where(eq(t.placementThreshold.id, threshold.id));
    const what = happened(threshold, change);
    await addEvent(
      tx,
      store,
      writer.placementId,
      eventOf(entry.id, writer, what, { ...threshold, threshold: threshold.id }),
    );
    return outcome;
  });

/** Adds a note for the coach alone, to the visit that is going on. */
export const storeNote = (store: Store, writer: Writer, { id, text }: EntryOf<'note'>): Promise<EntryOutcome> =>
  store.write(async (tx) => {
    const { t } = store;
    const known = await ownerOf(tx, t.placementNote, id);
    if (known) return known === writer.placementId ? { outcome: 'stored' } : refused;
    const { placementId, visitId, at } = writer;
    await tx.insert(t.placementNote).values({ id, text, placementId, visitId, at });
    await tx.update(t.placement).set({ activeAt: at }).where(eq(t.placement.id, placementId));
    return { outcome: 'stored' };
  });

type Owned = Store['t']['placementThreshold'] | Store['t']['placementEvent'] | Store['t']['placementNote'];

/** The placement to which a row belongs; null when there is no such row. */
async function ownerOf(tx: Db, table: Owned, id: string): Promise<string | null> {
  const [row] = await tx.select({ placementId: table.placementId }).from(table).where(eq(table.id, id));
  return row?.placementId ?? null;
}

function happened(
  before: MetThreshold,
  after: Pick<MetThreshold, 'weight' | 'loweredOn' | 'rivals'>,
): PlacementEventKey {
  if (after.rivals.length > 0) return 'floor-event.differs';
  if (after.loweredOn) return 'floor-event.lowered';
  return before.loweredOn ? 'floor-event.open-again' : `floor-event.weighed-${after.weight}`;
}

const eventOf = (
  id: string,
  { at, by }: Writer,
  what: PlacementEventKey,
  { text, threshold = id }: { text: string; threshold?: string },
): PlacementEvent => ({ id, at, side: 'coach', what, detail: { text, threshold, by } });

async function findThreshold(tx: Db, { t }: Store, placementId: string, id: string): Promise<MetThreshold | null> {
  const [row] = await tx
    .select()
    .from(t.placementThreshold)
    .where(and(eq(t.placementThreshold.id, id), eq(t.placementThreshold.placementId, placementId)));
  return row ? toThreshold(row) : null;
}

/** Who wrote the value that stands, and when: the last event about the threshold that was not a rival. */
async function lastWriter(tx: Db, { t }: Store, placementId: string, id: string) {
  const own = eq(t.placementEvent.placementId, placementId);
  return lastOf(await tx.select().from(t.placementEvent).where(own).orderBy(asc(t.placementEvent.at)), id);
}

type EventRow = Pick<PlacementEvent, 'at' | 'side' | 'what' | 'detail'>;

function lastOf(events: EventRow[], threshold: string): { by: string; at: string } {
  const last = events.findLast((one) => one.detail.threshold === threshold && one.what !== 'floor-event.differs');
  return { by: last?.side === 'host' ? 'host' : (last?.detail.by ?? ''), at: last?.at.toISOString() ?? '' };
}

type ThresholdRow = Omit<MetThreshold, 'rivals'> & { rival: ThresholdRival | null };

const toThreshold = ({ rival, ...row }: ThresholdRow): MetThreshold => ({
  ...row,
  rivals: rival ? rivalsOf(rival) : [],
});

const rivalsOf = ({
  weight,
  loweredOn = null,
  entry = '',
  by = '',
  at = '',
  more = [],
}: ThresholdRival): RivalValue[] => [{ weight, loweredOn, entry, by, at }, ...more];

/** The thresholds that are open, in dispute, or lowered on this day; oldest first, each with who wrote it last. */
export async function listFloorThresholds(store: Store, placementId: string, today: string) {
  const { read, t } = store;
  const { placementThreshold: one } = t;
  const rows = await read
    .select()
    .from(one)
    .where(and(eq(one.placementId, placementId), or(isNull(one.loweredOn), eq(one.loweredOn, today))))
    .orderBy(asc(one.createdAt), asc(one.id));
  const events = await read
    .select()
    .from(t.placementEvent)
    .where(eq(t.placementEvent.placementId, placementId))
    .orderBy(asc(t.placementEvent.at));
  return rows.map((row) => ({ ...toThreshold(row), last: lastOf(events, row.id) }));
}
