import type { PilotPhase, PilotPhaseState, WholePilot } from './pilot.ts';
import { pilotPhases } from './pilot.ts';

/** How a pilot moves through its nine phases. */

const untouched = (phase: PilotPhase): PilotPhaseState => ({
  phase,
  status: 'todo',
  deliverables: [],
  note: '',
  doneOn: null,
});

/** All nine, with what is known of them. */
export const allPhases = (known: readonly PilotPhaseState[]): PilotPhaseState[] =>
  pilotPhases.map((phase) => known.find((one) => one.phase === phase) ?? untouched(phase));

/** What is wrong with a phase as it is asked for: which field, and a message key. */
export type PhaseProblem = { field: 'status' | 'note' | 'doneOn'; message: string };

type Around = {
  phases: readonly PilotPhaseState[];
  /** Ids of what this phase leaves. */
  expected: readonly string[];
  startsOn: string | null;
  today: string;
};

/**
 * Whether a phase may be so: phases begin in order, though several may be open at once; what is skipped or left out is
 * explained; a day lies between the start of the pilot and today.
 */
export function phaseProblem(
  asked: PilotPhaseState,
  { phases, expected, startsOn, today }: Around,
): PhaseProblem | null {
  const { phase, status, note, doneOn, deliverables } = asked;
  const begun = (one: PilotPhaseState) => one.status !== 'todo';
  if (status === 'todo')
    return phases.some((one) => one.phase > phase && begun(one)) ? problem('status', 'pilot-error.later-begun') : null;
  if (phases.some((one) => one.phase < phase && !begun(one))) return problem('status', 'pilot-error.earlier-first');
  if (status === 'skipped') return note === '' ? problem('note', 'pilot-error.say-why') : null;
  if (status === 'doing') return null;
  if (doneOn === null) return problem('doneOn', 'error.needed');
  if (doneOn > today) return problem('doneOn', 'pilot-error.in-future');
  if (startsOn !== null && doneOn < startsOn) return problem('doneOn', 'pilot-error.before-start');
  const lacking = expected.some((id) => !deliverables.includes(id));
  return lacking && note === '' ? problem('note', 'pilot-error.say-missing') : null;
}

const problem = (field: PhaseProblem['field'], message: string): PhaseProblem => ({ field, message });

/** The phase as it is kept: only one that is done has a day, and only known deliverables are ticked. */
export const keptPhase = (asked: PilotPhaseState, expected: readonly string[]): PilotPhaseState => ({
  ...asked,
  deliverables: expected.filter((id) => asked.deliverables.includes(id)),
  doneOn: asked.status === 'done' ? asked.doneOn : null,
});

/** Why a pilot cannot be finished yet, as a message key; null when it can. */
export function finishProblem({ pilot, phases, lessons }: Pick<WholePilot, 'pilot' | 'phases' | 'lessons'>) {
  if (phases.some(({ status }) => status === 'todo' || status === 'doing')) return 'pilot-error.phases-open';
  if (pilot.question !== '' && pilot.answer === '') return 'pilot-error.no-answer';
  return lessons.some(({ origin }) => origin === '') ? null : 'pilot-error.no-lesson';
}
