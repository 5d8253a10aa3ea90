import Database from 'better-sqlite3';
import { withFacts } from '#app/data/facts.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { handIn, type NewSubmission } from '#app/data/submission.server.ts';
import { at, cpuOf, type Row, round } from './measured.ts';
import { makeNight } from './scale-night.ts';
import {
  apiTables,
  figurePages,
  type Place,
  placements,
  preparePlace,
  publicPages,
  serve,
  signIn,
} from './scale-scene.ts';

/** The million takes some minutes more. */
const sizes = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
const rounds = 20;
const coldStarts = 2;

/** How what is there grows with hand-ins: reading figures, making them, and what they weigh. */
export async function scale(): Promise<Row[]> {
  const rows: Row[] = [];
  const warm: number[] = [];
  for (const size of sizes) {
    const place = await preparePlace(size);
    try {
      const found = await atSize(place, size);
      rows.push(...found.rows);
      warm.push(found.warm);
    } finally {
      place.remove();
    }
  }
  const [first, last] = [warm[0] ?? 0, warm.at(-1) ?? 0];
  const exponent = Math.log(last / first) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
  if (sizes.length > 1)
    rows.push(row(`growth of a dashboard from ${sizes[0]} to ${sizes.at(-1)} hand-ins`, exponent, 'exponent', 0.05));
  return rows;
}

async function atSize(place: Place, size: number): Promise<{ rows: Row[]; warm: number }> {
  const name = (what: string) => `${what}, ${size} hand-ins`;
  const rows: Row[] = [];
  if (place.generated !== null)
    rows.push(row(name('generating'), place.generated / 1000, 's', size === 1_000_000 ? 600 : null));
  rows.push(...(await nights(place, name)));
  const cookie = { Cookie: await signIn(place, 'reader') };
  const cold = await coldly(place, figurePages, cookie);
  rows.push(row(name('dashboard of a federation, first time after a start'), cold, 'ms p95', 60));
  const server = await serve(place);
  try {
    const ask = (paths: string[], headers: Record<string, string> = {}) =>
      warmly(server.url, server.pid, paths, headers);
    const dashboard = await ask(figurePages, cookie);
    const coach = { Cookie: await signIn(place, 'coach') };
    rows.push(
      ...timed(name('dashboard of a federation, every table'), dashboard, 20),
      ...timed(name('public page of figures'), await ask(publicPages), null),
      ...timed(name('figures by the API, every table'), await ask(apiTables), null),
      ...timed(name(`caseload of ${placements} placements`), await ask(['/nl/placements'], coach), null),
      ...timed(name('a placement sought by its code'), await ask(['/nl/placements?code=bench+77'], coach), null),
    );
    return { rows: [...rows, ...(await handIns(place, name)), ...weight(place, size, name)], warm: dashboard.cpu };
  } finally {
    await server.stop();
  }
}

/** The first time all comes new; then one workplace in a hundred finished something of its plan. */
async function nights(place: Place, name: (what: string) => string): Promise<Row[]> {
  const first = await makeNight(place);
  const database = new Database(place.file);
  database.exec("update action set status = 'done' where rowid % 100 = 0");
  database.close();
  const later = await makeNight(place);
  return [
    { what: 'first night', ...first },
    { what: 'later night', ...later },
  ].flatMap(({ what, seconds, cpu, memory, saves }) => [
    row(name(`figures made in the ${what} (${round(cpu, 1)} s of processor time)`), seconds, 's', 60),
    row(name(`memory of that, in a process of its own (${what})`), memory, 'MiB', null),
    row(
      name(
        `saves beside it (${what}; before ${round(saves.before)}, longest ${round(saves.longest)}, refused ${saves.refused})`,
      ),
      saves.during,
      'ms p95',
      null,
    ),
  ]);
}

type Asked = { p95: number; cpu: number };

async function warmly(url: string, pid: number, paths: string[], headers: Record<string, string>): Promise<Asked> {
  for (const path of paths) await (await fetch(url + path, { headers })).text();
  const taken: number[] = [];
  const used = cpuOf(pid);
  for (let turn = 0; turn < rounds * Math.max(1, Math.ceil(10 / paths.length)); turn++)
    for (const path of paths) taken.push(await timeOf(url + path, headers));
  return { p95: at(taken, 0.95), cpu: (cpuOf(pid) - used) / taken.length };
}

