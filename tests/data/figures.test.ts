import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteAssessment } from '#app/data/deletion.server.ts';
import { readStanding } from '#app/data/figure-standing.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { HandInFigures, PublishedRow } from '#app/domain/figures/published.ts';
import { makeFigures } from '#app/jobs/figures.server.ts';
import type { JobContext } from '#app/jobs/job-context.ts';
import { engines, freshStore } from '../support/stores.ts';

const now = new Date('2026-11-20T02:00:00Z');

describe.each(engines)('figures made at night on %s', (engine) => {
  let store: Store;
  let ids = 0;
  const context = () =>
    ({
      store,
      now: () => now,
      newId: () => `id${ids++}`,
      hash: (text: string) => `#${text.replace(':', '-')}`,
      demo: false,
    }) as unknown as JobContext;

  async function employerHandsIn(
    at: number,
    over: { counted?: boolean; demo?: boolean; kind?: 'employer' | 'federation'; size?: string } = {},
  ) {
    const { t } = store;
    const context = {
      subSector: 'nursing-home',
      size: over.size ?? '50-99',
      place: 'antwerp',
      targetJob: 'kitchen',
      shifts: [],
    };
    await store.write(async (tx) => {
      await tx
        .insert(t.organisation)
        .values({ id: `o${at}`, kind: over.kind ?? 'employer', name: `House ${at}`, createdAt: now });
      await tx.insert(t.assessment).values({
        id: `a${at}`,
        checklistRef: 'care@1',
        language: 'nl',
        context,
        countingKey: `key${at}`,
        demo: over.demo ?? false,
        createdAt: now,
        activeAt: now,
        organisationId: `o${at}`,
      });
      await tx.insert(t.submission).values({
        id: `s${at}`,
        assessmentId: `a${at}`,
        round: 1,
        at: now,
        language: 'nl',
        level: 2,
        counted: over.counted ?? true,
        countingKey: `key${at}`,
        sector: 'care',
        checklistRef: 'care@1',
        context,
        facts: {
          level: 2,
          assessable: true,
          provisional: false,
          dimensions: {},
          items: { buses: at % 2 === 0 ? 'untouched' : 'absent' },
          way: ['buses'],
        },
        report: {},
      });
    });
  }
  const published = async (name: string) => {
    const rows = await store.read.select().from(store.t.figureTable);
    return rows.filter((row) => row.scope === 'sector:care' && row.name === name);
  };

  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  it('nine employers, and any number that may not count, show nothing', async () => {
    for (let at = 0; at < 9; at++) await employerHandsIn(at);
    await employerHandsIn(100, { counted: false });
    await employerHandsIn(101, { demo: true });
    await employerHandsIn(102, { kind: 'federation' });
    await makeFigures(context());
    expect(await published('total')).toEqual([]);
  });

  it('with ten more the total is there, rounded', async () => {
    for (let at = 10; at < 20; at++) await employerHandsIn(at);
    await makeFigures(context());
    const [total] = await published('total');
    const [row] = (total?.rows ?? []) as PublishedRow<HandInFigures>[];
    expect(row).toMatchObject({
      id: 'all',
      figures: { workplaces: 20, open: { buses: 50 }, holdsBack: { buses: { count: 20, share: 100 } } },
    });
  });

  it('a night on which one employer joins changes no table', async () => {
    await employerHandsIn(30);
    await makeFigures(context());
    expect(await published('total')).toHaveLength(1);
  });

  it('of an erased self-scan no facts stay, and the table stands', async () => {
    await deleteAssessment(store, 'a1', { id: 'receipt', at: now, backupsUntil: '2026-12-31' });
    await makeFigures(context());
    expect(await published('total')).toHaveLength(1);
    const gone = (await readStanding(store, 'care')).filter(({ source }) => source === '#figure-a1');
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every(({ until }) => until !== null)).toBe(true);
    expect(await store.read.select().from(store.t.submission).where(eq(store.t.submission.assessmentId, 'a1'))).toEqual(
      [],
    );
  });

  it('once ten more changed, the table is replaced and holds those who waited', async () => {
    for (let at = 40; at < 50; at++) await employerHandsIn(at);
    await makeFigures(context());
    const versions = await published('total');
    expect(versions).toHaveLength(2);
    const rows = versions.sort((one, other) => one.night - other.night).at(-1)?.rows as PublishedRow<HandInFigures>[];
    expect(rows[0]?.figures?.workplaces).toBe(30);
  });
});
