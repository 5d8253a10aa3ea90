import { addDays, addMonths, daysBetween } from './calendar.ts';
import type { Phase, Placement, Route } from './placement.ts';

/**
 * Months that a phase may last. The doorstroomtraject sets them: Departement WSE, four phases with their longest
 * duration (domain facts 1.1, source S8). For a job-seeker the length hangs on the support measure, not on the route.
 */
export const phaseLimits: Record<Route, Partial<Record<Phase, number>>> = {
  trajectory: { preparation: 1, matching: 3, stage: 3, aftercare: 3 },
  'job-seeker': {},
};

/** `lastDay` null: no limit. `week` is given during the stage only, from 1; `of` null where nothing limits it. */
export type PhaseClock = { lastDay: string | null; over: boolean; week: { now: number; of: number | null } | null };

/** How long the present phase may still last. The last day itself is in time. */
export function phaseClock(placement: Placement, today: string): PhaseClock {
  const first = firstDay(placement);
  const months = phaseLimits[placement.route][placement.phase];
  const lastDay = months === undefined ? null : lastDayOf(first, months);
  const inStage = placement.phase === 'stage' && first <= today;
  return {
    lastDay,
    over: lastDay !== null && today > lastDay,
    week: inStage ? { now: weekNumber(first, today), of: lastDay === null ? null : weekNumber(first, lastDay) } : null,
  };
}

/**
 * The last day of a period in whole months: from 5 October three months run through 4 January. Where the last month
 * does not have the date, its last day closes the period.
 */
export function lastDayOf(first: string, months: number): string {
  const sameDate = addMonths(first, months);
  return sameDate.slice(8) === first.slice(8) ? addDays(sameDate, -1) : sameDate;
}

/** A stage counts from its first day on the floor, every other phase from the day it was entered. */
const firstDay = ({ phase, since, stageStart }: Placement): string =>
  phase === 'stage' ? (stageStart ?? since) : since;

const weekNumber = (first: string, day: string): number => Math.floor(daysBetween(first, day) / 7) + 1;
