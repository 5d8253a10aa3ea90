import { describe, expect, test } from 'vitest';
import type { PilotPhase, PilotPhaseState, PilotPhaseStatus } from '#app/domain/pilot.ts';
import { pilotPhaseStatuses, pilotPhases } from '#app/domain/pilot.ts';
import { allPhases, finishProblem, keptPhase, phaseProblem } from '#app/domain/pilot-phase.ts';
import { buildPilot } from '../support/pilot.ts';

const state = (phase: PilotPhase, over: Partial<PilotPhaseState> = {}): PilotPhaseState => ({
  ...(allPhases([])[phase] as PilotPhaseState),
  ...over,
});
const reached = (last: number, status: PilotPhaseStatus = 'doing') =>
  allPhases(pilotPhases.filter((phase) => phase <= last).map((phase) => state(phase, { status })));
const around = (over: Partial<Parameters<typeof phaseProblem>[1]> = {}) => ({
  phases: allPhases([]),
  expected: ['charter', 'roles'],
  startsOn: '2026-01-05',
  today: '2026-06-01',
  ...over,
});
const done = { status: 'done', doneOn: '2026-02-01', deliverables: ['charter', 'roles'] } as const;
const doneWell = { ...done, deliverables: [...done.deliverables] };

test('a pilot has nine phases, of which nothing is known at first', () => {
  expect(allPhases([]).map(({ phase, status }) => [phase, status])).toEqual(
    pilotPhases.map((phase) => [phase, 'todo']),
  );
});

describe('phases begin in order', () => {
  test.each(pilotPhases.slice(1))('phase %i waits for the one before', (phase) => {
    const before = reached(phase - 2);
    expect(phaseProblem(state(phase, { status: 'doing' }), around({ phases: before }))?.message).toBe(
      'pilot-error.earlier-first',
    );
    expect(phaseProblem(state(phase, { status: 'doing' }), around({ phases: reached(phase - 1) }))).toBeNull();
  });

  test('a skipped phase holds up none', () => {
    expect(phaseProblem(state(1, { status: 'doing' }), around({ phases: reached(0, 'skipped') }))).toBeNull();
  });

  test('several may be open at once', () => {
    expect(phaseProblem(state(2, { status: 'doing' }), around({ phases: reached(1) }))).toBeNull();
  });

  test('one goes back to the beginning only while no later one has begun', () => {
    expect(phaseProblem(state(1), around({ phases: reached(2) }))?.message).toBe('pilot-error.later-begun');
    expect(phaseProblem(state(2), around({ phases: reached(2) }))).toBeNull();
  });
});

describe('a phase that is done', () => {
  test('has its day, between the start of the pilot and today', () => {
    const at = (doneOn: string | null) => phaseProblem(state(0, { ...doneWell, doneOn }), around())?.message ?? null;
    expect(at(null)).toBe('error.needed');
    expect(at('2026-06-02')).toBe('pilot-error.in-future');
    expect(at('2026-06-01')).toBeNull();
    expect(at('2026-01-05')).toBeNull();
    expect(at('2026-01-04')).toBe('pilot-error.before-start');
  });

  test('has everything it should leave, or says why not', () => {
    const half = { ...doneWell, deliverables: ['charter'] };
    expect(phaseProblem(state(0, half), around())).toEqual({ field: 'note', message: 'pilot-error.say-missing' });
    expect(phaseProblem(state(0, { ...half, note: 'De rollen stonden in het charter.' }), around())).toBeNull();
  });
});

test('a phase that is skipped says why', () => {
  expect(phaseProblem(state(0, { status: 'skipped' }), around())?.field).toBe('note');
  expect(phaseProblem(state(0, { status: 'skipped', note: 'Was er al.' }), around())).toBeNull();
});

test.each(pilotPhaseStatuses)('only a done phase keeps a day, and only known deliverables stay: %s', (status) => {
  const kept = keptPhase(state(0, { status, doneOn: '2026-02-01', deliverables: ['roles', 'x'] }), [
    'charter',
    'roles',
  ]);
  expect(kept.doneOn).toBe(status === 'done' ? '2026-02-01' : null);
  expect(kept.deliverables).toEqual(['roles']);
});

test('a pilot is finished when no phase is open, its question is answered and something of its own was learned', () => {
  const { pilot } = buildPilot({}, { answer: 'Een vaste buddy.' });
  const lesson = { id: 'l', kind: 'worked', note: 'Samen kijken', item: null, origin: '' } as const;
  const whole = { pilot, phases: reached(8, 'done'), lessons: [lesson] };
  expect(finishProblem({ ...whole, phases: reached(7, 'done') })).toBe('pilot-error.phases-open');
  expect(finishProblem({ ...whole, lessons: [] })).toBe('pilot-error.no-lesson');
  expect(finishProblem({ ...whole, lessons: [{ ...lesson, origin: 'Een andere' }] })).toBe('pilot-error.no-lesson');
  expect(finishProblem({ ...whole, pilot: { ...pilot, answer: '' } })).toBe('pilot-error.no-answer');
  expect(finishProblem({ ...whole, pilot: { ...pilot, answer: '', question: '' } })).toBeNull();
  expect(finishProblem({ ...whole, phases: reached(8, 'skipped') })).toBeNull();
});
