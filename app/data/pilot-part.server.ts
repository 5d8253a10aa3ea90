import { and, eq } from 'drizzle-orm';
import type { PilotEntry, PilotLesson, PilotPartner, PilotPhaseState } from '#app/domain/pilot.ts';
import type { Db, Store } from './store.server.ts';

/* What stands in a pilot; each change says that the pilot changed. */

export const savePilotPhase = (store: Store, pilotId: string, phase: PilotPhaseState, now: Date) =>
  changing(store, pilotId, now, (tx, { pilotPhase }) =>
    tx
      .insert(pilotPhase)
      .values({ ...phase, pilotId })
      .onConflictDoUpdate({ target: [pilotPhase.pilotId, pilotPhase.phase], set: phase }),
  );

type TypedPartner = Pick<PilotPartner, 'id' | 'kind' | 'name' | 'contribution'>;

export const addPartner = (store: Store, pilotId: string, partner: TypedPartner, now: Date) =>
  changing(store, pilotId, now, (tx, { pilotPartner }) => tx.insert(pilotPartner).values({ ...partner, pilotId }));

export const changePartner = (store: Store, pilotId: string, { id, ...partner }: TypedPartner, now: Date) =>
  changing(store, pilotId, now, (tx, { pilotPartner }) =>
    tx
      .update(pilotPartner)
      .set(partner)
      .where(and(eq(pilotPartner.id, id), eq(pilotPartner.pilotId, pilotId))),
  );

export const addEntry = (store: Store, pilotId: string, entry: PilotEntry, now: Date) =>
  changing(store, pilotId, now, (tx, { pilotEntry }) =>
    tx.insert(pilotEntry).values({ ...entry, pilotId, createdAt: now }),
  );

export const addLesson = (store: Store, pilotId: string, lesson: PilotLesson, now: Date) =>
  changing(store, pilotId, now, (tx, { pilotLesson }) =>
    tx.insert(pilotLesson).values({ ...lesson, pilotId, createdAt: now }),
  );

export type PilotPart = 'pilotPartner' | 'pilotEntry' | 'pilotLesson';
/** Takes a partner, a line of the journal or a lesson out of this pilot. */
export const removePart = (store: Store, pilotId: string, part: PilotPart, id: string, now: Date) =>
  changing(store, pilotId, now, (tx, t) => {
    const table = t[part] as Store['t']['pilotEntry'];
    return tx.delete(table).where(and(eq(table.id, id), eq(table.pilotId, pilotId)));
  });

const changing = (store: Store, pilotId: string, now: Date, work: (tx: Db, t: Store['t']) => PromiseLike<unknown>) =>
  store.write(async (tx) => {
    const { t } = store;
    await work(tx, t);
    await tx.update(t.pilot).set({ changedAt: now }).where(eq(t.pilot.id, pilotId));
  });
