import type { PlacementRole } from './access.ts';
import type { Phase, Placement, Route } from './placement.ts';
import { phases } from './placement.ts';

/** Which phase may follow which, who says so and what must be settled first: the only table, used to allow and to draw. */

export const checks = ['real-vacancy', 'on-payroll', 'who-pays', 'insurance-and-safety'] as const;
/**
 * Ticked by the coach before somebody works on the floor (domain facts 1.1, sources S8 and S9): the job offer is real;
 * the worker stays on the payroll of the maatwerkbedrijf until the contract; who pays what in the stage is agreed;
 * insurance and safety on the host's floor are arranged.
 */
export type Check = (typeof checks)[number];

export const reminders = ['imw-requested', 'support-plan'] as const;
/**
 * Said, never in the way: individueel maatwerk is applied for while the person is employed, and guidance starts with a
 * support plan (domain facts 1.2, sources S18 and S23).
 */
export type Reminder = (typeof reminders)[number];

export type PlacementDate = 'stageStart' | 'firstContractDay' | 'closedOn';

export type Move = {
  from: Phase;
  to: Phase;
  by: readonly PlacementRole[];
  /** Only on this route; null = both. */
  route: Route | null;
  checks: readonly Check[];
  /** Checks that make sense on one route only. */
  routeChecks: Partial<Record<Route, readonly Check[]>>;
  dates: readonly PlacementDate[];
  /** The dates have come, besides being known. */
  reached: boolean;
  /** Brings somebody to work on the floor: what holds the stage holds this. */
  ontoFloor: boolean;
  reminders: readonly Reminder[];
};

const move = (from: Phase, to: Phase, over: Partial<Move> = {}): Move => ({
  from,
  to,
  by: ['coach'],
  route: null,
  checks: [],
  routeChecks: {},
  dates: [],
  reached: false,
  ontoFloor: false,
  reminders: [],
  ...over,
});

/** Any open phase may close. Back goes only a stage that ended without a contract, to look for another job here. */
export const moves: readonly Move[] = [
  move('preparation', 'matching'),
  move('matching', 'stage', {
    checks: ['real-vacancy', 'who-pays', 'insurance-and-safety'],
    routeChecks: { trajectory: ['on-payroll'] },
    dates: ['stageStart'],
    ontoFloor: true,
  }),
  // A doorstroomtraject has its stage; a job-seeker may be hired at once.
  move('matching', 'contract', {
    route: 'job-seeker',
    checks: ['real-vacancy', 'insurance-and-safety'],
    dates: ['firstContractDay'],
    ontoFloor: true,
  }),
  move('stage', 'matching'),
  move('stage', 'contract', { dates: ['firstContractDay'] }),
  move('contract', 'aftercare', {
    dates: ['firstContractDay'],
    reached: true,
    reminders: ['imw-requested', 'support-plan'],
  }),
  move('aftercare', 'follow-up'),
  ...phases
    .filter((phase) => phase !== 'closed')
    .map((phase) => move(phase, 'closed', { dates: ['closedOn'], reached: true })),
];

/** What must be ticked for a move on this route. */
export const checksFor = ({ checks: always, routeChecks }: Move, route: Route): Check[] => [
  ...always,
  ...(routeChecks[route] ?? []),
];

/** The moves that somebody may try from here, in the order of the table. */
export const movesOf = (role: PlacementRole, { phase, route }: Pick<Placement, 'phase' | 'route'>): Move[] =>
  moves.filter((one) => one.from === phase && one.by.includes(role) && (one.route === null || one.route === route));
