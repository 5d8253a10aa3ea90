import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findOpenLinkByToken, markOpened } from '#app/data/link.server.ts';
import { can, isStronger } from '#app/domain/access.ts';
import { requireLanguage } from '#app/web/language.ts';
import { grant, readSession } from '#app/web/session.server.ts';
import { findVisit } from '#app/web/visit.server.ts';

/** Opens an assessment through a link: the secret leaves the address at once. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const link = await findOpenLinkByToken(services.store, services.hash(params.token ?? ''), services.now());
  if (!link || !isOpening(link.kind)) throw new Response(null, { status: 404 });
  const visit = await findVisit(services, request, link.assessmentId, language);
  if (visit && isStronger(visit.role, link.kind)) return redirect(`/${language}/assessments/${link.assessmentId}`);
  await markOpened(services.store, link.id, services.now());
  const session = await readSession(services, request);
  const page = can(link.kind, 'read-answers') ? '' : '/result';
  return redirect(`/${language}/assessments/${link.assessmentId}${page}`, {
    headers: { 'Set-Cookie': await grant(services, session, link.assessmentId, link.id), 'Cache-Control': 'no-store' },
  });
}

const opening = ['owner', 'colleague', 'reader'] as const;
const isOpening = (kind: string): kind is (typeof opening)[number] => (opening as readonly string[]).includes(kind);

/** Makes this a page, so that a stopped link shows the error page of the house. */
export default function Open() {
  return null;
}
