import { listConfirmedByEmail } from '#app/data/digest.server.ts';
import { createLink } from '#app/data/link.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import { ownerLink } from './beginning.server.ts';
import type { Services } from './services.ts';

/**
 * Mails a new owner link for every assessment whose confirmed address this is. The page says the same whether there
 * are any, so that nobody can find out whose address is known.
 */
export async function mailNewLinks(
  services: Services,
  address: string,
  email: string,
  language: Language,
): Promise<void> {
  const key = services.hash(`recover:${email}`);
  if (!services.mail || !(await services.guessing.mayTry(address, key))) return;
  await services.guessing.wrong(address, key);
  for (const digest of await listConfirmedByEmail(services.store, email)) {
    const token = services.newToken();
    await createLink(
      services.store,
      ownerLink(digest.assessmentId, services.newId(), services.hash(token), services.now()),
    );
    await postSealed(services, {
      kind: 'recover',
      assessmentId: digest.assessmentId,
      to: email,
      language,
      payload: { url: `${services.baseUrl}/${language}/open/${token}` },
    });
  }
}
