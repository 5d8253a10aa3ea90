import { findAssessment, listAssessmentsOf } from '#app/data/assessment.server.ts';
import { listSharedWith } from '#app/data/link.server.ts';
import type { PilotLinks } from '#app/data/pilot-link.server.ts';
import {
  listPlacementsAt,
  listPlacementsOf,
  listPlacementsOfOrganisation,
  type StoredPlacement,
} from '#app/data/placement.server.ts';
import type { PilotVisit } from './pilot-visit.server.ts';

/** The self-scans and placements of this sector that this person may see, to link to a pilot. */
export type PilotChoices = {
  assessments: { id: string; label: string }[];
  placements: { id: string; label: string }[];
};

export async function readChoices(visit: PilotVisit): Promise<PilotChoices> {
  const [assessments, placements] = await Promise.all([listAssessments(visit), listPlacements(visit)]);
  const { sector } = visit.whole.pilot;
  return {
    assessments: assessments
      .filter(({ checklistRef }) => checklistRef.startsWith(`${sector}@`))
      .map(({ id, label }) => ({ id, label: label || visit.t('pilot.unnamed-workplace') })),
    placements: placements
      .filter((one) => one.sector === sector)
      .map(({ id, code, targetJob, hostName }) => ({
        id,
        label: [code, targetJob, hostName].filter(Boolean).join(' · '),
      })),
  };
}

/** Ids of what may be chosen: what a person cannot see stays as it was. */
export const idsOf = ({ assessments, placements }: PilotChoices): PilotLinks => ({
  assessments: assessments.map(({ id }) => id),
  placements: placements.map(({ id }) => id),
});

async function listAssessments({ services, organisation, person }: PilotVisit) {
  const { store, now } = services;
  const [own, shared] = await Promise.all([
    listAssessmentsOf(store, organisation.id),
    listSharedWith(store, person.id, now()),
  ]);
  const others = await Promise.all(
    shared.filter((id) => !own.some((one) => one.id === id)).map((id) => findAssessment(store, id)),
  );
  return [...own, ...others.filter((one) => one !== null)];
}

/** A coach's own; all of them for an owner; for an employer those on its floors. */
async function listPlacements({ services, organisation, person, role }: PilotVisit): Promise<StoredPlacement[]> {
  const { store } = services;
  if (organisation.kind === 'employer') {
    const floors = await listAssessmentsOf(store, organisation.id);
    return (await Promise.all(floors.map(({ id }) => listPlacementsAt(store, id)))).flat();
  }
  const own = (await listPlacementsOf(store, person.id)).filter(
    ({ organisationId }) => organisationId === organisation.id,
  );
  if (role !== 'owner') return own;
  const colleagues = await listPlacementsOfOrganisation(store, organisation.id, person.id);
  return [...own, ...colleagues.map(({ placement }) => placement)];
}
