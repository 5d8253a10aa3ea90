import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { deleteAssessment } from '#app/data/deletion.server.ts';
import { readStanding } from '#app/data/figure-standing.server.ts';
import { scopeSchema } from '#app/domain/figures/figure-schema.ts';
import { handInTables } from '#app/domain/figures/hand-in-rows.ts';
import type { Version } from '#app/domain/figures/night.ts';
import { makeFigures } from '#app/jobs/figures.server.ts';
import { attack } from '../domain/figures/attack.ts';
import { zipEntries } from '../exports/office-text.ts';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { publishIn } from '../support/edition.ts';
import { newOrganisation, type SignedInVisitor, signIn } from '../support/people.ts';

/*
 * What a stranger, and a federation with its key, get over HTTP during some nights: everything is kept and subtracted. The
 * attacker also knows who stands in which row, so what they cannot work out nobody can.
 */

const sectors = ['care', 'retail'] as const;
const nights = process.env.FULL === '1' ? 9 : 6;

let app: TestApp;
let federation: SignedInVisitor;
let edition: { id: string; slug: string };
let organisation: string;
let key: string;
/** Every version of a table that came over HTTP, and its night by the moment at which it says it was made. */
const versions = new Map<string, Version>();
const nightOf = new Map<string, number>();
/** Answers of two nights between which nothing new was published. */
let waiting: { before: Map<string, string>; after: Map<string, string> };

beforeAll(async () => {
  app = await startApp();
  federation = await signIn(app, 'federatie@example.org');
  organisation = await newOrganisation(federation.visitor, 'federation', 'Federatie');
  edition = await publishIn(app.services, organisation);
  const made = await federation.visitor.post(`/nl/organisations/${organisation}/keys`, { intent: 'make', label: 'x' });
  key = /class="key-once">([\w-]+)</.exec(await made.text())?.[1] ?? '';
  const world = fc.sample(history, { seed: 20261126, numRuns: 1 })[0] as History;
  for (let night = 1; night <= nights; night++) await live(world, night);
  const alone = { at: 1, floor: 0, sector: 'logistics', mine: false, size: '10-19', place: 'antwerp' };
  for (let at = 0; at < 30; at++) await handIn({ ...alone, name: `depot${at}` });
  await makeNightOf(nights + 1);
  const before = await everyAnswer();
  await handIn({ ...alone, name: 'one-more', place: 'limburg' });
  await makeNightOf(nights + 2);
  waiting = { before, after: await everyAnswer() };
}, 300_000);

/** Organisations that come, come back and go, many alike and some rare. */
const history = fc.array(
  fc.record({
    sector: fc.constantFrom('care', 'care', 'care', 'retail'),
    mine: fc.boolean(),
    size: fc.constantFrom('5-9', '10-19', '10-19', '50-99'),
    place: fc.constantFrom('antwerp', 'antwerp', 'limburg', 'west-flanders'),
    floors: fc.integer({ min: 1, max: 3 }),
    comes: fc.constantFrom(1, 1, 1, 2, 3, 4, 5),
    again: fc.constantFrom(0, 0, 3, 4, 6),
    goes: fc.constantFrom(0, 0, 0, 4, 5),
  }),
  { minLength: 150, maxLength: 150 },
);
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const momentOf = (night: number) => new Date(Date.UTC(2026, night, 3, 2));

/** What happened before a night, the night itself, and what can be read the morning after. */
async function live(world: History, night: number): Promise<void> {
  for (const [at, one] of world.entries())
    for (let floor = 0; floor < one.floors; floor++) {
      if (one.comes === night || (one.again === night && one.again > one.comes))
        await handIn({ ...one, name: `o${at}`, at: night, floor });
      if (one.goes === night && one.goes > one.comes)
        await deleteAssessment(app.services.store, `o${at}-${floor}`, {
          id: app.services.newId(),
          at: momentOf(night),
          backupsUntil: '2027-12-31',
        });
    }
  await makeNightOf(night);
  await readAll();
}

