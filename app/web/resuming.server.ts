import { findAssessmentByCode } from '#app/data/assessment.server.ts';
import { findOwnerLink } from '#app/data/link.server.ts';
import { readCode } from '#app/domain/code.ts';
import { rememberCode } from './own-codes.ts';
import { noteSecurity } from './security-event.ts';
import type { Services } from './services.ts';
import { grant, readSession } from './session.server.ts';

type Opened = { ok: true; id: string; headers: Headers } | { ok: false; error: string; status: number };

/** Opens an assessment for its owner by code; an unknown code and a stopped one are the same answer. */
export async function openByCode(
  services: Services,
  request: Request,
  address: string,
  typed: string,
): Promise<Opened> {
  const code = readCode(typed);
  const key = services.hash(code ?? typed);
  if (!(await services.guessing.mayTry(address, key))) {
    noteSecurity(services, { event: 'code-too-often' });
    return { ok: false, error: 'resume.too-often', status: 429 };
  }
  const assessment = code ? await findAssessmentByCode(services.store, key) : null;
  const link = assessment && (await findOwnerLink(services.store, assessment.id));
  if (!code || !assessment || !link) {
    noteSecurity(services, { event: 'code-refused' });
    await services.guessing.wrong(address, key);
    return { ok: false, error: 'resume.unknown', status: 404 };
  }
  const session = await readSession(services, request);
  const headers = new Headers();
  headers.append('Set-Cookie', await grant(services, session, assessment.id, link.id));
  headers.append('Set-Cookie', await rememberCode(services, request, assessment.id, code));
  return { ok: true, id: assessment.id, headers };
}
