import { beforeEach, describe, expect, test } from 'vitest';
import { planToday, runDueJobs } from '#app/jobs/run.server.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { askColleague, askedItems, openWorkplace, type Workplace } from '../support/workplace.ts';

/* Time passes: days begin in Brussels, months end when they end, and the clock may jump. */

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});

const half = askedItems().find((item) => item.validMonths === 6)?.id ?? '';
const year = askedItems().find((item) => item.validMonths === 12)?.id ?? '';

async function answeredAt(at: string): Promise<Workplace> {
  app.setNow(new Date(at));
  const workplace = await openWorkplace(app);
  for (const item of [half, year])
    await workplace.owner.save(workplace.id, { item, value: 'in-place' }).then(async (saved) => {
      // Some are thresholds.
      if (saved.status === 422) await workplace.owner.save(workplace.id, { item, value: 'tackled' });
    });
  return workplace;
}

/** How many answers count at this moment. */
async function answered({ owner, base }: Workplace, at: string): Promise<number> {
  app.setNow(new Date(at));
  const page = await (await owner.get(base)).text();
  return Number(/(\d+) van \d+ vragen/.exec(page)?.[1]);
}

test.each([
  ['summer', '2026-06-01T10:00:00Z', '2026-07-01T21:59:58Z', '2026-07-01T22:00:00Z'],
  ['winter', '2026-12-01T10:00:00Z', '2026-12-31T22:59:58Z', '2026-12-31T23:00:00Z'],
])('a question to a colleague can be opened until the end of its last day: %s', async (_name, asked, last, after) => {
  app.setNow(new Date(asked));
  const { path } = await askColleague(await openWorkplace(app), half);
  app.setNow(new Date(last));
  expect((await app.visitor().get(path)).status).toBe(200);
  app.setNow(new Date(after));
  expect((await app.visitor().get(path)).status).toBe(404);
});

describe('an answer expires at midnight in Brussels, after its months', () => {
  test.each([
    ['in winter', '2026-01-15T12:00:00Z', '2026-07-14T21:59:59Z', '2026-07-14T22:00:00Z'],
    ['in summer', '2026-07-15T12:00:00Z', '2027-01-14T22:59:59Z', '2027-01-14T23:00:00Z'],
    [
      'at the end of a month that the other does not have',
      '2026-08-31T12:00:00Z',
      '2027-02-27T22:59:59Z',
      '2027-02-27T23:00:00Z',
    ],
    [
      'just after midnight, when it is still yesterday in London',
      '2026-01-14T23:30:00Z',
      '2026-07-14T21:59:59Z',
      '2026-07-14T22:00:00Z',
    ],
  ])('given %s', async (_when, given, last, first) => {
    const workplace = await answeredAt(given);
    expect(await answered(workplace, given)).toBe(2);
    expect(await answered(workplace, last)).toBe(2);
    expect(await answered(workplace, first)).toBe(1);
  });
});

test('a clock that goes back changes no order: the later answer stands', async () => {
  const workplace = await answeredAt('2026-10-25T00:30:00Z');
  app.setNow(new Date('2026-10-24T12:00:00Z'));
  const value = askedItems().find((item) => item.id === half)?.kind === 'prerequisite' ? 'started' : 'partly';
  await workplace.owner.save(workplace.id, { item: half, value });
  const { store } = app.services;
  const rows = (await store.read.select().from(store.t.answer)).filter((one) => one.item === half);
  expect(
    rows
      .sort((a, b) => a.seq - b.seq)
      .map((one) => one.value)
      .at(-1),
  ).toBe(value);
  const page = await (await workplace.owner.get(`${workplace.base}/items/${half}`)).text();
  expect(page).toContain(value === 'started' ? 'Een begin' : 'Deels aangepakt');
});

test.each([
  ['summer', '2026-06-01T09:00:00Z', '1 juli 2026', '2026-07-01T21:00:00Z', '2026-07-01T22:00:00Z'],
  ['winter', '2026-12-01T09:00:00Z', '31 december 2026', '2026-12-31T21:00:00Z', '2026-12-31T23:00:00Z'],
  [
    'the night the clock changes',
    '2026-09-25T09:00:00Z',
    '25 oktober 2026',
    '2026-10-25T21:00:00Z',
    '2026-10-25T23:00:00Z',
  ],
])('a question to a colleague works through the day that is named: %s', async (_when, made, day, still, gone) => {
  app.setNow(new Date(made));
  const workplace = await openWorkplace(app);
  const { path } = await askColleague(workplace, half);
  expect(await (await workplace.owner.get(`${workplace.base}/access`)).text()).toContain(day);
  app.setNow(new Date(still));
  expect((await app.visitor().get(path)).status).toBe(200);
  app.setNow(new Date(gone));
  expect((await app.visitor().get(path)).status).toBe(404);
});

