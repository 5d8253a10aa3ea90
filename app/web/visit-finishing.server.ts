import { listPosted, postSealed } from '#app/data/mail.server.ts';
import { findLastVisit, finishVisit, type StoredVisit } from '#app/data/visit.server.ts';
import { showDay, showTime } from '#app/domain/calendar.ts';
import type { VisitReport } from '#app/domain/visit-report.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { readChanges, visitReport } from './visit-report.server.ts';

export type Finishing = { remark: string; notes: string[]; host: string };

/**
 * Finishes a visit: its report goes to the coach, and to the host's address when the coach chose so. The letters are in
 * the box, each under a name of its own, before the visit is done: doing it again sends nothing twice.
 */
export async function finishNow(visit: PlacementVisit, running: StoredVisit, chosen: Finishing): Promise<void> {
  const { services, placement, person } = visit;
  const changes = await readChanges(visit, running);
  if (services.mail && person)
    await mailReport(visit, running, 'coach', person.email, visitReport(visit, changes, chosen, 'coach'));
  if (services.mail && chosen.host && placement.hostEmail)
    await mailReport(visit, running, 'host', placement.hostEmail, visitReport(visit, changes, chosen, 'host'));
  await finishVisit(services.store, running, { report: chosen.remark, at: services.now() });
}

/** That the last visit is done, when, and to whom its report went; null when none was finished yet. */
export async function finishedVisit({ services, placement, language, t }: PlacementVisit): Promise<string | null> {
  const last = await findLastVisit(services.store, placement.id);
  if (!last?.doneAt) return null;
  const posted = await listPosted(services.store, [letterId(last, 'coach'), letterId(last, 'host')]);
  const went = posted.includes(letterId(last, 'host')) ? 'host' : posted.length > 0 ? 'coach' : 'nobody';
  return [
    t('visit-report.finished', { day: showDay(language, last.doneAt), time: showTime(language, last.doneAt) }),
    t(`visit-report.went-${went}`),
  ].join(' ');
}

const letterId = ({ id }: StoredVisit, reader: 'coach' | 'host') => `visit-report-${id}-${reader}`;

const mailReport = (
  { services, placement, language }: PlacementVisit,
  running: StoredVisit,
  reader: 'coach' | 'host',
  to: string,
  report: VisitReport,
) =>
  postSealed(services, {
    id: letterId(running, reader),
    kind: 'visit-report',
    placementId: placement.id,
    to,
    language,
    payload: {
      url: `${services.baseUrl}/${language}${reader === 'coach' ? `/placements/${placement.id}` : ''}`,
      visitReport: JSON.stringify(report),
    },
  });
