import { createEdition, publishEdition } from '#app/data/edition.server.ts';
import { saveLogo } from '#app/data/logo.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { readLogo } from '#app/web/logo.server.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import type { Services } from '#app/web/services.ts';
import { demoEditions, zorgVooruit } from '#drizzle/seed/zorg-vooruit.ts';
import { type Actor, daysBefore, playAs } from './demo-moment.ts';

/** Plays what the federation of the demo did: found itself, make its editions, publish one. */
export async function playEditions(services: Services): Promise<void> {
  const organisationId = services.newId();
  await playAs(daysBefore(services, zorgVooruit.daysAgo), zorgVooruit.owner.person, async (actor) => {
    const { store, now } = actor.services;
    const made = {
      id: organisationId,
      kind: 'federation',
      name: zorgVooruit.name,
      demo: true,
      createdAt: now(),
    } as const;
    const member = { personId: actor.person.id, label: zorgVooruit.owner.label };
    await createOrganisation(store, made, member, logLine(actor, 'created'));
  });
  for (const one of demoEditions)
    await playAs(daysBefore(services, one.daysAgo), zorgVooruit.owner.person, (actor) =>
      makeEdition(actor, organisationId, one),
    );
}

async function makeEdition(actor: Actor, organisationId: string, one: (typeof demoEditions)[number]) {
  const { store, newId, now, startable } = actor.services;
  const [id, at] = [newId(), now()];
  const name = one.content.name.nl ?? '';
  const draft = { ...one.content, logo: await storeLogo(actor, organisationId) };
  const edition = { id, organisationId, sector: one.sector, slug: one.slug, draft, createdAt: at };
  await createEdition(store, edition, logLine(actor, 'edition-created', { name }));
  if (!one.published) return;
  const checklistRef = startable.find((ref) => ref.startsWith(`${one.sector}@`)) ?? '';
  const publishing = { versionId: newId(), checklistRef, changes: '', at, seen: at };
  await publishEdition(store, edition, publishing, (number) =>
    logLine(actor, 'edition-published', { name, number: String(number) }),
  );
}

async function storeLogo({ services }: Actor, organisationId: string): Promise<string> {
  const read = await readLogo(organisationId, Buffer.from(zorgVooruit.logo));
  if (!read.ok) throw new Error(`The logo of the demo is refused: ${read.error}`);
  await saveLogo(services.store, organisationId, read.logo, services.now());
  return read.logo.id;
}
