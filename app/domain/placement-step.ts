import type { PlacementRole } from './access.ts';
import { addMonths, isDay } from './calendar.ts';
import { endsAfter, type Outcome } from './outcome.ts';
import { type Phase, type Placement, phases } from './placement.ts';
import type { Check, Move, PlacementDate, Reminder } from './placement-moves.ts';
import { checksFor, movesOf } from './placement-moves.ts';
import type { StageBasis } from './stage-hold.ts';

/** A placement with what was filled in for its next step; the dates are those of after the step. */
export type MoveState = {
  placement: Placement;
  role: PlacementRole;
  ticked: readonly Check[];
  /** How it closes, and the id of why; null while it does not close. */
  outcome: Outcome | null;
  outcomeReason: string | null;
  /** What the start of a stage rests on, as it is today. */
  basis: StageBasis;
  today: string;
};

/** Why a step cannot be taken, as a key of interface words. */
export type MoveReason =
  | 'move.not-allowed'
  | `move.check.${Check}`
  | `move.date.${PlacementDate}`
  | 'move.date.before-stage'
  | 'move.date.in-future'
  | 'move.date.before-phase'
  | 'move.outcome'
  | 'move.outcome-reason'
  | 'move.outcome-too-early'
  | 'move.held.legal'
  | 'move.held.essential'
  | 'move.held.unticked';

/** `reasons`: all that is in the way; empty when the step can be taken now. */
export type MoveAnswer = { to: Phase; ok: boolean; reasons: MoveReason[] };
/** With what a page asks for before the step, and what it only reminds of. */
export type PossibleMove = MoveAnswer & { checks: Check[]; dates: PlacementDate[]; reminders: Reminder[] };

/** Every step that this person may try from here. */
export const movesFrom = (state: MoveState): PossibleMove[] =>
  movesOf(state.role, state.placement).map((move) => ({
    ...answer(move.to, reasonsAgainst(move, state)),
    checks: checksFor(move, state.placement.route),
    dates: [...move.dates],
    reminders: [...move.reminders],
  }));

/** Whether this one step can be taken. */
export function canMove(state: MoveState, to: Phase): MoveAnswer {
  const move = movesOf(state.role, state.placement).find((one) => one.to === to);
  return answer(to, move ? reasonsAgainst(move, state) : ['move.not-allowed']);
}

const answer = (to: Phase, reasons: MoveReason[]): MoveAnswer => ({ to, ok: reasons.length === 0, reasons });

const reasonsAgainst = (move: Move, state: MoveState): MoveReason[] => [
  ...(move.ontoFloor ? heldBy(state.basis) : []),
  ...checksFor(move, state.placement.route)
    .filter((check) => !state.ticked.includes(check))
    .map((check): MoveReason => `move.check.${check}`),
  ...move.dates.flatMap((name) => dateTrouble(name, move, state)),
  ...(move.to === 'closed' ? endingTrouble(move.from, state) : []),
];

function heldBy(basis: StageBasis): MoveReason[] {
  if (basis.kind === 'no-self-scan') return basis.unticked.length > 0 ? ['move.held.unticked'] : [];
  const reasons: MoveReason[] = [];
  if (basis.held.some(({ legal }) => legal)) reasons.push('move.held.legal');
  if (basis.held.some(({ legal }) => !legal)) reasons.push('move.held.essential');
  return reasons;
}

/** A contract does not start before its stage, a closing day not before its phase. */
function dateTrouble(name: PlacementDate, move: Move, { placement, today }: MoveState): MoveReason[] {
  const day = placement[name];
  if (day === null || !isDay(day)) return [`move.date.${name}`];
  if (move.reached && day > today) return ['move.date.in-future'];
  if (name === 'closedOn' && day < placement.since) return ['move.date.before-phase'];
  const { stageStart } = placement;
  return name === 'firstContractDay' && stageStart !== null && day < stageStart ? ['move.date.before-stage'] : [];
}

function endingTrouble(from: Phase, { placement, outcome, outcomeReason }: MoveState): MoveReason[] {
  const reasons: MoveReason[] = [];
  if (outcome === null || !endsAfter(outcome, from)) reasons.push('move.outcome');
  if (outcomeReason === null && !outcome?.lasting) reasons.push('move.outcome-reason');
  if (outcome?.lasting && endsAfter(outcome, from) && !lasted(placement)) reasons.push('move.outcome-too-early');
  return reasons;
}

/** Twelve months after the first contract day and no sooner: figures of what lasts rest on it. */
const lasted = ({ firstContractDay, closedOn }: Placement): boolean =>
  firstContractDay !== null && (closedOn === null || closedOn >= addMonths(firstContractDay, 12));

/** Whether what stands at the workplace is in the way, and not what is still to be ticked or filled in. */
export const isHeld = (reasons: readonly MoveReason[]): boolean =>
  reasons.includes('move.held.legal') ||
  reasons.includes('move.held.essential') ||
  reasons.includes('move.held.unticked');

/** The step that leads on, and not back to look for another job; null when there is none. */
export const onwards = (moves: PossibleMove[], from: Phase): PossibleMove | null =>
  moves.find(({ to }) => phases.indexOf(to) > phases.indexOf(from)) ?? null;
