import { findMembership } from '#app/data/organisation.server.ts';
import type { Person } from '#app/data/person.server.ts';
import { findPlacement, type StoredPlacement } from '#app/data/placement.server.ts';
import {
  canAtPlacement,
  type PlacementPermission,
  type PlacementRole,
  placementPermissions,
} from '#app/domain/access.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import { requireLanguage } from './language.ts';
import { findSignedIn } from './person.server.ts';
import type { Services } from './services.ts';
import { readSession } from './session.server.ts';
import { findVisit } from './visit.server.ts';

/** One person at one placement: who, in which role, and the checklist of its sector. */
export type PlacementVisit = {
  services: Services;
  language: Language;
  t: Translate;
  /** Null for somebody at the host without account. */
  person: Person | null;
  placement: StoredPlacement;
  role: PlacementRole;
  /** The host's own version where there is an assessment, else the newest of the sector. */
  checklist: Checklist;
  today: string;
  may: (permission: PlacementPermission) => boolean;
};

type Asked = { request: Request; params: { lang?: string; placement?: string }; context: { services: Services } };

/** The visit behind a page of a placement, or 404: *not yours* and *not there* are the same answer. */
export async function requirePlacement(asked: Asked, permission: PlacementPermission): Promise<PlacementVisit> {
  const language = requireLanguage(asked.params);
  const visit = await findPlacementVisit(asked.context.services, asked.request, asked.params.placement ?? '', language);
  if (!visit?.may(permission)) throw new Response(null, { status: 404 });
  return visit;
}

/** The same visit while the placement is open; once it is closed nothing is noted any more. */
export function requireOpen(visit: PlacementVisit): PlacementVisit {
  if (visit.placement.closedOn !== null) throw new Response(null, { status: 404 });
  return visit;
}

/** The visit of this browser to a placement, in the first role that it has there. */
export async function findPlacementVisit(
  services: Services,
  request: Request,
  id: string,
  language: Language,
): Promise<PlacementVisit | null> {
  const placement = await findPlacement(services.store, id);
  if (!placement) return null;
  const person = await findSignedIn(services, await readSession(services, request));
  const host = placement.assessmentId && (await findVisit(services, request, placement.assessmentId, language));
  const role = (await roleOfPerson(services, person, placement)) ?? roleAtHost(host ? host.role : null);
  const checklist = host ? host.checklist : checklistFor(services, placement, language);
  if (!role || !checklist) return null;
  return {
    services,
    language,
    t: services.translate[language],
    person,
    placement,
    role,
    checklist,
    today: brusselsDay(services.now()),
    may: (permission) => canAtPlacement(role, permission),
  };
}

async function roleOfPerson(
  { store }: Services,
  person: Person | null,
  { coachId, organisationId }: StoredPlacement,
): Promise<PlacementRole | null> {
  const membership = person && (await findMembership(store, organisationId, person.id));
  if (!membership) return null;
  if (coachId === person.id) return 'coach';
  return membership.role === 'owner' ? 'manager' : null;
}

/** Who opens the host's assessment as its owner or as a colleague is the host here. */
const roleAtHost = (role: string | null): PlacementRole | null =>
  role === 'owner' ? 'host' : role === 'colleague' ? 'host-colleague' : null;

const checklistFor = ({ startable, findChecklist }: Services, { sector }: StoredPlacement, language: Language) =>
  findChecklist(startable.find((ref) => ref.startsWith(`${sector}@`)) ?? '', language);

/** What this visitor may do, for drawing menus and buttons. */
export const allowedAtPlacement = (visit: PlacementVisit): PlacementPermission[] =>
  placementPermissions.filter(visit.may);
