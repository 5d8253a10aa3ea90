import { findMembership } from '#app/data/organisation.server.ts';
import type { Person } from '#app/data/person.server.ts';
import { findPlacement, type StoredPlacement } from '#app/data/placement.server.ts';
import { canAtPlacement, type PlacementPermission, type PlacementRole } from '#app/domain/access.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import { requireLanguage } from './language.ts';
import { findSignedIn } from './person.server.ts';
import type { Services } from './services.ts';
import { readSession } from './session.server.ts';
import { findVisit, type Visit } from './visit.server.ts';

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
  /** The host's assessment where this visitor may read its answers now: shared with the coach, or the host's own. */
  workplace: Visit | null;
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

/** The same for pages that are there only while the placement is open. */
export async function requireOpenPlacement(asked: Asked, permission: PlacementPermission): Promise<PlacementVisit> {
  const visit = await requirePlacement(asked, permission);
  if (visit.placement.closedOn) throw new Response(null, { status: 404 });
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
  const host = placement.assessmentId ? await findVisit(services, request, placement.assessmentId, language) : null;
  const role = (await roleOfPerson(services, person, placement)) ?? roleAtHost(host ? host.role : null);
  const checklist = host ? host.checklist : await checklistFor(services, placement, language);
  if (!role || !checklist) return null;
  return {
    services,
    language,
    t: services.translate[language],
    person,
    placement,
    role,
    checklist,
    workplace: host?.may('read-answers') ? host : null,
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
