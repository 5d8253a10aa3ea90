import { listCoachesDue, postCaseloadWeek, readCaseload } from '#app/data/caseload-mail.server.ts';
import { type SealedMail, sealMail } from '#app/data/mail.server.ts';
import type { Person } from '#app/data/person.server.ts';
import { brusselsDay, isoWeek, showDay } from '#app/domain/calendar.ts';
import { caseloadWeek, type WeekLine } from '#app/domain/caseload-week.ts';
import { signInFor, stopUrl } from '#app/domain/mail-link.ts';
import type { JobContext } from './job-context.ts';

/** Puts the week of every coach in the box for whom something is due, late or silent. */
export async function sendCaseloadWeeks(services: JobContext): Promise<void> {
  if (!services.mail) return;
  const today = brusselsDay(services.now());
  const week = isoWeek(today);
  for (const coach of await listCoachesDue(services.store, week)) {
    const lines = caseloadWeek(await readCaseload(services.store, coach.id, today), today);
    await postCaseloadWeek(
      services.store,
      coach.id,
      week,
      lines.length > 0 ? writeLetter(services, coach, week, lines) : null,
    );
  }
}

/** The id of the mail is the week's: posting it twice sends it once. */
function writeLetter(services: JobContext, coach: Person, week: string, lines: WeekLine[]): SealedMail {
  const { language } = coach;
  const t = services.translate[language];
  const texts = lines.map(({ what, placement, day }) =>
    t(`mail.week.${what}`, {
      code: placement.code,
      host: placement.host,
      phase: t(`mail.phase.${placement.phase}`),
      day: showDay(language, day),
    }),
  );
  return sealMail(services, {
    id: `caseload-week-${coach.id}-${week}`,
    kind: 'caseload-week',
    to: coach.email,
    language,
    payload: {
      lines: JSON.stringify(texts),
      url: `${services.baseUrl}/${language}${signInFor(language, '/placements')}`,
      stopUrl: stopUrl(services, language, { kind: 'caseload-week', person: coach.id }),
    },
  });
}