async function timeOf(url: string, headers: Record<string, string>): Promise<number> {
  const begin = performance.now();
  const response = await fetch(url, { headers, redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - begin;
}

/** The first of each kind after a start, when another page has shown that the server is there. */
async function coldly(place: Place, paths: string[], headers: Record<string, string>): Promise<number> {
  const taken: number[] = [];
  for (let start = 0; start < coldStarts; start++) {
    const server = await serve(place);
    await (await fetch(`${server.url}/nl`)).text();
    for (const path of paths) taken.push(await timeOf(server.url + path, headers));
    await server.stop();
  }
  return at(taken, 0.95);
}

const timed = (what: string, { p95, cpu }: Asked, goal: number | null): Row[] => [
  row(`${what} (${round(cpu)} CPU ms)`, p95, 'ms p95', goal),
];

/** The durable write of a hand-in with its counter of a campaign, each for a workplace of its own. */
async function handIns({ file }: Place, name: (what: string) => string): Promise<Row[]> {
  const store = await openStore({ databaseUrl: `file:${file}` });
  const { t } = store;
  const [pattern] = await store.read.select().from(t.submission).limit(1);
  const made = new Date();
  await store.write((tx) =>
    tx
      .insert(t.campaign)
      .values({ id: 'bench', editionId: 'edition-care-0', slug: 'bench', title: 'Bench', createdAt: made }),
  );
  const [known] = await withFacts(store, pattern ? [pattern] : []);
  const taken: number[] = [];
  for (let number = 0; number < 400; number++) {
    const id = `bench-${number}`;
    const assessment = {
      id,
      checklistRef: 'care@1',
      language: 'nl' as const,
      countingKey: id,
      createdAt: made,
      activeAt: made,
    };
    await store.write(async (tx) => {
      await tx.insert(t.assessment).values({ ...assessment, context: pattern?.context as never });
      await tx.insert(t.round).values({ assessmentId: id, number: 1, kind: 'baseline', startedAt: made });
    });
    const submission = {
      ...known,
      id: `hand-in-${number}`,
      assessmentId: id,
      at: made,
      kind: 'baseline',
    } as unknown as NewSubmission;
    const begin = performance.now();
    await handIn(store, submission, {
      campaignId: 'bench',
      week: '2026-W48',
      kind: 'handed-in',
      browser: id,
      organisation: null,
    });
    taken.push(performance.now() - begin);
  }
  await store.close();
  return [row(name('a hand-in with its counter, on disk'), at(taken, 0.95), 'ms p95', 5)];
}

/** What stands on disk for a hand-in: whole pages, with the indexes. */
function weight({ file }: Place, size: number, name: (what: string) => string): Row[] {
  const database = new Database(file, { readonly: true });
  const pages = database
    .prepare('select sum(pgsize) from dbstat where name in (select name from sqlite_master where tbl_name = ?)')
    .pluck();
  const bytesOf = (tables: string[]) => tables.reduce((sum, table) => sum + Number(pages.get(table) ?? 0), 0);
  const facts = Number(database.prepare('select sum(length(cast(facts as blob))) from submission').pluck().get());
  const figures =
    facts +
    bytesOf(['figure_standing', 'figure_making', 'figure_member', 'counted_plan', 'facts_shape', 'figure_table']);
  const answers = bytesOf(['answer', 'current_answer']);
  database.close();
  return [
    row(name(`figures and counters of a hand-in (its facts ${round(facts / size, 0)})`), figures / size, 'bytes', 400),
    ...(answers > size * 1000
      ? [row(name('answers of a hand-in with their history'), answers / size, 'bytes', 10_000)]
      : []),
  ];
}

const row = (what: string, measured: number, unit: string, goal: number | null): Row => ({
  what,
  measured: round(measured),
  unit,
  goal: goal === null ? '' : `≤ ${goal}`,
  met: goal === null ? null : measured <= goal,
});
