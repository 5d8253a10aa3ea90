import { beforeAll, describe, expect, it } from 'vitest';
import { deleteAssessment } from '#app/data/deletion.server.ts';
import { listStanding } from '#app/data/figure-making.server.ts';
import { listNotes, listRemarks, saveRemark, takeBackRemark } from '#app/data/remark.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { PublishedRow, RemarkFigures } from '#app/domain/figures/published.ts';
import type { RemarkKind } from '#app/domain/remark.ts';
import { makeFigures } from '#app/jobs/figures.server.ts';
import type { JobContext } from '#app/jobs/job-context.ts';
import { engines, freshStore } from '../support/stores.ts';

const now = new Date('2026-11-20T02:00:00Z');
const context = { subSector: 'nursing-home', size: '50-99', place: 'antwerp', targetJob: 'kitchen', shifts: [] };
const facts = { level: 2, assessable: true, provisional: false, dimensions: {}, items: {}, way: null } as const;

describe.each(engines)('remarks on %s', (engine) => {
  let store: Store;
  let ids = 0;
  const jobs = () =>
    ({
      store,
      now: () => now,
      newId: () => `id${ids++}`,
      hash: (text: string) => `#${text.replace(':', '-')}`,
      demo: false,
    }) as unknown as JobContext;

  async function workplace(
    at: number | string,
    counted: boolean | null = true,
    kind: 'employer' | 'federation' = 'employer',
  ) {
    const { t } = store;
    await store.write(async (tx) => {
      await tx.insert(t.organisation).values({ id: `o${at}`, kind, name: `House ${at}`, createdAt: now });
      await tx.insert(t.assessment).values({
        ...{ id: `a${at}`, checklistRef: 'care@1', language: 'nl', context, countingKey: `key${at}` },
        ...{ createdAt: now, activeAt: now, organisationId: `o${at}` },
      });
      if (counted === null) return;
      await tx.insert(t.submission).values({
        ...{ id: `s${at}`, assessmentId: `a${at}`, round: 1, at: now, language: 'nl', level: 2, counted },
        ...{ countingKey: `key${at}`, sector: 'care', checklistRef: 'care@1', context, facts, report: {} },
      });
    });
  }
  const remark = (at: number | string, item: string, kind: RemarkKind, note = '') =>
    saveRemark(store, {
      ...{ id: `r${ids++}`, assessmentId: `a${at}`, checklistRef: 'care@1', item, kind, note, at: now },
    });
  const published = async () => {
    const rows = await store.read.select().from(store.t.figureTable);
    return rows
      .filter(({ scope, name }) => scope === 'remarks:care' && name === 'item')
      .sort((one, other) => one.night - other.night)
      .map(({ rows: of }) =>
        Object.fromEntries(
          (of as PublishedRow<RemarkFigures>[]).map(({ id, figures }) => [id, figures?.count ?? null] as const),
        ),
      );
  };

  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  it('are kept once per item and kind, and a later note takes the place of the first', async () => {
    await workplace('x', null);
    await remark('x', 'buses', 'unclear');
    await remark('x', 'buses', 'unclear', 'Welke bus?');
    await remark('x', 'buses', 'unclear');
    await remark('x', 'buses', 'double');
    expect((await listRemarks(store, 'ax')).map(({ kind, note }) => [kind, note])).toEqual([
      ['unclear', 'Welke bus?'],
      ['double', ''],
    ]);
    expect((await listNotes(store, 'care', 10)).map(({ item, note }) => [item, note])).toEqual([
      ['buses', 'Welke bus?'],
    ]);
    expect(await listNotes(store, 'retail', 10)).toEqual([]);
  });

  it('are taken back one by one, with their note', async () => {
    await takeBackRemark(store, 'ax', 'buses', 'unclear');
    expect((await listRemarks(store, 'ax')).map(({ kind }) => kind)).toEqual(['double']);
    expect(await listNotes(store, 'care', 10)).toEqual([]);
  });

  it('of nine workplaces, and of any that may not be counted, show nothing', async () => {
    for (let at = 0; at < 9; at++) await workplace(at);
    for (let at = 0; at < 9; at++) await remark(at, 'buses', 'unclear');
    await workplace('not-asked', false);
    await remark('not-asked', 'buses', 'unclear');
    await workplace('not-handed-in', null);
    await remark('not-handed-in', 'buses', 'unclear');
    await workplace('federation', true, 'federation');
    await remark('federation', 'buses', 'unclear');
    await makeFigures(jobs());
    expect(await published()).toEqual([]);
  });

  it('of twenty are a figure, rounded, and a kind that few made stays hidden', async () => {
    for (let at = 10; at < 22; at++) await workplace(at);
    for (let at = 10; at < 22; at++) await remark(at, 'buses', 'unclear');
    for (let at = 10; at < 14; at++) await remark(at, 'goal-backed', 'double');
    await makeFigures(jobs());
    expect(await published()).toEqual([{ 'buses.unclear': 20, 'goal-backed.double': null }]);
  });

  it('taken back by one change no figure', async () => {
    await takeBackRemark(store, 'a10', 'buses', 'unclear');
    await makeFigures(jobs());
    expect(await published()).toHaveLength(1);
  });

  it('go with their self-scan, from what is kept of those who were counted too', async () => {
    await remark(11, 'buses', 'double', 'Zie vraag 4.');
    await deleteAssessment(store, 'a11', { id: 'receipt', at: now, backupsUntil: '2026-12-31' });
    expect(await listRemarks(store, 'a11')).toEqual([]);
    expect(await listNotes(store, 'care', 10)).toEqual([]);
    await makeFigures(jobs());
    expect(await published()).toHaveLength(1);
    const gone = (await listStanding(store, 'remarks:care')).filter(({ source }) => source === '#figure-a11');
    expect(gone.map(({ until }) => until !== null)).toEqual([true]);
  });
});
