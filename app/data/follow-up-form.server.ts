import { and, eq } from 'drizzle-orm';
import type { FollowUpMonth, FollowUpSide } from '#app/domain/follow-up-schedule.ts';
import { ensureFollowUp } from './follow-up.server.ts';
import { dropFollowUpMail } from './follow-up-mail.server.ts';
import { addEvent, type PlacementEvent } from './placement.server.ts';
import type { Db, Store } from './store.server.ts';

/** One step as it was sent: for which side, by whom, and which questions must be answered before it is whole. */
export type FollowUpEntry = {
  month: FollowUpMonth;
  side: FollowUpSide;
  filledBy: FollowUpSide;
  answers: Record<string, string>;
  /** Null where the step has none. */
  note: string | null;
  /** All questions of the form when this is its last step; null while there is more to come. */
  closes: string[] | null;
  /** Of a follow-up that has no row yet. */
  id: string;
  event: PlacementEvent;
};

/** Keeps one step beside what was given before; false when the placement closed or is gone. */
export const saveFollowUpStep = (store: Store, placementId: string, entry: FollowUpEntry): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const [placement] = await tx.select().from(t.placement).where(eq(t.placement.id, placementId));
    if (!placement || placement.closedOn !== null) return false;
    const { id: followUpId } = await ensureFollowUp(tx, store, placementId, entry.month, entry.id);
    const before = await findForm(tx, store, followUpId, entry);
    const answers = { ...before?.answers, ...entry.answers };
    const whole = entry.closes?.every((question) => answers[question] !== undefined) ?? false;
    const { at } = entry.event;
    const kept = {
      answers,
      note: entry.note ?? before?.note ?? '',
      at,
      doneAt: whole ? at : (before?.doneAt ?? null),
    };
    const { side, filledBy } = entry;
    await tx
      .insert(t.followUpForm)
      .values({ followUpId, side, filledBy, ...kept })
      .onConflictDoUpdate({
        target: [t.followUpForm.followUpId, t.followUpForm.side, t.followUpForm.filledBy],
        set: kept,
      });
    if (!whole || before?.doneAt) return true;
    await dropFollowUpMail(tx, store, placementId, followUpId, side);
    await addEvent(tx, store, placementId, entry.event);
    return true;
  });

async function findForm(
  tx: Db,
  { t }: Store,
  followUpId: string,
  { side, filledBy }: Pick<FollowUpEntry, 'side' | 'filledBy'>,
) {
  const its = and(
    eq(t.followUpForm.followUpId, followUpId),
    eq(t.followUpForm.side, side),
    eq(t.followUpForm.filledBy, filledBy),
  );
  const [row] = await tx.select().from(t.followUpForm).where(its);
  return row ?? null;
}
