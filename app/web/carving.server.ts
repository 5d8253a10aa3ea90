import { findCarvedJob, listTasks, type StoredCarvedJob } from '#app/data/task.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { type CarvedJob, carveJob, type Task } from '#app/domain/carved-job.ts';
import { type JobCard, type JobCardWords, jobCardWords } from '#app/domain/job-card.ts';
import { hoursInWords } from './hours-in-words.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** What a coach noted of a floor, and the job that follows from it. */
export type Carving = { stored: StoredCarvedJob; tasks: Task[]; job: CarvedJob };

export async function readCarving({ services: { store }, placement }: PlacementVisit): Promise<Carving> {
  const [tasks, found] = await Promise.all([listTasks(store, placement.id), findCarvedJob(store, placement.id)]);
  const stored = found ?? { title: placement.targetJob, daysPerWeek: 5, redLines: [], asks: '' };
  return { stored, tasks, job: carveJob(tasks, stored.redLines, stored.daysPerWeek) };
}

/** The needs that a task can ask, as choices in the visitor's language. */
export const needChoices = ({ services, language }: PlacementVisit) =>
  services.findGuidance(language).needs.map(({ id, title, group }) => ({ id, label: title, group }));

/** The sheet of the carved job: nothing of a person and no code goes into it. */
export function jobCard(visit: PlacementVisit, { stored, job }: Carving): JobCard {
  const { t, language, placement, checklist, today } = visit;
  const titles = new Map(needChoices(visit).map(({ id, label }) => [id, label]));
  const named = (needs: string[]) => needs.flatMap((need) => titles.get(need) ?? []);
  return {
    language,
    day: today,
    title: stored.title,
    workplace: [checklist.name, placement.hostName, placement.place].filter(Boolean).join(' · '),
    hours: hoursInWords(t, job.minutesPerWeek),
    tasks: job.tasks.map(({ title, when, minutes, per, needs, adapted }) => ({
      title,
      when: t(`task-when.${when}`),
      time: t(`task.per-${per}`, { minutes }),
      asks: named(needs).join('; '),
      care: adapted,
    })),
    asks: [...named(job.asks), ...linesOf(stored.asks)],
    redLines: [...job.redLines.typed, ...job.redLines.tasks.map(({ title }) => t('carve.risk-line', { title }))],
    words: {
      ...(Object.fromEntries(jobCardWords.map((key) => [key, t(`job-card.${key}`)])) as JobCardWords),
      about: t('job-card.about', { day: showDay(language, today) }),
    },
  };
}

/** What was typed one per line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
