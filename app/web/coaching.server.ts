import { bindShare } from '#app/data/coach-share.server.ts';
import { findDigest } from '#app/data/digest.server.ts';
import { findOpenLinkByToken, type StoredLink } from '#app/data/link.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { createOrganisation, listMemberships } from '#app/data/organisation.server.ts';
import { coachingInput } from '#app/domain/coach-share-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { checkForm, typedValues } from './form.ts';
import type { SignedIn } from './person.server.ts';
import type { Services } from './services.ts';

/** A share that waits for its coach; 404 when it is bound, over, or no share. A sealed secret starts with ~. */
export async function requireOffer(services: Services, token: string | undefined): Promise<StoredLink> {
  const secret = token?.startsWith('~') ? (services.unseal(token.slice(1)) ?? '') : (token ?? '');
  const link = await findOpenLinkByToken(services.store, services.hash(secret), services.now());
  if (link?.kind !== 'coach') throw new Response(null, { status: 404 });
  return link;
}

/** The secret as it may wait in the database while somebody signs in. */
export const sealedToken = (services: Services, token: string): string =>
  token.startsWith('~') ? token : `~${services.seal(token)}`;

/** The coaching organisations of this person, by the name that employers read. */
export async function coachingNames({ services, person }: SignedIn): Promise<string[]> {
  const memberships = await listMemberships(services.store, person.id);
  return memberships.filter((one) => one.organisation.kind === 'coaching').map((one) => one.organisation.name);
}

/** The name of the coaching organisation to appear under: one of theirs, or one that is made now from the form. */
export async function appearAs(signedIn: SignedIn, posted: FormData): Promise<{ ok: true; name: string } | FailedForm> {
  const { services, person } = signedIn;
  const names = await coachingNames(signedIn);
  const [first] = names;
  const chosen = String(posted.get('organisation') ?? '');
  if (first !== undefined) return { ok: true, name: names.includes(chosen) ? chosen : first };
  const form = checkForm(typedValues(posted), coachingInput);
  if (!form.ok) return form;
  const { name, label } = form.data;
  await createOrganisation(
    services.store,
    { id: services.newId(), kind: 'coaching', name, demo: services.demo, createdAt: services.now() },
    { personId: person.id, label },
  );
  return { ok: true, name };
}

/** Binds the share to this coach; an employer who left a confirmed address hears of it. False when somebody was first. */
export async function acceptOffer({ services, person }: SignedIn, offer: StoredLink, name: string): Promise<boolean> {
  const bound = await bindShare(services.store, offer.id, { personId: person.id, label: name }, services.now());
  if (bound) await tellEmployer(services, offer);
  return bound;
}

async function tellEmployer(services: Services, { id, assessmentId }: StoredLink) {
  const digest = await findDigest(services.store, assessmentId);
  if (!services.mail || !digest?.confirmedAt) return;
  await postSealed(services, {
    id: `coach-waits-${id}`,
    kind: 'coach-waits',
    assessmentId,
    to: digest.email,
    language: digest.language,
    payload: { url: `${services.baseUrl}/${digest.language}/assessments/${assessmentId}/share` },
  });
}
