import type { Beginning } from './beginning.server.ts';
import { logLine, requireOrganisation } from './organisation-visit.server.ts';
import type { Services } from './services.ts';

type Asked = { request: Request; params: { lang?: string }; context: { services: Services } };

/** The employer that `?for=` names, to keep the new assessment; nothing without it, 404 when it is not theirs. */
export async function requireEmployer(asked: Asked): Promise<Pick<Beginning, 'keptBy'>> {
  const id = new URL(asked.request.url).searchParams.get('for');
  if (id === null) return {};
  const visit = await requireOrganisation({ ...asked, params: { ...asked.params, organisation: id } }, 'add-workplace');
  if (visit.organisation.kind !== 'employer') throw new Response(null, { status: 404 });
  return { keptBy: { organisationId: id, line: (label) => logLine(visit, 'workplace-kept', { label }) } };
}
