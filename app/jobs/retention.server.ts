import { listInactive } from '#app/data/assessment.server.ts';
import { deleteAssessment, deletePlacement } from '#app/data/deletion.server.ts';
import { deleteUnconfirmed } from '#app/data/digest.server.ts';
import { deleteOldGuesses } from '#app/data/guess.server.ts';
import { deleteOldInvitations } from '#app/data/invitation.server.ts';
import { deleteOldJobs, listLastSuccesses } from '#app/data/job.server.ts';
import { deleteOldMail } from '#app/data/mail.server.ts';
import { listClosedBy } from '#app/data/placement.server.ts';
import { deleteExpiredSessions } from '#app/data/session.server.ts';
import { deleteOldSignInLinks } from '#app/data/sign-in.server.ts';
import { addDays, addMonths, brusselsDay } from '#app/domain/calendar.ts';
import { backupDays, isLongSilent, placementRetentionMonths, retentionMonths } from '#app/domain/retention.ts';
import type { JobContext } from './job-context.ts';
import { removeQuietOrganisations, removeQuietPeople } from './quiet.server.ts';
import type { JobSettings } from './run.server.ts';
import { keepTakeOverDays } from './take-over.server.ts';

const day = 24 * 60 * 60_000;

/**
 * Removes what has stayed its time; the times stand in domain/retention.ts and on the privacy page. A clock that leapt
 * makes everything look old: after a long silence, and in the first night of all, nothing goes before the next night.
 */
export async function cleanUp(services: JobContext, { smtpUrl }: Pick<JobSettings, 'smtpUrl'>): Promise<void> {
  const { store, now, newId, log } = services;
  const at = now();
  const lastNight = (await listLastSuccesses(store)).find(({ kind }) => kind === 'retention')?.doneAt ?? null;
  if (isLongSilent(lastNight, at)) {
    if (lastNight)
      log.error({ lastNight }, 'the last night was long ago: is the clock right? Nothing is removed before tomorrow');
    return;
  }
  const before = new Date(at);
  before.setUTCMonth(before.getUTCMonth() - retentionMonths);
  const inactive = await listInactive(store, before);
  const receipt = () => ({ id: newId(), at, backupsUntil: addDays(brusselsDay(at), backupDays) });
  for (const id of inactive) await deleteAssessment(store, id, receipt());
  const closed = await listClosedBy(store, addMonths(brusselsDay(at), -placementRetentionMonths));
  for (const id of closed) await deletePlacement(store, id, receipt());
  await removeQuietOrganisations(services, smtpUrl !== null);
  await removeQuietPeople(services, smtpUrl !== null);
  await keepTakeOverDays(services);
  await deleteUnconfirmed(store, new Date(at.getTime() - 7 * day));
  await deleteExpiredSessions(store, at);
  await deleteOldSignInLinks(store, at);
  await deleteOldInvitations(store, at);
  await deleteOldGuesses(store, at);
  await deleteOldMail(store, new Date(at.getTime() - 30 * day));
  await deleteOldJobs(store, new Date(at.getTime() - 60 * day));
  await store.scrub();
  if (inactive.length + closed.length > 0)
    log.info({ assessments: inactive.length, placements: closed.length }, 'retention removed');
}
