import { listActions } from '#app/data/action.server.ts';
import { claimWeek, type Digest, listDueDigests } from '#app/data/digest.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { type Action, isOverdue } from '#app/domain/action.ts';
import { addDays, brusselsDay, isoWeek, showDay } from '#app/domain/calendar.ts';
import type { Translate } from '#app/domain/words.ts';
import type { JobContext } from './job-context.ts';

/** Puts this week's digest in the box of every confirmed address whose plan has something to say. */
export async function sendDigests(services: JobContext): Promise<void> {
  const today = brusselsDay(services.now());
  const week = isoWeek(today);
  for (const digest of await listDueDigests(services.store, week)) {
    const lines = digestLines(
      await listActions(services.store, digest.assessmentId),
      today,
      digest.language,
      services.translate[digest.language],
    );
    if (lines.length > 0) await post(services, digest, week, lines);
    await claimWeek(services.store, digest.assessmentId, week);
  }
}

/** One line per action that is late or due within two weeks; none of them, no mail. */
export function digestLines(actions: Action[], today: string, language: string, t: Translate): string[] {
  const soon = addDays(today, 14);
  const open = actions.filter(
    (one) => (one.status === 'todo' || one.status === 'doing') && one.due !== null && one.due <= soon,
  );
  return open
    .sort((a, b) => ((a.due as string) < (b.due as string) ? -1 : 1))
    .map((one) =>
      t(isOverdue(one, today) ? 'mail.digest.late' : 'mail.digest.due', {
        title: one.title,
        day: showDay(language, one.due as string),
      }),
    );
}

/** The id of the mail is the week's: posting it twice sends it once. */
const post = (services: JobContext, digest: Digest, week: string, lines: string[]) =>
  postSealed(services, {
    id: `digest-${digest.assessmentId}-${week}`,
    kind: 'digest',
    assessmentId: digest.assessmentId,
    to: digest.email,
    language: digest.language,
    payload: {
      lines: JSON.stringify(lines),
      url: `${services.baseUrl}/${digest.language}/assessments/${digest.assessmentId}/plan`,
      stopUrl: `${services.baseUrl}/${digest.language}/digest/stop/${services.unseal(digest.stopToken) ?? ''}`,
    },
  });