async function makeNightOf(night: number) {
  app.setNow(momentOf(night));
  nightOf.set(momentOf(night).toISOString(), night);
  await makeFigures(app.services);
}

type HandIn = { name: string; at: number; floor: number; sector: string; mine: boolean; size: string; place: string };
const subSectors: Record<string, string[]> = {
  care: ['nursing-home-private', 'hospital-public', 'home-care'],
  retail: ['supermarket', 'fashion', 'other'],
  logistics: ['other', 'other', 'other'],
};

const refs: Record<string, string> = { care: 'care@1', retail: 'retail@2', logistics: 'logistics@1' };

/** An organisation hands in for one of its floors: for the first time, or anew. */
async function handIn({ name, at, floor, sector, mine, size, place }: HandIn): Promise<void> {
  const { store, newId } = app.services;
  const { t } = store;
  const [id, now] = [`${name}-${floor}`, momentOf(at)];
  const context = {
    subSector: subSectors[sector]?.[(floor + name.length) % 3] ?? 'other',
    size,
    place,
    targetJob: 'kitchen',
    shifts: [],
  };
  const ref = refs[sector] ?? '';
  await store.write(async (tx) => {
    await tx.insert(t.organisation).values({ id: name, kind: 'employer', name, createdAt: now }).onConflictDoNothing();
    await tx
      .insert(t.assessment)
      .values({
        ...{ id, checklistRef: ref, language: 'nl', context, countingKey: name, demo: false },
        ...{ createdAt: now, activeAt: now, organisationId: name },
      })
      .onConflictDoNothing();
    const facts = { level: 1 + (at % 4), assessable: true, provisional: false, dimensions: {}, items: {}, way: [] };
    await tx.insert(t.submission).values({
      ...{ id: newId(), assessmentId: id, round: at, at: now, language: 'nl', level: 2, counted: true },
      ...{ countingKey: name, sector, checklistRef: ref, context, facts, report: {} },
      editionId: mine && sector === 'care' ? edition.id : null,
    });
  });
}

const withKey = () => ({ headers: { Authorization: `Bearer ${key}` } });

/** Keeps which rows every table shows, and when it says it was made. */
async function readAll(): Promise<void> {
  for (const sector of sectors) keep(`sector:${sector}`, await json(`/api/v1/figures/${sector}`));
  keep(`edition:${edition.id}`, await json(`/api/v1/editions/${edition.slug}/figures`, withKey()));
}

const json = async (path: string, init: RequestInit = {}) =>
  scopeSchema.parse(await (await ask(app, null, path, init)).json());

function keep(scope: string, { tables }: ReturnType<typeof scopeSchema.parse>) {
  for (const { name, madeAt, rows } of tables) {
    const night = nightOf.get(madeAt);
    if (night === undefined) throw new Error(`A table was made at ${madeAt}, on no night`);
    const shown = rows.flatMap(({ id, figures }) => (figures ? [`${scope}/${name}/${id}`] : []));
    versions.set(`${scope}/${name}@${night}`, { table: `${scope}/${name}`, night, shown });
  }
}

/** Everything that says the figures of logistics to a stranger and to the federation, with the headers that could tell more. */
async function everyAnswer(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const splits = ['sub-sector', 'size', 'province'];
  const addresses = [
    ...['', ...handInTables.map((one) => `/${one}`)].map((table) => `/api/v1/figures/logistics${table}`),
    ...['csv', 'json', 'xlsx'].flatMap((one) => splits.map((by) => `/files/figures/logistics/figures.${one}?by=${by}`)),
    ...splits.map((by) => `/nl/figures/logistics?by=${by}`),
    `/nl/organisations/${organisation}/figures/logistics`,
  ];
  for (const path of addresses) {
    const answer = await ask(app, path.includes(organisation) ? federation.visitor : null, path);
    expect(answer.status, path).toBe(200);
    const body = Buffer.from(await answer.arrayBuffer());
    const text = path.includes('.xlsx') && answer.ok ? JSON.stringify([...zipEntries(body)]) : body.toString();
    const telling = ['ETag', 'Last-Modified', 'Content-Type', 'Cache-Control'].map((name) => answer.headers.get(name));
    answers.set(path, `${answer.status} ${telling} ${text.replaceAll(/nonce="[^"]*"|nonce-[^']*/g, '')}`);
  }
  return answers;
}

