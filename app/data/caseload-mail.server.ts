import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { CaseloadPlacement } from '#app/domain/caseload.ts';
import { followUps } from '#app/domain/follow-up-schedule.ts';
import { readFollowUps } from './follow-up.server.ts';
import { addMail, type SealedMail } from './mail.server.ts';
import type { Person } from './person.server.ts';
import type { StoredPlacement } from './placement.server.ts';
import type { Store } from './store.server.ts';

/** Coaches of an open placement who did not stop their weekly summary and had none for this week (such as 2026-W48). */
export async function listCoachesDue({ read, t }: Store, week: string): Promise<Person[]> {
  const rows = await read
    .selectDistinct({
      id: t.person.id,
      email: t.person.email,
      language: t.person.language,
      createdAt: t.person.createdAt,
    })
    .from(t.person)
    .innerJoin(t.placement, and(eq(t.placement.coachId, t.person.id), isNull(t.placement.closedOn)))
    .leftJoin(t.caseloadMail, eq(t.caseloadMail.personId, t.person.id))
    .where(
      and(isNull(t.caseloadMail.stoppedAt), or(isNull(t.caseloadMail.lastWeek), ne(t.caseloadMail.lastWeek, week))),
    );
  return rows as Person[];
}

/** The open placements of a coach where they still belong to the organisation, with what is planned and what is late. */
export async function readCaseload(store: Store, personId: string, today: string): Promise<CaseloadPlacement[]> {
  const { read, t } = store;
  const rows = await read
    .select({ placement: t.placement })
    .from(t.placement)
    .innerJoin(
      t.membership,
      and(eq(t.membership.organisationId, t.placement.organisationId), eq(t.membership.personId, personId)),
    )
    .where(and(eq(t.placement.coachId, personId), isNull(t.placement.closedOn)));
  return Promise.all(rows.map(({ placement }) => caseloadOf(store, placement as StoredPlacement, today)));
}

async function caseloadOf(store: Store, placement: StoredPlacement, today: string): Promise<CaseloadPlacement> {
  const { read, t } = store;
  const visits = await read
    .select({ on: t.visit.on })
    .from(t.visit)
    .where(and(eq(t.visit.placementId, placement.id), isNull(t.visit.doneAt)));
  const { history } = await readFollowUps(read, store, placement);
  return {
    ...placement,
    host: placement.hostName,
    visits: visits.map(({ on }) => on).sort(),
    followUps: followUps(history, today),
    lastEventOn: brusselsDay(placement.activeAt),
  };
}

/** Claims the week and puts its summary in the box, together; null: there is nothing to say. Once a week at most. */
export const postCaseloadWeek = (
  store: Store,
  personId: string,
  week: string,
  mail: SealedMail | null,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    await tx.insert(t.caseloadMail).values({ personId }).onConflictDoNothing();
    const claimed = await tx
      .update(t.caseloadMail)
      .set({ lastWeek: week })
      .where(
        and(
          eq(t.caseloadMail.personId, personId),
          isNull(t.caseloadMail.stoppedAt),
          or(isNull(t.caseloadMail.lastWeek), ne(t.caseloadMail.lastWeek, week)),
        ),
      )
      .returning({ id: t.caseloadMail.personId });
    if (claimed.length === 0 || !mail) return false;
    await addMail(tx, store, mail);
    return true;
  });

/** Stops the weekly summary, or starts it again (`stoppedAt` null); a summary that still waits goes with it. */
export const stopCaseloadWeek = (store: Store, personId: string, stoppedAt: Date | null): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const [person] = await tx.select({ email: t.person.email }).from(t.person).where(eq(t.person.id, personId));
    if (!person) return;
    await tx
      .insert(t.caseloadMail)
      .values({ personId, stoppedAt })
      .onConflictDoUpdate({ target: t.caseloadMail.personId, set: { stoppedAt } });
    const waiting = and(eq(t.mail.kind, 'caseload-week'), eq(t.mail.toAddress, person.email), isNull(t.mail.sentAt));
    if (stoppedAt) await tx.delete(t.mail).where(waiting);
  });
