import { beforeAll, describe, expect, test } from 'vitest';
import {
  createCampaign,
  endCampaign,
  findCampaign,
  findCampaignAt,
  listCampaigns,
  listOfferedEditions,
} from '#app/data/campaign.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { deleteOrganisation } from '#app/data/organisation-deletion.server.ts';
import { listOrganisationLog, type OrganisationEvent } from '#app/data/organisation-log.server.ts';
import { mergeOrganisations } from '#app/data/organisation-merge.server.ts';
import { addPerson } from '#app/data/person.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { saveUptake, type Uptake } from '#app/data/uptake.server.ts';
import { editionContent, storeEdition } from '../support/stored-edition.ts';
import { engines, freshStore } from '../support/stores.ts';

const at = new Date('2026-11-25T10:00:00.000Z');

describe.each(engines)('campaigns on %s', (engine) => {
  let store: Store;
  let used = 0;
  const fresh = () => `id-${++used}`;
  const line = (what: OrganisationEvent, detail = {}) => ({ id: fresh(), at, who: 'a@example.org', what, detail });

  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  async function organisation(kind: 'federation' | 'employer' = 'federation') {
    const person = await store.write((tx) =>
      addPerson(tx, store, { id: fresh(), email: `${fresh()}@example.org`, language: 'nl', createdAt: at }),
    );
    const id = fresh();
    const made = { id, kind, name: id, demo: false, createdAt: at } as const;
    await createOrganisation(store, made, { personId: person.id, label: '' });
    return { id, owner: person.id };
  }
  const edition = (organisationId: string, versions = 1) =>
    storeEdition(store, { id: fresh(), organisationId, slug: fresh(), at, versions });
  const campaign = (editionId: string, over = {}) => ({
    id: fresh(),
    editionId,
    slug: '',
    title: 'Nieuwsbrief september',
    createdAt: at,
    ...over,
  });
  async function running() {
    const { id } = await organisation();
    const made = campaign(await edition(id), { slug: fresh() });
    expect(await createCampaign(store, id, made, line('campaign-made'))).toBe('created');
    return { organisationId: id, ...made };
  }

  test('get an address of their title; one that is taken, also by another federation, gets a number', async () => {
    const [one, other] = [await organisation(), await organisation()];
    const [first, second] = [campaign(await edition(one.id)), campaign(await edition(other.id))];
    expect(await createCampaign(store, one.id, first, line('campaign-made'))).toBe('created');
    expect(await createCampaign(store, other.id, second, line('campaign-made'))).toBe('created');
    expect((await findCampaignAt(store, 'nieuwsbrief-september'))?.id).toBe(first.id);
    expect((await findCampaignAt(store, 'nieuwsbrief-september-2'))?.id).toBe(second.id);
    const typed = campaign(second.editionId, { slug: 'nieuwsbrief-september' });
    expect(await createCampaign(store, other.id, typed, line('campaign-made'))).toBe('taken');
    expect(await findCampaign(store, typed.id)).toBeNull();
    expect(await listOrganisationLog(store, other.id)).toHaveLength(1);
  });

  test('are made only of an edition of that federation that is published and not withdrawn', async () => {
    const [one, other] = [await organisation(), await organisation()];
    const theirs = await edition(other.id);
    const draft = await edition(one.id, 0);
    const withdrawn = await storeEdition(store, {
      ...{ id: fresh(), organisationId: one.id, slug: fresh(), at, versions: 1 },
      withdrawnAt: at,
    });
    for (const id of [theirs, draft, withdrawn, 'none'])
      expect(await createCampaign(store, one.id, campaign(id), line('campaign-made'))).toBe('no-edition');
    expect(await listOfferedEditions(store, one.id)).toEqual([]);
    expect(await listCampaigns(store, one.id)).toEqual([]);
  });

  test('show the newest version of their edition, and stand newest first', async () => {
    const { id } = await organisation();
    const of = await edition(id, 3);
    const old = campaign(of, { title: 'Oud' });
    const young = campaign(of, { title: 'Jong', createdAt: new Date(at.getTime() + 1000) });
    for (const one of [old, young]) await createCampaign(store, id, one, line('campaign-made'));
    const list = await listCampaigns(store, id);
    expect(list.map(({ title }) => title)).toEqual(['Jong', 'Oud']);
    expect(list.map(({ edition: { name } }) => name.nl)).toEqual(Array(2).fill(editionContent(3).name.nl));
    expect((await listOfferedEditions(store, id)).map(({ name }) => name.nl)).toEqual([editionContent(3).name.nl]);
    expect((await findCampaign(store, old.id))?.edition.name).toEqual(editionContent(3).name);
  });

  test('end once, and the log says so once', async () => {
    const one = await running();
    for (const later of [0, 60_000])
      await endCampaign(store, one.organisationId, one.id, {
        ...line('campaign-ended'),
        at: new Date(at.getTime() + later),
      });
    expect((await findCampaign(store, one.id))?.endedAt).toEqual(at);
    const log = await listOrganisationLog(store, one.organisationId);
    expect(log.filter(({ what }) => what === 'campaign-ended')).toHaveLength(1);
  });

  describe('count', () => {
    const rows = async (campaignId: string) =>
      (await store.read.select().from(store.t.uptake))
        .filter((row) => row.campaignId === campaignId)
        .map(({ week, kind, countingKey, account }) => `${week} ${kind} ${countingKey} ${account}`)
        .sort();
    const used = (campaignId: string, over: Partial<Uptake> = {}) =>
      saveUptake(store, { campaignId, week: '2026-W48', kind: 'opened', browser: 'b', organisation: null, ...over });

    test('a browser once per kind and week, also when it comes twice at the same time', async () => {
      const { id } = await running();
      await Promise.all([used(id), used(id), used(id)]);
      await used(id, { week: '2026-W49' });
      await used(id, { kind: 'started' });
      expect(await rows(id)).toEqual([
        '2026-W48 opened b false',
        '2026-W48 started b false',
        '2026-W49 opened b false',
      ]);
    });

    test('an organisation in the place of its browser, also for what that did before: never as two', async () => {
      const [{ id }, { id: other }] = [await running(), await running()];
      await used(id);
      await used(other);
      await used(id, { browser: 'second', kind: 'started', organisation: 'o' });
      await used(id, { kind: 'handed-in', organisation: 'o' });
      expect(await rows(id)).toEqual([
        '2026-W48 handed-in o true',
        '2026-W48 opened o true',
        '2026-W48 started o true',
      ]);
      expect(await rows(other)).toEqual(['2026-W48 opened b false']);
    });

    test('two organisations that become one as one, and one that is erased no more', async () => {
      const { id } = await running();
      const [from, into] = [await organisation('employer'), await organisation('employer')];
      await store.write((tx) =>
        tx
          .insert(store.t.membership)
          .values({ organisationId: from.id, personId: into.owner, role: 'owner', joinedAt: at }),
      );
      for (const { id: one } of [from, into]) await used(id, { organisation: one, browser: one });
      const merging = { from: from.id, into: into.id, owner: into.owner };
      expect(await mergeOrganisations(store, merging, () => line('merged'))).toBe(true);
      expect(await rows(id)).toEqual([`2026-W48 opened ${into.id} true`]);
      await deleteOrganisation(store, into.id, { id: fresh(), at, backupsUntil: '2026-12-30' });
      expect(await rows(id)).toEqual([]);
    });
  });
});
