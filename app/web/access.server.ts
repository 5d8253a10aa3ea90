import { askDigest, stopDigest } from '#app/data/digest.server.ts';
import { createLink, revokeLink } from '#app/data/link.server.ts';
import { writeLog } from '#app/data/log.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { saveCounted } from '#app/data/submission.server.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { digestInput, shareInput } from '#app/domain/share-input.ts';
import { renewCode } from './beginning.server.ts';
import { checkForm, typedValues } from './form.ts';
import type { Visit } from './visit.server.ts';

export type AccessResult =
  | { kind: 'failed'; intent: 'share' | 'digest'; form: FailedForm }
  | { kind: 'link'; url: string }
  | { kind: 'asked' }
  | { kind: 'done'; at: string; headers: Headers };

/** What the owner can do on the page of who has access; an unknown intent does nothing. */
export function accessActions(visit: Visit, request: Request, form: FormData): Promise<AccessResult> {
  switch (form.get('intent')) {
    case 'share':
      return share(visit, form);
    case 'revoke':
      return revoke(visit, String(form.get('link')));
    case 'renew-code':
      return renew(visit, request);
    case 'count':
    case 'do-not-count':
      return count(visit, String(form.get('submission')), form.get('intent') === 'count');
    case 'digest':
      return digest(visit, form);
    case 'stop-digest':
      return stop(visit);
    default:
      return done('');
  }
}

const done = async (at: string, headers = new Headers()): Promise<AccessResult> => ({ kind: 'done', at, headers });

async function share(visit: Visit, posted: FormData): Promise<AccessResult> {
  const form = checkForm(typedValues(posted), shareInput);
  if (!form.ok) return { kind: 'failed', intent: 'share', form };
  const { services, assessment, language } = visit;
  const token = services.newToken();
  await createLink(services.store, {
    id: services.newId(),
    assessmentId: assessment.id,
    kind: form.data.kind,
    tokenHash: services.hash(token),
    label: form.data.label,
    voice: form.data.voice,
    item: null,
    question: '',
    createdAt: services.now(),
    expiresAt: null,
    revokedAt: null,
    openedAt: null,
  });
  await log(visit, `log.${form.data.kind}`, { label: form.data.label });
  return { kind: 'link', url: `${services.baseUrl}/${language}/open/${token}` };
}

async function revoke(visit: Visit, link: string): Promise<AccessResult> {
  const { services, assessment } = visit;
  if (link !== visit.link.id && (await revokeLink(services.store, assessment.id, link, services.now())))
    await log(visit, 'log.revoked', {});
  return done('#share');
}

/** Consent can be taken back, and given later, per hand-in. */
async function count(visit: Visit, submission: string, counted: boolean): Promise<AccessResult> {
  const { services, assessment } = visit;
  if (!assessment.demo) await saveCounted(services.store, assessment.id, submission, counted);
  await log(visit, counted ? 'log.counted' : 'log.not-counted', {});
  return done('#figures');
}

async function renew(visit: Visit, request: Request): Promise<AccessResult> {
  const cookie = await renewCode(visit.services, request, visit.assessment.id);
  await log(visit, 'log.code', {});
  return done('#code', new Headers({ 'Set-Cookie': cookie }));
}

async function digest(visit: Visit, posted: FormData): Promise<AccessResult> {
  const form = checkForm(typedValues(posted), digestInput);
  if (!form.ok) return { kind: 'failed', intent: 'digest', form };
  const { services, assessment, language } = visit;
  if (!services.mail) return done('');
  const [confirm, stopping] = [services.newToken(), services.newToken()];
  await askDigest(services.store, {
    assessmentId: assessment.id,
    email: form.data.email,
    language,
    confirmHash: services.hash(confirm),
    stopHash: services.hash(stopping),
    stopToken: services.seal(stopping),
    askedAt: services.now(),
    confirmedAt: null,
    lastWeek: null,
  });
  await postSealed(services, {
    kind: 'confirm',
    assessmentId: assessment.id,
    to: form.data.email,
    language,
    payload: { url: `${services.baseUrl}/${language}/digest/confirm/${confirm}` },
  });
  return { kind: 'asked' };
}

async function stop({ services, assessment }: Visit): Promise<AccessResult> {
  await stopDigest(services.store, assessment.id);
  return done('#digest');
}

const log = ({ services, assessment, role }: Visit, what: string, detail: Record<string, string>) =>
  writeLog(services.store, assessment.id, { id: services.newId(), at: services.now(), who: role, what, detail });
