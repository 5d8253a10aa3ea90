import { createPilot } from '#app/data/pilot.server.ts';
import { duplicateOf } from '#app/domain/pilot-duplicate.ts';
import type { NewPilot } from '#app/domain/pilot-input.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';
import { findSource } from './pilot-library.server.ts';

/** Begins a pilot, empty or with what comes along from another; gives its id, or null when that other is not there. */
export async function beginPilot(visit: OrganisationVisit, { from, ...input }: NewPilot): Promise<string | null> {
  const { services, organisation } = visit;
  const source = from ? await findSource(visit, from) : null;
  if (from && !source) return null;
  const along = source ? duplicateOf(source) : null;
  const id = services.newId();
  const pilot = {
    ...input,
    id,
    organisationId: organisation.id,
    startsOn: input.startsOn || null,
    endsOn: input.endsOn || null,
    duplicatedFrom: along?.duplicatedFrom ?? null,
  };
  const named = <T extends object>(one: T) => ({ ...one, id: services.newId() });
  const beginning = {
    phases: along?.phases ?? [],
    partners: along?.partners.map(named) ?? [],
    lessons: along?.lessons.map(named) ?? [],
  };
  await createPilot(services.store, pilot, beginning, services.now());
  return id;
}
