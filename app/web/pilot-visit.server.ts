import { findWholePilot } from '#app/data/pilot.server.ts';
import { listLinks, type PilotLinks, readLinkedPlacements, readLinkedWorkplaces } from '#app/data/pilot-link.server.ts';
import type { OrganisationPermission } from '#app/domain/access.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { SectorId } from '#app/domain/checklist.ts';
import type { WholePilot } from '#app/domain/pilot.ts';
import { findingsOf } from '#app/domain/pilot-findings.ts';
import type { PlacementTrace } from '#app/domain/pilot-publishing.ts';
import { type PilotStory, type PublicStory, publicStory, textOf, wholeStory } from '#app/domain/pilot-story.ts';
import { type OrganisationVisit, requireOrganisation } from './organisation-visit.server.ts';
import type { Services } from './services.ts';

/** Somebody of the organisation that leads a pilot, at that pilot. */
export type PilotVisit = OrganisationVisit & {
  whole: WholePilot;
  today: string;
  /** Whether something may still be noted in it by this person. */
  open: boolean;
};

type Asked = Parameters<typeof requireOrganisation>[0] & { params: { pilot?: string } };

/** The visit behind a page of a pilot, or 404: *not yours* and *not there* are the same answer. */
export async function requirePilot(asked: Asked, permission: OrganisationPermission): Promise<PilotVisit> {
  const visit = await requireOrganisation(asked, permission);
  const { services, organisation } = visit;
  const whole = await findWholePilot(services.store, organisation.id, asked.params.pilot ?? '');
  if (!whole) throw new Response(null, { status: 404 });
  return {
    ...visit,
    whole,
    today: brusselsDay(services.now()),
    open: whole.pilot.finishedAt === null && visit.may('lead-pilot'),
  };
}

/** The same for what is there only until the pilot is finished. */
export async function requireOpenPilot(asked: Asked): Promise<PilotVisit> {
  const visit = await requirePilot(asked, 'lead-pilot');
  if (!visit.open) throw new Response(null, { status: 404 });
  return visit;
}

/** A pilot as it tells itself now: to its partners, and to everyone with the hash of that text. */
export type ToldPilot = {
  links: PilotLinks;
  story: PilotStory;
  open: PublicStory;
  hash: string;
  traces: PlacementTrace[];
};

export async function tellPilot(
  services: Services,
  organisation: { id: string; name: string },
  whole: WholePilot,
): Promise<ToldPilot> {
  const { store, hash, now } = services;
  const links = await listLinks(store, whole.pilot.id, organisation.id, now());
  const [workplaces, placements] = await Promise.all([
    readLinkedWorkplaces(store, links.assessments),
    readLinkedPlacements(store, links.placements),
  ]);
  const checklistRef = checklistOf(services, whole.pilot.sector);
  const items = services.findCore(checklistRef, 'nl')?.items ?? [];
  const told = { organisation: organisation.name, checklistRef, findings: findingsOf(items, workplaces, placements) };
  const open = publicStory(whole, told);
  return { links, story: wholeStory(whole, told), open, hash: hash(textOf(open)), traces: placements };
}

/** The newest checklist of a sector. */
const checklistOf = ({ startable }: Services, sector: SectorId): string =>
  startable.find((ref) => ref.split('@')[0] === sector) ?? `${sector}@1`;
