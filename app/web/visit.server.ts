import { findAssessment, type StoredAssessment } from '#app/data/assessment.server.ts';
import type { LinkKind } from '#app/data/assessment-tables.ts';
import { findCoachLink, findOpenLink, type StoredLink } from '#app/data/link.server.ts';
import { findMembership } from '#app/data/organisation.server.ts';
import type { Person } from '#app/data/person.server.ts';
import {
  can,
  isShared,
  isStronger,
  type Permission,
  permissions,
  type Role,
  type ShareScope,
} from '#app/domain/access.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { OrganisationRole } from '#app/domain/organisation.ts';
import type { Translate } from '#app/domain/words.ts';
import { requireLanguage } from './language.ts';
import { findSignedIn } from './person.server.ts';
import type { Services } from './services.ts';
import { type AppSession, readSession, type WithCookies } from './session.server.ts';
import { onlyNewerKnows } from './unavailable.ts';

/** One person at one assessment: who, in which role and language, and the checklist in that language. */
export type Visit = {
  services: Services;
  session: AppSession;
  language: Language;
  t: Translate;
  assessment: StoredAssessment;
  checklist: Checklist;
  link: VisitLink;
  role: Role;
  author: string;
  may: (permission: Permission) => boolean;
};

type Asked = { request: Request; params: { lang?: string; assessment?: string }; context: { services: Services } };

/** The visit behind a page, or 404: *not yours* and *not there* are the same answer. */
export async function requireVisit({ request, params, context }: Asked, permission: Permission): Promise<Visit> {
  const language = requireLanguage(params);
  const visit = await findVisit(context.services, request, params.assessment ?? '', language);
  if (!visit?.may(permission)) throw new Response(null, { status: 404 });
  return visit;
}

/** How somebody came in: the link that opens it here, or what stands for one. */
export type VisitLink = Pick<StoredLink, 'id' | 'voice' | 'label' | 'item' | 'question'>;
type Entry = { link: VisitLink; role: Role; author: string; scope: readonly ShareScope[] | null };

/** The visit of this browser to an assessment: the strongest of its link, the person's organisation and their share. */
export async function findVisit(
  services: Services,
  request: WithCookies,
  id: string,
  language: Language,
): Promise<Visit | null> {
  const session = await readSession(services, request);
  const assessment = await findAssessment(services.store, id);
  const checklist = assessment && (await services.findChecklist(assessment.checklistRef, language));
  if (!assessment) return null;
  if (!checklist) throw onlyNewerKnows();
  const [first, ...others] = await entriesOf(services, session, assessment);
  if (!first) return null;
  const { link, role, author, scope } = others.reduce(
    (best, one) => (isStronger(one.role, best.role) ? one : best),
    first,
  );
  return {
    services,
    session,
    language,
    t: services.translate[language],
    assessment,
    checklist,
    link,
    role,
    author,
    may: (permission) => can(role, permission) && (!scope || isShared(scope, permission)),
  };
}

async function entriesOf(services: Services, session: AppSession, assessment: StoredAssessment): Promise<Entry[]> {
  const person = await findSignedIn(services, session);
  const entries = await Promise.all([
    entryByLink(services, session, assessment.id),
    person && entryAsMember(services, person, assessment),
    person && entryAsCoach(services, person, assessment),
    person && entryAsStarter(person, assessment),
  ]);
  return entries.filter((one) => one !== null);
}

async function entryByLink(services: Services, session: AppSession, id: string): Promise<Entry | null> {
  const grants = session.get('grants') ?? {};
  const granted = Object.hasOwn(grants, id) ? grants[id] : undefined;
  const link = granted ? await findOpenLink(services.store, granted, services.now()) : null;
  const role = link && link.assessmentId === id ? roleByLink[link.kind] : undefined;
  return link && role ? { link, role, author: session.get('author') as string, scope: null } : null;
}

const roleByLink: Partial<Record<LinkKind, Role>> = {
  owner: 'owner',
  colleague: 'colleague',
  reader: 'reader',
  ask: 'asked',
};

async function entryAsMember({ store }: Services, person: Person, assessment: StoredAssessment): Promise<Entry | null> {
  const at = assessment.organisationId;
  const membership = at ? await findMembership(store, at, person.id) : null;
  if (!membership) return null;
  const link = { ...noLink, voice: 'hr', label: membership.label } as const;
  return { link, role: roleByMembership[membership.role], author: person.id, scope: null };
}

const roleByMembership: Record<OrganisationRole, Role> = { owner: 'owner', member: 'colleague', viewer: 'reader' };

async function entryAsCoach(services: Services, person: Person, { id }: StoredAssessment): Promise<Entry | null> {
  const link = await findCoachLink(services.store, id, person.id, services.now());
  return link ? { link, role: 'coach', author: person.id, scope: link.scope ?? [] } : null;
}

const entryAsStarter = (person: Person, { startedBy, starterVoice, takenOverAt }: StoredAssessment): Entry | null =>
  startedBy === person.id && !takenOverAt
    ? { link: { ...noLink, voice: starterVoice ?? 'job-coach' }, role: 'starter', author: person.id, scope: null }
    : null;

const noLink = { id: '', label: '', item: null, question: '' };

/** What this visitor may do, for drawing menus and buttons. */
export const allowed = (visit: Visit): Permission[] => permissions.filter(visit.may);
