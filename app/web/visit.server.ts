import { findAssessment, type StoredAssessment } from '#app/data/assessment.server.ts';
import { findOpenLink, type StoredLink } from '#app/data/link.server.ts';
import { can, type Permission, permissions, type Role } from '#app/domain/access.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import { requireLanguage } from './language.ts';
import type { Services } from './services.ts';
import { type AppSession, readSession } from './session.server.ts';

/** One person at one assessment: who, in which role and language, and the checklist in that language. */
export type Visit = {
  services: Services;
  session: AppSession;
  language: Language;
  t: Translate;
  assessment: StoredAssessment;
  checklist: Checklist;
  link: StoredLink;
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

/** The visit of this browser to an assessment, when one of its links still opens it. */
export async function findVisit(
  services: Services,
  request: Request,
  id: string,
  language: Language,
): Promise<Visit | null> {
  const session = await readSession(services, request);
  const grants = session.get('grants') ?? {};
  const granted = Object.hasOwn(grants, id) ? grants[id] : undefined;
  if (!granted) return null;
  const link = await findOpenLink(services.store, granted, services.now());
  const assessment = await findAssessment(services.store, id);
  const checklist = assessment && services.findChecklist(assessment.checklistRef, language);
  if (!link || link.assessmentId !== id || !assessment || !checklist) return null;
  const role = roleOf(link);
  return {
    services,
    session,
    language,
    t: services.translate[language],
    assessment,
    checklist,
    link,
    role,
    author: session.get('author') as string,
    may: (permission) => can(role, permission),
  };
}

const roleOf = (link: StoredLink): Role => (link.kind === 'ask' ? 'asked' : link.kind);

/** What this visitor may do, for drawing menus and buttons. */
export const allowed = (visit: Visit): Permission[] => permissions.filter(visit.may);
