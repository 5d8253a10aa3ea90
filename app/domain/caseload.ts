import { addDays, daysBetween, weekday } from './calendar.ts';
import type { FollowUp } from './follow-up-schedule.ts';
import { phaseClock } from './phase-limit.ts';
import type { Phase, Placement } from './placement.ts';
import { foldCode } from './placement-code.ts';

/** Days without an event after which a placement is silent, and days before its last day that a limit is near. */
const silentDays = 30;
const nearDays = 7;

/** One placement of a coach; days are YYYY-MM-DD. */
export type CaseloadPlacement = Placement & {
  id: string;
  code: string;
  /** The host as the coach reads it: employer, floor, place. */
  host: string;
  /** Days of the visits that are planned and not done. */
  visits: string[];
  followUps: FollowUp[];
  /** Day of the last thing noted, done or filled in. */
  lastEventOn: string;
};

/** Most urgent first: somebody waits today, then what is late, then what comes near. */
const urgencies = [
  'visit-today',
  'visit-overdue',
  'follow-up-overdue',
  'limit-passed',
  'limit-near',
  'silent',
] as const;
export type Urgency = (typeof urgencies)[number];

/** `day`: of the visit, the follow-up's due day, the phase's last day, or the last event. */
export type TodayReason = { urgency: Urgency; day: string };
export type TodayEntry = { placement: CaseloadPlacement; reasons: [TodayReason, ...TodayReason[]] };

/** What asks for the coach today: each placement once, with all its reasons, most urgent first (product: caseload). */
export function todayList(placements: CaseloadPlacement[], today: string): TodayEntry[] {
  return placements
    .filter(isOpen)
    .flatMap((placement): TodayEntry[] => {
      const [first, ...rest] = reasonsOf(placement, today).sort(byUrgency);
      return first ? [{ placement, reasons: [first, ...rest] }] : [];
    })
    .sort((one, other) => byUrgency(one.reasons[0], other.reasons[0]) || byCode(one.placement, other.placement));
}

function reasonsOf(placement: CaseloadPlacement, today: string): TodayReason[] {
  const { lastDay, over } = phaseClock(placement, today);
  const reasons: TodayReason[] = placement.visits
    .filter((day) => day <= today)
    .map((day) => ({ urgency: day === today ? 'visit-today' : 'visit-overdue', day }));
  const late = placement.followUps.find(({ state, dueOn }) => state !== 'done' && dueOn < today);
  if (late) reasons.push({ urgency: 'follow-up-overdue', day: late.dueOn });
  if (lastDay !== null && over) reasons.push({ urgency: 'limit-passed', day: lastDay });
  else if (lastDay !== null && lastDay <= addDays(today, nearDays))
    reasons.push({ urgency: 'limit-near', day: lastDay });
  if (isSilent(placement, today)) reasons.push({ urgency: 'silent', day: placement.lastEventOn });
  return reasons;
}

/** Whether nothing has happened for thirty days; a closed placement may be silent for good. */
const isSilent = (placement: CaseloadPlacement, today: string): boolean =>
  isOpen(placement) && daysBetween(placement.lastEventOn, today) >= silentDays;

/** The first day on which the coach is expected: a visit, or a follow-up of the coach's own; null when none is known. */
export function nextAppointment({ visits, followUps }: CaseloadPlacement): string | null {
  const own = followUps.filter(({ side, state }) => side === 'coach' && state !== 'done').map(({ dueOn }) => dueOn);
  return [...visits, ...own].sort()[0] ?? null;
}

export type CaseloadGroups = Record<'today' | 'this-week' | 'later', CaseloadPlacement[]>;

/**
 * The open placements by next appointment: today or late; until Sunday; later or not known. In order of that day, then
 * of code.
 */
export function groupCaseload(placements: CaseloadPlacement[], today: string): CaseloadGroups {
  const sunday = addDays(today, 7 - weekday(today));
  const groups: CaseloadGroups = { today: [], 'this-week': [], later: [] };
  const dated = placements.filter(isOpen).map((placement) => ({ placement, day: nextAppointment(placement) ?? never }));
  dated.sort((one, other) => compare(one.day, other.day) || byCode(one.placement, other.placement));
  for (const { placement, day } of dated)
    groups[day <= today ? 'today' : day <= sunday ? 'this-week' : 'later'].push(placement);
  return groups;
}

/** Each part narrows; an empty text and null narrow nothing. */
export type CaseloadFilter = { phase: Phase | null; host: string; code: string; silentOnly: boolean };

/** The placements that fit all parts. Case, accents and spaces do not matter: "anker42" finds Anker 42. */
export const filterCaseload = (
  placements: CaseloadPlacement[],
  { phase, host, code, silentOnly }: CaseloadFilter,
  today: string,
): CaseloadPlacement[] =>
  placements.filter(
    (one) =>
      (phase === null || one.phase === phase) &&
      foldCode(one.host).includes(foldCode(host)) &&
      foldCode(one.code).includes(foldCode(code)) &&
      (!silentOnly || isSilent(one, today)),
  );

const never = '9999-12-31';
const isOpen = ({ phase }: Placement): boolean => phase !== 'closed';
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byCode = (one: CaseloadPlacement, other: CaseloadPlacement): number => compare(one.code, other.code);
const byUrgency = (one: TodayReason, other: TodayReason): number =>
  urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) || compare(one.day, other.day);