describe('an attacker who keeps all that HTTP gave', () => {
  test('has much to subtract: sectors and an edition, all tables, several nights', () => {
    const tables = new Set([...versions.values()].map(({ table }) => table));
    expect([...tables].filter((one) => one.startsWith('sector:care')).length).toBe(5);
    expect([...tables].some((one) => one.startsWith('edition:'))).toBe(true);
    expect(new Set([...versions.values()].map(({ night }) => night)).size).toBeGreaterThan(1);
  });

  test.each(sectors)('works out nothing of fewer than ten organisations: %s', async (sector) => {
    const standing = await readStanding(app.services.store, sector);
    expect(standing.length).toBeGreaterThan(20);
    expect(attack({ standing, versions: ofSector(sector) })).toEqual([]);
  });

  test('works something out as soon as one row of nine organisations is shown', async () => {
    const standing = await readStanding(app.services.store, 'care');
    const nine = [...new Set(standing.map((one) => one.organisation))].slice(0, 9);
    const row = 'sector:care/street/one';
    const withRow = standing.map((one) =>
      nine.includes(one.organisation) ? { ...one, rows: [...one.rows, row] } : one,
    );
    const shown = { table: 'sector:care/street', night: 1, shown: [row] };
    expect(attack({ standing: withRow, versions: [...ofSector('care'), shown] }).length).toBeGreaterThan(0);
  });
});

/** The tables of a sector and of the editions of it. */
const ofSector = (sector: string): Version[] =>
  [...versions.values()].filter(
    ({ table }) => table.startsWith(`sector:${sector}/`) || (sector === 'care' && table.startsWith('edition:')),
  );

test('a night on which only one employer came changes no byte and no header of any answer', () => {
  expect(waiting.before.size).toBe(19);
  expect(waiting.before.get('/api/v1/figures/logistics')).toContain('"workplaces":30');
  for (const [path, answer] of waiting.before) expect(waiting.after.get(path), path).toBe(answer);
});

test('rows come in the order in which the checklist asks for their groups, whoever came first', async () => {
  for (const sector of sectors) {
    const checklist = app.services.findCore(refs[sector] ?? '', 'nl');
    const { subSector, size, place } = checklist?.context ?? ({} as never);
    const asked: Record<string, string[]> = {
      'sub-sector': subSector.options.map(({ id }) => id),
      size: size.options.map(({ id }) => id),
      province: place.options.map(({ id }) => id),
    };
    for (const { name, rows } of (await json(`/api/v1/figures/${sector}`)).tables) {
      const ids = rows.map(({ id }) => id);
      const order = asked[name] ?? [...ids].sort();
      const known = ids.filter((id) => order.includes(id));
      expect(known, name).toEqual(order.filter((id) => known.includes(id)));
    }
  }
});

test('no file says a number that the API does not round, or of a group that it holds back', async () => {
  for (const [path, { tables }] of [
    ['/files/figures/care/figures', await json('/api/v1/figures/care')],
    [`/files/organisations/${organisation}/figures/care/figures`, await json(editionPath(), withKey())],
  ] as const) {
    const query = path.includes(organisation) ? `?of=${edition.id}` : '';
    const csv = await (await ask(app, federation.visitor, `${path}.csv${query}`)).text();
    const lines = csv.trim().split('\r\n').slice(1).map(cellsOf);
    expect(lines.length).toBeGreaterThan(10);
    for (const cells of lines) {
      const [table, , group] = cells;
      const row = tables.find(({ name }) => name === table)?.rows.find(({ id }) => id === group);
      if (row) expect(cells.at(-1) === '', cells.join()).toBe(row.figures === null);
      expect(Number(cells.at(-1)) % 5, cells.join()).toBe(0);
    }
  }
});

const editionPath = () => `/api/v1/editions/${edition.slug}/figures`;

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
