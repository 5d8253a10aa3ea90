import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { FilledFollowUp, FollowUpHistory, FollowUpMail, FollowUpMonth } from '#app/domain/follow-up-schedule.ts';
import type { StoredPlacement } from './placement.server.ts';
import type { Store } from './store.server.ts';

/** What is known of the follow-ups of these placements, by placement id. */
export async function listFollowUpHistories(
  { read, t }: Store,
  placements: StoredPlacement[],
): Promise<Map<string, FollowUpHistory>> {
  const ids = placements.map(({ id }) => id);
  const [mails, forms] = await Promise.all([
    read
      .select({ placementId: t.followUp.placementId, sent: t.followUp.sent })
      .from(t.followUp)
      .where(inArray(t.followUp.placementId, ids)),
    read
      .select({
        placementId: t.followUp.placementId,
        month: t.followUp.month,
        side: t.followUpForm.side,
        filledBy: t.followUpForm.filledBy,
        doneAt: t.followUpForm.doneAt,
      })
      .from(t.followUpForm)
      .innerJoin(t.followUp, eq(t.followUp.id, t.followUpForm.followUpId))
      .where(and(inArray(t.followUp.placementId, ids), isNotNull(t.followUpForm.doneAt))),
  ]);
  return new Map(
    placements.map(({ id, firstContractDay, closedOn }) => [
      id,
      {
        firstContractDay,
        closedOn,
        filled: forms
          .filter((one) => one.placementId === id)
          .map(
            ({ month, side, filledBy, doneAt }): FilledFollowUp => ({
              month: month as FollowUpMonth,
              side,
              filledBy,
              on: brusselsDay(doneAt as unknown as Date),
            }),
          ),
        sent: mails.filter((one) => one.placementId === id).flatMap(({ sent }) => sent as FollowUpMail[]),
      },
    ]),
  );
}
