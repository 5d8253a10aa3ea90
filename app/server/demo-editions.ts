import { createEdition, publishEdition } from '#app/data/edition.server.ts';
import { saveLogo } from '#app/data/logo.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';
import { readLogo } from '#app/web/logo.server.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { requireSector } from '#app/web/sector.ts';
import { changeSectorPlan } from '#app/web/sector-plan.server.ts';
import type { Services } from '#app/web/services.ts';
import type { Fields } from '#drizzle/seed/placement-scenes.ts';
import { sectorPlan } from '#drizzle/seed/sector-plan.ts';
import { demoEditions, zorgVooruit } from '#drizzle/seed/zorg-vooruit.ts';
import { type Actor, daysBefore, expectDone, playAs, posted } from './demo-moment.ts';

/** Plays what the federation of the demo did: found itself, make its editions, publish one, plan for its sector. */
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
  for (const { daysAgo, fields } of sectorPlan)
    await playAs(daysBefore(services, daysAgo), zorgVooruit.owner.person, (actor) =>
      planForSector(actor, organisationId, fields),
    );
}

async function planForSector({ services, request }: Actor, organisation: string, fields: Fields) {
  const asked = { request, params: { lang: 'nl', organisation }, context: { services } };
  const visit = await requireFederation(asked, 'plan-sector');
  const checklist = requireSector(services, 'care', 'nl');
  expectDone((await changeSectorPlan(visit, checklist, posted(services, fields)))?.form ?? null);
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
