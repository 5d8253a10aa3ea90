import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, findApiKey, listApiKeys, markKeyUsed, revokeApiKey } from '#app/data/api-key.server.ts';
import { readFigures, readFiguresHistory } from '#app/data/figure.server.ts';
import type { OrganisationEvent } from '#app/data/organisation-log.server.ts';
import { listSectorActions, saveSectorAction } from '#app/data/sector-action.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { SectorAction } from '#app/domain/sector-action.ts';
import { publishTable, someFigures } from '../support/figures.ts';
import { engines, freshStore } from '../support/stores.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

describe.each(engines)('published figures on %s', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    await addFederations(store);
  }, 60_000);

  test('are the last version of each table of one scope', async () => {
    const total = (workplaces: number) => [{ id: 'all', figures: someFigures({ workplaces }) }];
    await publishTable(store, 'sector:care', 'total', total(50), { night: 9, madeAt: at(1) });
    await publishTable(store, 'sector:care', 'total', total(60), { night: 10, madeAt: at(2) });
    await publishTable(store, 'sector:care', 'size', [{ id: '5-9', figures: null }], { night: 9, madeAt: at(1) });
    await publishTable(store, 'sector:retail', 'total', total(70), { night: 11, madeAt: at(3) });
    const found = await readFigures(store, 'sector:care');
    expect(found).toEqual([
      { scope: 'sector:care', name: 'size', night: 9, madeAt: at(1), rows: [{ id: '5-9', figures: null }] },
      { scope: 'sector:care', name: 'total', night: 10, madeAt: at(2), rows: total(60) },
    ]);
    expect(await readFigures(store, 'edition:none')).toEqual([]);
  });

  test('are the same reading until a newer version is published, then the newer one', async () => {
    const scope = 'sector:kept';
    const publish = (night: number, name = 'total') =>
      publishTable(store, scope, name, [], { night, madeAt: at(night) });
    const readings = () => Promise.all([readFigures(store, scope), readFiguresHistory(store, scope, 12)]);
    await publish(1);
    const [first, history] = await readings();
    expect(await readings()).toEqual([first, history]);
    expect((await readings()).map((one, at) => one === [first, history][at])).toEqual([true, true]);
    await publish(2, 'size');
    expect((await readFigures(store, scope)).map(({ name, night }) => [name, night])).toEqual([
      ['size', 2],
      ['total', 1],
    ]);
    expect(await readFiguresHistory(store, scope, 12)).toBe(history);
    await publish(3);
    const [last, longer] = await readings();
    expect([last.map(({ night }) => night), longer.map(({ night }) => night)]).toEqual([
      [2, 3],
      [3, 1],
    ]);
  });

  test('have a history of their totals, newest first', async () => {
    for (const night of [1, 2, 10])
      await publishTable(store, 'sector:logistics', 'total', [], { night, madeAt: at(night) });
    await publishTable(store, 'sector:logistics', 'size', [], { night: 11, madeAt: at(11) });
    const nights = (await readFiguresHistory(store, 'sector:logistics', 2)).map(({ night }) => night);
    expect(nights).toEqual([10, 2]);
  });

  test('are read with keys that open until they are stopped', async () => {
    const key = { id: 'key', organisationId: 'one', label: 'website', createdAt: at(1), tokenHash: 'hash' };
    await createApiKey(store, key, line('key-made'));
    expect(await findApiKey(store, 'hash')).toMatchObject({ id: 'key', organisationId: 'one', usedAt: null });
    await markKeyUsed(store, 'key', at(2));
    expect(await revokeApiKey(store, 'two', 'key', at(3), () => line('key-revoked'))).toBeNull();
    expect(await revokeApiKey(store, 'one', 'key', at(3), () => line('key-revoked'))).toBe('website');
    expect(await revokeApiKey(store, 'one', 'key', at(4), () => line('key-revoked'))).toBeNull();
    expect(await findApiKey(store, 'hash')).toBeNull();
    expect(await listApiKeys(store, 'one')).toMatchObject([{ usedAt: at(2), revokedAt: at(3) }]);
  });

  test('lead to a sector plan that only its own federation changes', async () => {
    const action: SectorAction = {
      id: 'action',
      sector: 'care',
      item: 'guide-ready',
      title: 'Cursus voor meters en peters',
      owner: 'Studiedienst',
      due: '2027-01-31',
      status: 'todo',
      note: '',
    };
    const save = (of: string, changes: Partial<SectorAction> = {}) =>
      saveSectorAction(store, of, { ...action, ...changes }, at(1), () => line('sector-action-added'));
    expect(await save('one')).toBe(true);
    expect(await save('two', { title: 'Iets anders' })).toBe(false);
    expect(await save('one', { sector: 'retail' })).toBe(false);
    expect(await save('one', { status: 'done' })).toBe(true);
    expect(await listSectorActions(store, 'one', 'care')).toEqual([{ ...action, status: 'done' }]);
    expect(await listSectorActions(store, 'one', 'retail')).toEqual([]);
    expect(await listSectorActions(store, 'two', 'care')).toEqual([]);
  });
});

async function addFederations(store: Store) {
  const federation = (id: string) => ({ id, kind: 'federation' as const, name: id, demo: false, createdAt: at(1) });
  await store.write((tx) => tx.insert(store.t.organisation).values([federation('one'), federation('two')]));
}

const line = (what: OrganisationEvent) => ({ id: crypto.randomUUID(), at: at(1), who: '', what, detail: {} });
