import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { findQuietOrganisation, listQuietOrganisations } from '#app/data/organisation-deletion.server.ts';
import { addPerson } from '#app/data/person.server.ts';
import { createPilot } from '#app/data/pilot.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { TestApp } from '../support/app.ts';
import { type SignedInVisitor, storePlacement } from '../support/people.ts';
import { buildPilot } from '../support/pilot.ts';
import { storeEdition } from '../support/stored-edition.ts';
import { engines, freshStore } from '../support/stores.ts';

/* What makes an organisation one that keeps something: it is neither mailed nor removed, however long nobody signs in. */

const at = new Date('2026-03-01T10:00:00.000Z');
const years = new Date('2031-03-01T10:00:00.000Z');
const fresh = () => randomBytes(9).toString('base64url');

type Owned = { store: Store; organisationId: string; owner: string };
const addKey = ({ store, organisationId }: Owned, revokedAt: Date | null) =>
  store.write((tx) =>
    tx
      .insert(store.t.apiKey)
      .values({ id: fresh(), organisationId, label: 'cijfers', tokenHash: fresh(), createdAt: at, revokedAt }),
  );
const addEdition = ({ store, organisationId }: Owned, versions: number, withdrawnAt?: Date) =>
  storeEdition(store, {
    id: fresh(),
    organisationId,
    slug: fresh(),
    at,
    versions,
    ...(withdrawnAt && { withdrawnAt }),
  });

const kept: Record<string, (owned: Owned) => Promise<unknown>> = {
  'an edition in the making': (owned) => addEdition(owned, 0),
  'a published edition': (owned) => addEdition(owned, 1),
  'an edition that was withdrawn, in which self-scans go on': (owned) => addEdition(owned, 2, at),
  'an edition with a campaign': async (owned) => {
    const editionId = await addEdition(owned, 1);
    const campaign = { id: fresh(), editionId, slug: fresh(), title: 'Studiedag', createdAt: at };
    await owned.store.write((tx) => tx.insert(owned.store.t.campaign).values(campaign));
  },
  'a key that reads figures': (owned) => addKey(owned, null),
  'an action in its sector plan': ({ store, organisationId }) =>
    store.write((tx) =>
      tx
        .insert(store.t.sectorAction)
        .values({ id: fresh(), organisationId, sector: 'care', title: 'Vorming', createdAt: at, changedAt: at }),
    ),
  'a pilot': ({ store, organisationId }) => {
    const { pilot } = buildPilot({}, { id: fresh(), organisationId });
    return createPilot(store, pilot, { phases: [], partners: [], lessons: [] }, at);
  },
  'a placement': ({ store, organisationId, owner }) => {
    const app = { services: { store, newId: fresh, now: () => at } } as unknown as TestApp;
    return storePlacement(app, { id: owner } as SignedInVisitor, { organisationId });
  },
};

describe.each(engines)('quiet organisations on %s', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  async function organisation(): Promise<Owned> {
    const person = { id: fresh(), email: `${fresh()}@example.org`, language: 'nl', createdAt: at } as const;
    const owner = (await store.write((tx) => addPerson(tx, store, person))).id;
    const made = { id: fresh(), kind: 'federation', name: 'Federatie', demo: false, createdAt: at } as const;
    await createOrganisation(store, made, { personId: owner, label: '' });
    return { store, organisationId: made.id, owner };
  }
  const isQuiet = async ({ organisationId }: Owned) => {
    const listed = (await listQuietOrganisations(store, years)).some((one) => one.id === organisationId);
    expect((await findQuietOrganisation(store, organisationId)) !== null).toBe(listed);
    return listed;
  };

  test.each(Object.entries(kept))('with %s it is not quiet', async (_, keep) => {
    const owned = await organisation();
    expect(await isQuiet(owned)).toBe(true);
    await keep(owned);
    expect(await isQuiet(owned)).toBe(false);
  });

  test('a key that was stopped keeps nothing', async () => {
    const owned = await organisation();
    await addKey(owned, at);
    expect(await isQuiet(owned)).toBe(true);
  });
});
