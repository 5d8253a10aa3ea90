import { savePilotPhase } from '#app/data/pilot-part.server.ts';
import type { PilotPhase, PilotPhaseState } from '#app/domain/pilot.ts';
import { pilotPhaseInput } from '#app/domain/pilot-input.ts';
import type { PilotPhaseGuide } from '#app/domain/pilot-library.ts';
import { keptPhase, phaseProblem } from '#app/domain/pilot-phase.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import type { PilotVisit } from './pilot-visit.server.ts';

/** One phase with what it asks. */
export function readPhase(visit: PilotVisit, phase: PilotPhase) {
  const guide = guideOf(visit, phase);
  return {
    guide,
    heading: visit.t('pilot.phase-heading', { number: phase, title: guide.title }),
    state: visit.whole.phases[phase] as PilotPhaseState,
  };
}

/** Keeps a phase as it was posted; a form that did not pass, or null. */
export async function savePhase(visit: PilotVisit, phase: PilotPhase, posted: FormData): Promise<FailedForm | null> {
  const values = typedValues(posted, ['deliverables']);
  const form = checkForm(values, pilotPhaseInput);
  if (!form.ok) return form;
  const { services, whole, today } = visit;
  const expected = guideOf(visit, phase).deliverables.map(({ id }) => id);
  const asked = { ...form.data, phase, doneOn: form.data.doneOn || null };
  const around = { phases: whole.phases, expected, startsOn: whole.pilot.startsOn, today };
  const problem = phaseProblem(asked, around);
  if (problem) return failForm(values, problem.field, problem.message);
  await savePilotPhase(services.store, whole.pilot.id, keptPhase(asked, expected), services.now());
  return null;
}

const guideOf = ({ services, language }: PilotVisit, phase: PilotPhase): PilotPhaseGuide =>
  services.findPilots(language).guide.phases[phase] as PilotPhaseGuide;
