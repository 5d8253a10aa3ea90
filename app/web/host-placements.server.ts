import { listPlacementsAt } from '#app/data/placement.server.ts';
import { listWaivers } from '#app/data/waiver.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { stageHold, waitsForHost } from '#app/domain/stage-hold.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { drawPhase } from './placement-phase.ts';
import type { Visit } from './visit.server.ts';

/** The placements on this floor as lines, what waits for the workplace first: code, job and phase, nothing of the person. */
export async function placementsHere(visit: Visit, { items, counted }: AssessmentState) {
  const { services, assessment } = visit;
  if (!visit.may('see-placements')) return [];
  const today = brusselsDay(services.now());
  const placements = await listPlacementsAt(services.store, assessment.id);
  const lines = await Promise.all(
    placements.map(async (placement) => {
      const { phaseText, bars } = drawPhase(visit, placement, [], today);
      const held = stageHold(items, counted, await listWaivers(services.store, placement.id));
      const { id, code, targetJob: job } = placement;
      return { id, code, job, phaseText, bars, waits: waitsForHost(placement, held) };
    }),
  );
  return lines.sort((a, b) => Number(b.waits) - Number(a.waits));
}
