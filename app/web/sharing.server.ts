import type { FieldValues } from 'react-hook-form';
import type { output, ZodMiniType } from 'zod/mini';
import { changeShare, confirmShare } from '#app/data/coach-share.server.ts';
import { createLink, type NewLink, revokeLink } from '#app/data/link.server.ts';
import { writeLog } from '#app/data/log.server.ts';
import { shareEnd } from '#app/domain/coach-share.ts';
import { changedShareInput, coachShareInput } from '#app/domain/coach-share-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { checkForm, typedValues } from './form.ts';
import type { Visit } from './visit.server.ts';

/** What the owner can do with the shares; a form that failed, or null when it is done. An unknown intent does nothing. */
export async function sharingActions(visit: Visit, posted: FormData): Promise<FailedForm | null> {
  const share = String(posted.get('share') ?? '');
  switch (posted.get('intent')) {
    case 'offer':
      return withChoices(posted, coachShareInput, (choices) => offer(visit, choices));
    case 'change':
      return withChoices(posted, changedShareInput, (choices) => change(visit, share, choices));
    case 'confirm':
      return confirm(visit, share);
    case 'stop':
      return stop(visit, share);
    default:
      return null;
  }
}

async function withChoices<T extends FieldValues>(
  posted: FormData,
  schema: ZodMiniType<T>,
  work: (choices: T) => Promise<void>,
): Promise<FailedForm | null> {
  const form = checkForm(typedValues(posted, ['scope']), schema);
  if (!form.ok) return form;
  await work(form.data);
  return null;
}

async function offer(visit: Visit, { scope, months }: output<typeof coachShareInput>) {
  const { services, assessment } = visit;
  const token = services.newToken();
  await createLink(services.store, {
    ...secretLink(visit, token),
    kind: 'coach',
    voice: 'job-coach',
    expiresAt: shareEnd(services.now(), months),
    assessmentId: assessment.id,
    scope,
  });
  await log(visit, 'log.coach-offered');
}

/** A link whose maker can show it again; it opens nothing by itself. */
export const secretLink = (
  { services, assessment }: Pick<Visit, 'services' | 'assessment'>,
  token: string,
): Omit<NewLink, 'kind' | 'voice' | 'expiresAt'> => ({
  id: services.newId(),
  assessmentId: assessment.id,
  tokenHash: services.hash(token),
  sealed: services.seal(token),
  label: '',
  item: null,
  question: '',
  createdAt: services.now(),
  revokedAt: null,
  openedAt: null,
});

async function change({ services, assessment }: Visit, share: string, choices: output<typeof changedShareInput>) {
  const { scope, months } = choices;
  const now = services.now();
  const end = months === 'as-now' ? {} : { expiresAt: shareEnd(now, months) };
  await changeShare(services.store, assessment.id, share, { scope, ...end }, now);
}

async function confirm(visit: Visit, share: string) {
  const { services, assessment } = visit;
  if (await confirmShare(services.store, assessment.id, share, services.now())) await log(visit, 'log.coach-confirmed');
  return null;
}

async function stop(visit: Visit, share: string) {
  const { services, assessment } = visit;
  if (await revokeLink(services.store, assessment.id, share, services.now())) await log(visit, 'log.coach-stopped');
  return null;
}

const log = ({ services, assessment, role }: Visit, what: string) =>
  writeLog(services.store, assessment.id, { id: services.newId(), at: services.now(), who: role, what, detail: {} });
