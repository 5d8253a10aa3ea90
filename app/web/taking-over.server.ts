import { findAssessment, type StoredAssessment } from '#app/data/assessment.server.ts';
import { findOpenLinkByToken, type StoredLink } from '#app/data/link.server.ts';
import { writeLog } from '#app/data/log.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { findPerson } from '#app/data/person.server.ts';
import { offerTakeOver, takeOver } from '#app/data/take-over.server.ts';
import { addDays, brusselsDay, endOfDay } from '#app/domain/calendar.ts';
import { shareEnd, usualMonths } from '#app/domain/coach-share.ts';
import { takeOverDays } from '#app/domain/retention.ts';
import { ownerLink } from './beginning.server.ts';
import { rememberCode } from './own-codes.ts';
import type { Services } from './services.ts';
import { grant, readSession } from './session.server.ts';
import { secretLink } from './sharing.server.ts';
import type { Visit } from './visit.server.ts';

/** The last day on which an employer can take over an assessment that a coach started: YYYY-MM-DD. */
export const takeOverUntil = ({ createdAt }: Pick<StoredAssessment, 'createdAt'>): string =>
  addDays(brusselsDay(createdAt), takeOverDays);

/** A new link by which the employer takes over, mailed when an address is given; the earlier one stops. */
export async function makeTakeOver(visit: Visit, email: string) {
  const { services, assessment, language } = visit;
  const token = services.newToken();
  const link = { ...secretLink(visit, token), kind: 'take-over', voice: 'hr' } as const;
  const expiresAt = endOfDay(takeOverUntil(assessment));
  await offerTakeOver(services.store, { ...link, expiresAt }, services.now());
  if (!email || !services.mail) return;
  const url = `${services.baseUrl}/${language}/take-over/${token}`;
  await postSealed(services, {
    id: `take-over-${link.id}`,
    kind: 'take-over',
    assessmentId: assessment.id,
    to: email,
    language,
    payload: { url },
  });
}

export type TakeOverOffer = { link: StoredLink; assessment: StoredAssessment };

/** What a take-over link leads to; 404 when it was spent, is over, or is none. */
export async function requireTakeOver(services: Services, token: string | undefined): Promise<TakeOverOffer> {
  const link = await findOpenLinkByToken(services.store, services.hash(token ?? ''), services.now());
  const assessment = link?.kind === 'take-over' ? await findAssessment(services.store, link.assessmentId) : null;
  if (!link || !assessment || assessment.takenOverAt) throw new Response(null, { status: 404 });
  return { link, assessment };
}

/** The coach who started it, as the employer reads it: address and organisation. */
export async function starterOf(services: Services, { startedBy }: StoredAssessment) {
  const person = startedBy ? await findPerson(services.store, startedBy) : null;
  if (!person) return null;
  const memberships = await listMemberships(services.store, person.id);
  const name = memberships.find((one) => one.organisation.kind === 'coaching')?.organisation.name ?? '';
  return { id: person.id, email: person.email, name };
}

/** The employer becomes owner in this browser; the Set-Cookie headers, or null when somebody was first. */
export async function becomeOwner(
  services: Services,
  request: Request,
  { link, assessment }: TakeOverOffer,
  keepsLooking: boolean,
): Promise<Headers | null> {
  const { store, newId, newToken, newCode, hash, now } = services;
  const session = await readSession(services, request);
  const code = newCode();
  const owner = ownerLink(assessment.id, newId(), hash(newToken()), now());
  const share = keepsLooking ? await shareWithStarter(services, assessment) : null;
  const countingKey = session.get('countingKey') as string;
  const taken = { codeHash: hash(code), countingKey, owner, share };
  if (!(await takeOver(store, link.id, assessment.id, taken, now()))) return null;
  const line = { id: newId(), at: now(), who: 'owner', what: 'log.taken-over', detail: {} };
  await writeLog(store, assessment.id, line);
  const headers = new Headers();
  headers.append('Set-Cookie', await grant(services, session, assessment.id, owner.id));
  headers.append('Set-Cookie', await rememberCode(services, request, assessment.id, code));
  return headers;
}

/** A share that is bound to the coach and confirmed by taking over; notes are the employer's to share later. */
async function shareWithStarter(services: Services, assessment: StoredAssessment) {
  const coach = await starterOf(services, assessment);
  if (!coach) return null;
  const now = services.now();
  const bound = { personId: coach.id, boundAt: now, confirmedAt: now, openedAt: now, label: coach.name, sealed: null };
  return {
    ...secretLink({ services, assessment }, services.newToken()),
    ...bound,
    kind: 'coach' as const,
    voice: 'job-coach' as const,
    expiresAt: shareEnd(now, usualMonths),
    scope: ['plan' as const],
  };
}
