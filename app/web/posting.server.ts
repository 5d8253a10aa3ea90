import { postMail } from '#app/data/mail.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Services } from './services.ts';

/** Puts a mail in the box; its links are secrets, so what it says is sealed until it is sent. */
export const postSealed = (
  services: Services,
  mail: { kind: string; to: string; language: Language; payload: Record<string, string>; id?: string },
): Promise<void> =>
  postMail(services.store, {
    id: mail.id ?? `${mail.kind}-${services.newId()}`,
    toAddress: mail.to,
    language: mail.language,
    kind: mail.kind,
    payload: { sealed: services.seal(JSON.stringify(mail.payload)) },
    createdAt: services.now(),
  });
