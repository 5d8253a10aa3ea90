import { join } from 'node:path';
import Database from 'better-sqlite3';
import { commitsPerSecond } from './commits.ts';
import { type Findings, load } from './load.ts';
import { cpuOf, type Row, round } from './measured.ts';
import { cookieOf, type Employer, headOf, itemsOn, type Scene, setScene, startEmployer } from './scene.ts';

const seconds = 5;
const users = [1, 16, 64];
const crowd = 512;

/** Saving one answer by the app's own path, each user with a session and a self-scan of their own, without think time. */
export async function save(): Promise<Row[]> {
  const scene = await setScene();
  try {
    const employers: Employer[] = [];
    while (employers.length < crowd) employers.push(...(await startSome(scene, 16)));
    const [first] = employers as [Employer];
    const items = await itemsOn(first.visitor, `${first.base}/sections/safety`);
    const connections = employers.map((one) => savesOf(scene, one, items));
    await load({ port: scene.port, connections: connections.slice(0, 16), milliseconds: 3000 });
    const rows: Row[] = [];
    for (const count of users) rows.push(...(await steady(scene, connections.slice(0, count))));
    rows.push(...(await overload(scene, connections)));
    return rows;
  } finally {
    await scene.end();
  }
}

const startSome = ({ url }: Scene, count: number): Promise<Employer[]> =>
  Promise.all(Array.from({ length: count }, () => startEmployer(url)));

/** What the page's own script sends. */
function savesOf({ port }: Scene, { visitor, id }: Employer, items: string[]) {
  const answer = {
    id: '{id}',
    item: '{item}',
    value: '{value}',
    reasonId: null,
    reasonText: '',
    note: '',
    proof: '',
    base: [],
  };
  return {
    head: headOf('POST', '/save', port, {
      'Content-Type': 'application/json',
      Origin: `http://localhost:${port}`,
      Cookie: cookieOf(visitor),
    }),
    body: JSON.stringify({ assessment: id, language: 'nl', keep: false, answer }),
    items,
  };
}

type Connections = ReturnType<typeof savesOf>[];

async function steady(scene: Scene, connections: Connections): Promise<Row[]> {
  const before = commitsPerSecond(scene.dataDir, 1500);
  const used = cpuOf(scene.pid);
  const found = await load({ port: scene.port, connections, milliseconds: seconds * 1000 });
  const cpu = (cpuOf(scene.pid) - used) / found.answers;
  const after = commitsPerSecond(scene.dataDir, 1500);
  const floor = (before.perSecond + after.perSecond) / 2;
  const perSecond = (1000 * found.answers) / found.milliseconds;
  const ratio = perSecond / floor;
  const count = connections.length;
  const goal = count === 16 ? 0.6 : count === 64 ? 1.5 : null;
  const who = count === 1 ? '1 user' : `${count} users`;
  return [
    {
      what: `answers saved, ${who}`,
      measured: round(perSecond, 0),
      unit: 'per s',
      floor: round(floor, 0),
      ratio: round(ratio),
      goal: goal === null ? '' : `≥ ${goal} of one commit each`,
      met: goal === null ? null : ratio >= goal,
    },
    {
      what: `a save, ${who}: p50 / p95 / p99 ${[found.p50, found.p95, found.p99].map((one) => round(one)).join(' / ')}`,
      measured: round(found.p95),
      unit: 'ms p95',
      floor: round(Math.max(before.p95, after.p95)),
      goal: count === 16 ? '≤ 6' : '',
      met: count === 16 ? found.p95 <= 6 : null,
    },
    { what: `processor time of a save, ${who}`, measured: round(cpu, 3), unit: 'CPU ms', goal: '', met: null },
    lost(scene, found, who),
  ];
}

/** More users than can be served, none of whom waits. */
async function overload(scene: Scene, connections: Connections): Promise<Row[]> {
  const found = await load({ port: scene.port, connections, milliseconds: seconds * 1000, retryAfter: 1000 });
  const refused = found.statuses['503'] ?? 0;
  return [
    {
      what: `refused with 503 and Retry-After, ${crowd} users (${refused} refused, ${found.answers} served)`,
      measured: round(found.refusedP95),
      unit: 'ms p95',
      goal: '≤ 20',
      met: refused === 0 ? null : found.refusedP95 <= 20 && found.refusedPolitely,
    },
    {
      what: `a save that was served, ${crowd} users`,
      measured: round(found.p99),
      unit: 'ms p99',
      goal: '≤ 100',
      met: found.p99 <= 100,
    },
    lost(scene, found, `${crowd} users`),
  ];
}

/** Looks each acknowledged answer up in the file. */
function lost({ dataDir }: Scene, { acknowledged, statuses }: Findings, who: string): Row {
  const database = new Database(join(dataDir, 'toolbox.db'), { readonly: true });
  const find = database.prepare('select 1 from answer where id = ?').pluck();
  const gone = acknowledged.filter((id) => find.get(id) !== 1).length;
  database.close();
  const others = Object.entries(statuses).filter(([status]) => status !== '200' && status !== '503');
  return {
    what: `answers lost of ${acknowledged.length} acknowledged, ${who}${others.length > 0 ? `; other answers: ${JSON.stringify(others)}` : ''}`,
    measured: gone,
    unit: '',
    goal: '0',
    met: gone === 0 && others.length === 0,
  };
}
