import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placementRoles } from '#app/domain/access.ts';
import { endsAfter } from '#app/domain/outcome.ts';
import type { Phase, Placement, Route } from '#app/domain/placement.ts';
import { phases, routes } from '#app/domain/placement.ts';
import type { Check } from '#app/domain/placement-moves.ts';
import { checks, checksFor, moves, movesOf, reminders } from '#app/domain/placement-moves.ts';
import type { MoveState } from '#app/domain/placement-step.ts';
import { canMove, movesFrom } from '#app/domain/placement-step.ts';
import type { Waiver } from '#app/domain/stage-hold.ts';
import { stageHold, withoutSelfScan } from '#app/domain/stage-hold.ts';
import { arbitraryCase } from '../support/arbitrary.ts';
import { buildLegalItem } from '../support/build.ts';
import { buildMoveState } from '../support/placement.ts';
import { guidance } from '../support/workplace.ts';

const { outcomes, reasons } = guidance();
const open = phases.filter((phase) => phase !== 'closed');
const targets = (phase: Phase, route: Route) => movesOf('coach', { phase, route }).map(({ to }) => to);

describe('the moves', () => {
  test.each([
    ['preparation', ['matching', 'closed']],
    ['matching', ['stage', 'closed']],
    ['stage', ['matching', 'contract', 'closed']],
    ['contract', ['aftercare', 'closed']],
    ['aftercare', ['follow-up', 'closed']],
    ['follow-up', ['closed']],
    ['closed', []],
  ] as const)('of a doorstroomtraject from %s lead to %j', (from, to) => {
    expect(targets(from, 'trajectory')).toEqual(to);
  });

  test.each(open)('of a job-seeker from %s are the same, but that a contract may follow matching', (from) => {
    const direct = from === 'matching' ? ['stage', 'contract', 'closed'] : targets(from, 'trajectory');
    expect(targets(from, 'job-seeker')).toEqual(direct);
  });

  test.each(placementRoles.filter((role) => role !== 'coach'))('are not for a %s', (role) => {
    for (const placement of open.flatMap((phase) => routes.map((route) => ({ phase, route })))) {
      expect(movesOf(role, placement)).toEqual([]);
      for (const to of phases)
        expect(canMove(buildMoveState(placement, { role }), to).reasons).toEqual(['move.not-allowed']);
    }
  });

  test('stand in the table once', () => {
    const pairs = moves.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('use every check and reminder', () => {
    const used = moves.flatMap((one) => [...routes.flatMap((route) => checksFor(one, route)), ...one.reminders]);
    expect([...checks, ...reminders].filter((one) => !used.includes(one))).toEqual([]);
  });
});

describe('a stage starts', () => {
  const ready = (over: Partial<MoveState> = {}, placement: Partial<Placement> = {}) =>
    canMove(
      buildMoveState(
        { phase: 'matching', stageStart: '2026-12-01', ...placement },
        { ticked: ['real-vacancy', 'on-payroll', 'who-pays', 'insurance-and-safety'], ...over },
      ),
      'stage',
    );

  test('with everything ticked, its first day known and nothing that holds it', () => {
    expect(ready()).toEqual({ to: 'stage', ok: true, reasons: [] });
  });

  test.each(checks)('not before this is ticked: %s', (missing) => {
    const ticked = checks.filter((check) => check !== missing);
    expect(ready({ ticked })).toEqual({ to: 'stage', ok: false, reasons: [`move.check.${missing}`] });
  });

  test('for a job-seeker without a word about the payroll of a maatwerkbedrijf', () => {
    const ticked: Check[] = ['real-vacancy', 'who-pays', 'insurance-and-safety'];
    expect(ready({ ticked }, { route: 'job-seeker' }).ok).toBe(true);
  });

  test('not before its first day is known; the day may still come', () => {
    expect(ready({}, { stageStart: null }).reasons).toEqual(['move.date.stageStart']);
    expect(ready({}, { stageStart: '2026-02-30' }).reasons).toEqual(['move.date.stageStart']);
    expect(ready({}, { stageStart: '2026-12-07' }).ok).toBe(true);
  });

  test('not while an essential item holds it, and each kind is named', () => {
    const basis = {
      kind: 'self-scan' as const,
      held: [
        { item: 'a', legal: false },
        { item: 'b', legal: true },
      ],
    };
    expect(ready({ basis }).reasons).toEqual(['move.held.legal', 'move.held.essential']);
    expect(ready({ basis: { ...basis, held: basis.held.slice(0, 1) } }).reasons).toEqual(['move.held.essential']);
  });

  test('without self-scan once every legal duty is ticked', () => {
    const items = [buildLegalItem({ id: 'a' }), buildLegalItem({ id: 'b' })];
    expect(ready({ basis: withoutSelfScan(items, ['a']) }).reasons).toEqual(['move.held.unticked']);
    expect(ready({ basis: withoutSelfScan(items, ['a', 'b']) }).ok).toBe(true);
  });
});

describe('a contract', () => {
  const stage = { phase: 'stage', stageStart: '2026-10-19' } as const;
  const firstDay = (firstContractDay: string | null) =>
    canMove(buildMoveState({ ...stage, firstContractDay }), 'contract').reasons;

  test('follows a stage once its first day is known, also when it still comes', () => {
    expect(firstDay(null)).toEqual(['move.date.firstContractDay']);
    expect(firstDay('2027-02-01')).toEqual([]);
  });

  test('does not start before the stage', () => {
    expect(firstDay('2026-10-18')).toEqual(['move.date.before-stage']);
    expect(firstDay('2026-10-19')).toEqual([]);
  });

  test('is followed by aftercare from its first day, with reminders that hold nothing', () => {
    const aftercareOn = (firstContractDay: string) =>
      movesFrom(buildMoveState({ phase: 'contract', firstContractDay })).find(({ to }) => to === 'aftercare');
    expect(aftercareOn('2026-12-02')?.reasons).toEqual(['move.date.in-future']);
    expect(aftercareOn('2026-12-01')).toMatchObject({ ok: true, reminders: ['imw-requested', 'support-plan'] });
  });

  test('of a job-seeker without a stage is held by what holds a stage', () => {
    const state = buildMoveState(
      { route: 'job-seeker', phase: 'matching', firstContractDay: '2027-01-04' },
      { ticked: ['real-vacancy', 'insurance-and-safety'] },
    );
    expect(canMove(state, 'contract').ok).toBe(true);
    const held = { kind: 'self-scan' as const, held: [{ item: 'a', legal: true }] };
    expect(canMove({ ...state, basis: held }, 'contract').reasons).toEqual(['move.held.legal']);
  });
});

describe('closing', () => {
  const elsewhere = { outcome: outcomes.find(({ id }) => id === 'moved-host') ?? null, outcomeReason: 'hours' };
  const close = (phase: Phase, over: Partial<MoveState> = {}, closedOn: string | null = '2026-12-01') =>
    canMove(buildMoveState({ phase, closedOn, firstContractDay: '2025-12-01' }, over), 'closed').reasons;

  test.each(open)('is possible from %s with a day, an outcome that can be true and a reason', (phase) => {
    for (const outcome of outcomes)
      expect(close(phase, { outcome, outcomeReason: 'not-said' })).toEqual(
        endsAfter(outcome, phase) ? [] : ['move.outcome'],
      );
    expect(close(phase)).toEqual(['move.outcome', 'move.outcome-reason']);
    expect(close(phase, elsewhere, null)).toEqual(['move.date.closedOn']);
    expect(outcomes.some((outcome) => endsAfter(outcome, phase))).toBe(true);
  });

  test('asks no reason where the work goes on', () => {
    for (const outcome of outcomes) {
      const [phase = 'closed'] = outcome.after;
      expect(close(phase, { outcome, outcomeReason: null })).toEqual(outcome.lasting ? [] : ['move.outcome-reason']);
    }
  });

  test('is on a day of the phase that has come', () => {
    expect(close('stage', elsewhere, '2026-12-02')).toEqual(['move.date.in-future']);
    expect(close('stage', elsewhere, '2026-09-01')).toEqual([]);
    expect(close('stage', elsewhere, '2026-08-31')).toEqual(['move.date.before-phase']);
  });

  test('as a contract that lasts or ended asks a contract', () => {
    for (const id of ['contract-lasting', 'contract-ended'])
      for (const phase of ['preparation', 'matching', 'stage'] as const)
        expect(
          close(phase, { outcome: outcomes.find((one) => one.id === id) ?? null, outcomeReason: 'hours' }),
        ).toEqual(['move.outcome']);
  });

  test('as a contract that lasts is twelve months after its first day, and no sooner', () => {
    const outcome = outcomes.find(({ lasting }) => lasting) ?? null;
    const closeAfter = (firstContractDay: string | null) =>
      canMove(
        buildMoveState(
          { phase: 'follow-up', closedOn: '2026-12-01', firstContractDay },
          { outcome, outcomeReason: null },
        ),
        'closed',
      ).reasons;
    expect(closeAfter('2025-12-01')).toEqual([]);
    expect(closeAfter('2025-12-02')).toEqual(['move.outcome-too-early']);
    expect(closeAfter(null)).toEqual(['move.outcome-too-early']);
  });

  test('has reasons, each once', () => {
    expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
  });
});

describe('for all placements', () => {
  test('no path leads onto the floor while a legal duty holds the stage', () => {
    fc.assert(
      fc.property(arbitraryCase(6, 1), fc.constantFrom(...routes), fc.boolean(), ({ items, answers }, route, own) => {
        const waivers = items.map(({ id }): Waiver => ({ item: id, reason: 'Komt in orde', by: 'owner', at: '' }));
        const basis = own
          ? { kind: 'self-scan' as const, held: stageHold(items, answers, waivers) }
          : withoutSelfScan(
              items,
              items.slice(1).map(({ id }) => id),
            );
        fc.pre(basis.kind === 'self-scan' ? basis.held.some(({ legal }) => legal) : basis.unticked.length > 0);
        expect(reachable(route, basis)).toEqual(new Set(['preparation', 'matching', 'closed']));
      }),
    );
  });

  test.each(routes)('every phase is reached on the route %s when nothing holds it', (route) => {
    expect(reachable(route, { kind: 'self-scan', held: [] })).toEqual(new Set(phases));
  });
});

/** Every phase that a coach gets to who ticks and fills in all there is. */
function reachable(route: Route, basis: MoveState['basis']): Set<Phase> {
  const seen = new Set<Phase>(['preparation']);
  for (const phase of seen)
    for (const outcome of outcomes) {
      const dates = { stageStart: '2026-10-19', firstContractDay: '2026-12-01', closedOn: '2026-12-01' };
      const state = buildMoveState(
        { route, phase, ...dates },
        { ticked: checks, outcome, outcomeReason: 'not-said', basis },
      );
      for (const { to, ok } of movesFrom(state)) if (ok) seen.add(to);
    }
  return seen;
}
