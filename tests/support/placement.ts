import type { Placement } from '#app/domain/placement.ts';
import type { MoveState } from '#app/domain/placement-step.ts';

/** A doorstroomtraject in its first phase. */
export const buildPlacement = (over: Partial<Placement> = {}): Placement => ({
  route: 'trajectory',
  phase: 'preparation',
  since: '2026-09-01',
  stageStart: null,
  firstContractDay: null,
  closedOn: null,
  ...over,
});

/** Its coach on 1 December 2026, nothing ticked, nothing in the way on the floor. */
export const buildMoveState = (placement: Partial<Placement> = {}, over: Partial<MoveState> = {}): MoveState => ({
  placement: buildPlacement(placement),
  role: 'coach',
  ticked: [],
  outcome: null,
  outcomeReason: null,
  basis: { kind: 'self-scan', held: [] },
  today: '2026-12-01',
  ...over,
});
