import { findAssessment } from '#app/data/assessment.server.ts';
import { findOpenLinkByToken } from '#app/data/link.server.ts';
import { can } from '#app/domain/access.ts';
import type { Item } from '#app/domain/checklist.ts';
import { itemOf } from './answering.server.ts';
import { requireLanguage } from './language.ts';
import type { Services } from './services.ts';
import { readSession } from './session.server.ts';
import type { Visit } from './visit.server.ts';

type Asked = { request: Request; params: { lang?: string; token?: string }; context: { services: Services } };

/**
 * The visit of a colleague who was asked one question: the link is the visit, no session is made. The author is the
 * link, so that a second answer through it replaces the first.
 */
export async function requireAskVisit({
  request,
  params,
  context,
}: Asked): Promise<{ visit: Visit; item: Item; question: string }> {
  const { services } = context;
  const language = requireLanguage(params);
  const link = await findOpenLinkByToken(services.store, services.hash(params.token ?? ''), services.now());
  const assessment = link?.kind === 'ask' ? await findAssessment(services.store, link.assessmentId) : null;
  const checklist = assessment && (await services.findChecklist(assessment.checklistRef, language));
  if (!link || !assessment || !checklist) throw new Response(null, { status: 404 });
  const visit: Visit = {
    services,
    session: await readSession(services, request),
    language,
    t: services.translate[language],
    assessment,
    checklist,
    link,
    role: 'asked',
    author: `ask-${link.id}`,
    may: (permission) => can('asked', permission),
  };
  const item = itemOf(visit, link.item ?? '');
  if (!item || !visit.may('answer-one')) throw new Response(null, { status: 404 });
  return { visit, item, question: link.question };
}
