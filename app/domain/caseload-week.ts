import { addDays, weekday } from './calendar.ts';
import { type CaseloadPlacement, todayList, type Urgency } from './caseload.ts';

/** What asks for a coach today, or comes before Sunday is over. */
export type WeekLine = { what: Urgency | 'visit-soon' | 'follow-up-soon'; placement: CaseloadPlacement; day: string };

/** The week of a coach (product: caseload): first what is late or silent, then what comes, by day; empty: no mail. */
export function caseloadWeek(placements: CaseloadPlacement[], today: string): WeekLine[] {
  const now = todayList(placements, today).flatMap(({ placement, reasons }) =>
    reasons.map(({ urgency, day }): WeekLine => ({ what: urgency, placement, day })),
  );
  const sunday = addDays(today, 7 - weekday(today));
  const soon = placements.flatMap((placement) => comingOf(placement, today, sunday));
  return [...now, ...soon.sort(byDay)];
}

/** A follow-up that is due today is not late yet. */
function comingOf(placement: CaseloadPlacement, today: string, sunday: string): WeekLine[] {
  if (placement.phase === 'closed') return [];
  const visits = placement.visits.filter((day) => day > today && day <= sunday);
  const forms = placement.followUps.filter(
    ({ side, state, dueOn }) => side === 'coach' && state !== 'done' && dueOn >= today && dueOn <= sunday,
  );
  return [
    ...visits.map((day): WeekLine => ({ what: 'visit-soon', placement, day })),
    ...forms.map(({ dueOn }): WeekLine => ({ what: 'follow-up-soon', placement, day: dueOn })),
  ];
}

const byDay = (one: WeekLine, other: WeekLine): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : one.placement.code < other.placement.code ? -1 : 1;
