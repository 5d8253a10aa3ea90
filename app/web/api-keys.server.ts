import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from '#app/data/api-key.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { apiKeyInput } from '#app/domain/sector-action-input.ts';
import type { FederationVisit } from './federation-visit.server.ts';
import { checkForm, typedValues } from './form.ts';
import { logLine } from './organisation-visit.server.ts';

/** The keys of a federation, with their days in words. */
export async function readKeys({ services, organisation, language }: FederationVisit) {
  const keys = await listApiKeys(services.store, organisation.id);
  const day = (at: Date | null) => at && showDay(language, at);
  return keys.map(({ id, label, createdAt, usedAt, revokedAt }: ApiKey) => ({
    id,
    label,
    made: showDay(language, createdAt),
    used: day(usedAt),
    revoked: day(revokedAt),
  }));
}

/** A new key is in the answer once, and nowhere else. */
export type KeyChange = { kind: 'made'; key: string } | { kind: 'failed'; form: FailedForm } | { kind: 'revoked' };

/** Makes or stops a key as posted; an unknown intent, or a key that is not there, is 404. */
export async function changeKeys(visit: FederationVisit, posted: FormData): Promise<KeyChange> {
  const intent = posted.get('intent');
  if (intent === 'make') return makeKey(visit, posted);
  if (intent === 'revoke') return revokeKey(visit, String(posted.get('key') ?? ''));
  throw new Response(null, { status: 404 });
}

async function makeKey(visit: FederationVisit, posted: FormData): Promise<KeyChange> {
  const form = checkForm(typedValues(posted), apiKeyInput);
  if (!form.ok) return { kind: 'failed', form };
  const { services, organisation } = visit;
  const { label } = form.data;
  const token = services.newToken();
  const key = { id: services.newId(), organisationId: organisation.id, label, createdAt: services.now() };
  const line = logLine(visit, 'key-made', { label });
  await createApiKey(services.store, { ...key, tokenHash: services.hash(token) }, line);
  return { kind: 'made', key: token };
}

async function revokeKey(visit: FederationVisit, id: string): Promise<KeyChange> {
  const { services, organisation } = visit;
  const gone = await revokeApiKey(services.store, organisation.id, id, services.now(), (label) =>
    logLine(visit, 'key-revoked', { label }),
  );
  if (gone === null) throw new Response(null, { status: 404 });
  return { kind: 'revoked' };
}
