import { listNotTakenOver } from '#app/data/assessment.server.ts';
import { deleteAssessment } from '#app/data/deletion.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { addDays, brusselsDay, showDay } from '#app/domain/calendar.ts';
import { backupDays, takeOverDays, takeOverReminders } from '#app/domain/retention.ts';
import type { JobContext } from './job-context.ts';

/**
 * What a coach started for an employer and nobody took over: the coach is reminded twice, and then it goes (product:
 * job coach). A reminder has the id of its day, so that it is written once.
 */
export async function keepTakeOverDays(context: JobContext): Promise<void> {
  const { store, now, newId } = context;
  const today = brusselsDay(now());
  for (const one of await listNotTakenOver(store)) {
    const started = brusselsDay(one.createdAt);
    const receipt = { id: newId(), at: now(), backupsUntil: addDays(today, backupDays) };
    if (today > addDays(started, takeOverDays)) await deleteAssessment(store, one.id, receipt);
    else await remind(context, one, reminderDue(started, today), addDays(started, takeOverDays));
  }
}

/** The latest reminder whose day has come; undefined before the first. */
const reminderDue = (started: string, today: string): number | undefined =>
  takeOverReminders.findLast((days) => today >= addDays(started, days));

type Waiting = Awaited<ReturnType<typeof listNotTakenOver>>[number];

async function remind(context: JobContext, { id, email, language }: Waiting, days: number | undefined, until: string) {
  if (days === undefined || !email) return;
  const t = context.translate[language];
  await postSealed(context, {
    id: `take-over-waits-${days}-${id}`,
    kind: 'take-over-waits',
    assessmentId: id,
    to: email,
    language,
    payload: {
      lines: JSON.stringify([t('mail.take-over-waits.until', { day: showDay(language, until) })]),
      url: `${context.baseUrl}/${language}/assessments/${id}/hand-over`,
    },
  });
}
