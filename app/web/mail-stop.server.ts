import { stopCaseloadWeek } from '#app/data/caseload-mail.server.ts';
import { resumeMailTo, stopCoachMail, stopHostMail, stopOwnerMail } from '#app/data/mail-stop.server.ts';
import { type MailStop, readStop } from '#app/domain/mail-stop.ts';
import type { Services } from './services.ts';

/** What a stop link is about; null when it is not one of ours. */
export const stopBehind = ({ unseal }: Services, token = ''): MailStop | null => readStop(unseal(token));

/** Stops what the link is about; stopping twice is stopping once. */
export async function stopMail(services: Services, stop: MailStop): Promise<void> {
  const { store, hash, now, newId } = services;
  if (stop.kind === 'coach') await stopCoachMail(store, stop.placement, stop.person, now());
  if (stop.kind === 'owner') await stopOwnerMail(store, stop.placement, stop.person, now());
  if (stop.kind === 'caseload-week') await stopCaseloadWeek(store, stop.person, now());
  if (stop.kind === 'host') {
    const what = 'follow-up.event-host-stopped';
    const event = { id: newId(), at: now(), side: 'host', what, detail: {} } as const;
    await stopHostMail(store, stop.placement, stop.addressHash, hash, event);
  }
}

/** Who stopped by mistake starts again; the host's address was forgotten, so only the coach can give it again. */
export async function resumeMail({ store }: Services, stop: MailStop): Promise<void> {
  if (stop.kind === 'coach' || stop.kind === 'owner') await resumeMailTo(store, stop.placement, stop.person);
  if (stop.kind === 'caseload-week') await stopCaseloadWeek(store, stop.person, null);
}