describe('every night', () => {
  const night = async (at: string) => {
    app.setNow(new Date(at));
    await planToday(app.services);
    await runDueJobs(app.services, app.settings);
  };
  const planned = async () => {
    const { store } = app.services;
    return (await store.read.select().from(store.t.job)).map((one) => one.id).sort();
  };

  test('what nobody touched for a year goes; a day before it stays', async () => {
    const workplace = await answeredAt('2026-01-31T12:00:00Z');
    await night('2027-01-30T12:00:00Z');
    expect((await workplace.owner.get(workplace.base)).status).toBe(200);
    await night('2027-02-01T12:00:00Z');
    const { store } = app.services;
    expect(await store.read.select().from(store.t.assessment)).toEqual([]);
    expect(await store.read.select().from(store.t.answer)).toEqual([]);
    expect(await store.read.select().from(store.t.deletion)).toMatchObject([{ counts: { answers: 2 } }]);
  });

  test('the first of all removes nothing: a clock that was wrong from the start makes everything look old', async () => {
    await answeredAt('2026-01-31T12:00:00Z');
    const left = async () => (await app.services.store.read.select().from(app.services.store.t.answer)).length;
    const before = await left();
    await night('2028-02-01T12:00:00Z');
    expect(await left()).toBe(before);
    await night('2028-02-02T12:00:00Z');
    expect(await left()).toBe(0);
  });

  test('after a leap of the clock nothing goes before the next night', async () => {
    await answeredAt('2026-01-31T12:00:00Z');
    const left = async () => (await app.services.store.read.select().from(app.services.store.t.answer)).length;
    await night('2026-02-01T12:00:00Z');
    const before = await left();
    await night('2028-02-01T12:00:00Z');
    expect(await left()).toBe(before);
    await night('2028-02-02T12:00:00Z');
    expect(await left()).toBe(0);
  });

  test('work is planned once a day in Brussels, follow-ups from seven o’clock, digests and weeks from Monday seven o’clock', async () => {
    await night('2026-11-22T22:59:00Z');
    expect(await planned()).toEqual([
      'backup-2026-11-22',
      'caseload-weeks-2026-W47',
      'digests-2026-W47',
      'figures-2026-11-22',
      'follow-ups-2026-11-22',
      'retention-2026-11-22',
    ]);
    await night('2026-11-22T23:01:00Z');
    await night('2026-11-23T05:59:00Z');
    for (const one of ['digests-2026-W48', 'caseload-weeks-2026-W48', 'follow-ups-2026-11-23'])
      expect(await planned()).not.toContain(one);
    await night('2026-11-23T06:00:00Z');
    expect(await planned()).toEqual([
      'backup-2026-11-22',
      'backup-2026-11-23',
      'caseload-weeks-2026-W47',
      'caseload-weeks-2026-W48',
      'digests-2026-W47',
      'digests-2026-W48',
      'figures-2026-11-22',
      'figures-2026-11-23',
      'follow-ups-2026-11-22',
      'follow-ups-2026-11-23',
      'retention-2026-11-22',
      'retention-2026-11-23',
    ]);
  });

  test.each([
    ['when an hour is left out', ['2026-03-29T00:59:00Z', '2026-03-29T01:01:00Z'], '2026-03-29', '2026-W13'],
    ['when an hour comes twice', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'], '2026-10-25', '2026-W43'],
    ['at the turn of the year', ['2026-12-31T23:30:00Z', '2027-01-01T22:59:00Z'], '2027-01-01', '2026-W53'],
  ])('work is planned once %s', async (_when, moments, day, week) => {
    for (const at of moments) await night(at);
    const late = moments.some((at) => Number(at.slice(11, 13)) >= 7);
    expect(await planned()).toEqual([
      `backup-${day}`,
      `caseload-weeks-${week}`,
      `digests-${week}`,
      `figures-${day}`,
      ...(late ? [`follow-ups-${day}`] : []),
      `retention-${day}`,
    ]);
  });

  test('a job that a stopped process left is taken up after its claim ran out, not before', async () => {
    const { services, settings } = app;
    app.setNow(new Date('2026-11-24T12:00:00Z'));
    await planToday(services);
    const { claimJob } = await import('#app/data/job.server.ts');
    const left = await claimJob(services.store, ['digests'], services.now());
    await runDueJobs(services, settings);
    const done = async () =>
      (await services.store.read.select().from(services.store.t.job)).filter((one) => one.doneAt).map((one) => one.id);
    expect(await done()).not.toContain(left?.id);
    app.setNow(new Date('2026-11-24T12:06:00Z'));
    await runDueJobs(services, settings);
    expect(await done()).toContain(left?.id);
  });
});
