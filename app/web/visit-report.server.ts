import { listAllAnswers } from '#app/data/answer.server.ts';
import { listNotes, type PlacementNote } from '#app/data/coach-record.server.ts';
import { listEvents } from '#app/data/placement.server.ts';
import { listTasksSince } from '#app/data/task.server.ts';
import type { StoredVisit } from '#app/data/visit.server.ts';
import { isSamePerson } from '#app/domain/answer.ts';
import { showDay, showTime } from '#app/domain/calendar.ts';
import type { VisitReport } from '#app/domain/visit-report.ts';
import { markedTitle } from './edition-brand.ts';
import { eventText } from './placement-event.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** What was stored while the visit went on. */
export type VisitChanges = {
  since: Date;
  happened: string[];
  answers: string[];
  tasks: string[];
  notes: PlacementNote[];
};

/** The facts between the beginning of a visit and now; of events only those that the host may read, so never a need. */
export async function readChanges(visit: PlacementVisit, running: StoredVisit): Promise<VisitChanges> {
  const { services, placement, language, t } = visit;
  const { store } = services;
  const since = running.startedAt as Date;
  const [events, notes, tasks] = await Promise.all([
    listEvents(store, placement.id, 'host'),
    listNotes(store, placement.id),
    listTasksSince(store, placement.id, since),
  ]);
  return {
    since,
    happened: events
      .filter(({ at }) => at >= since)
      .reverse()
      .map((event) => eventText(t, language, event)),
    answers: await answerLines(visit, since),
    tasks: tasks.map(({ title, minutes, per }) => `${title} · ${t(`task.per-${per}`, { minutes })}`),
    notes: notes.filter(({ at }) => at >= since).reverse(),
  };
}

/** The last answer that this coach gave to each item during the visit. */
async function answerLines(visit: PlacementVisit, since: Date) {
  const { services, placement, person, checklist, t } = visit;
  if (!placement.assessmentId || !person) return [];
  const answers = await listAllAnswers(services.store, placement.assessmentId);
  const own = answers.filter(
    ({ voice, author, at }) => voice === 'job-coach' && isSamePerson(author, person.id) && new Date(at) >= since,
  );
  const last = new Map(own.map((answer) => [answer.item, answer]));
  return checklist.items.flatMap((item) => {
    const answer = last.get(item.id);
    if (!answer) return [];
    return `${markedTitle(visit, item)} ${t(`answer.${answer.value}`)}${answer.note ? `. ${answer.note}` : ''}`;
  });
}

/** The report for one reader: tasks only for the coach, notes only those that were ticked. */
export function visitReport(
  { t, language, placement, services, today }: PlacementVisit,
  { since, happened, answers, tasks, notes }: VisitChanges,
  chosen: { remark: string; notes: string[] },
  reader: 'coach' | 'host',
): VisitReport {
  const parts = [
    { heading: t('visit-report.happened'), lines: happened },
    { heading: t('visit-report.answers'), lines: answers },
    { heading: t('visit-report.tasks'), lines: reader === 'coach' ? tasks : [] },
    {
      heading: t('visit-report.notes'),
      lines: notes.filter(({ id }) => chosen.notes.includes(id)).map(({ text }) => text),
    },
    { heading: t('visit-report.remark'), lines: chosen.remark ? [chosen.remark] : [] },
  ];
  return {
    language,
    day: today,
    title: t('visit-report.title', { code: placement.code }),
    about: [placement.targetJob, placement.hostName, placement.place].filter(Boolean).join(' · '),
    when: t('visit-report.when', {
      day: showDay(language, since),
      from: showTime(language, since),
      to: showTime(language, services.now()),
    }),
    parts: parts.filter(({ lines }) => lines.length > 0),
    words: {
      brand: t('site.name'),
      nothing: t('visit-report.nothing'),
      closing: t('visit-report.closing'),
      page: t('report.word.page'),
    },
  };
}
