import { newVisitor, type Visitor } from '../support/visitor.ts';
import { startBare } from './bare.ts';
import { type Findings, load } from './load.ts';
import { cpuOf, median, type Row, round } from './measured.ts';
import { cookieOf, headOf, itemsOn, type Scene, setScene, startEmployer } from './scene.ts';

const connections = 16;
const repeats = 3;
const seconds = 1.5;

type Page = { name: string; path: string; visitor: Visitor | null; encoding?: string; most?: number; least?: number };

/**
 * Processor time of pages at 16 kept connections with gzip, and how near that is to a bare node:http server that gives the
 * same bytes and headers. The two take turns, so that what else the machine does hits both.
 */
export async function pages(): Promise<Row[]> {
  return [...(await withScene({}, ofEmployer)), ...(await withScene({ DEMO: '1' }, ofFederation))];
}

async function withScene(env: Record<string, string>, find: (scene: Scene) => Promise<Page[]>): Promise<Row[]> {
  const scene = await setScene(env);
  try {
    const rows: Row[] = [];
    for (const page of await find(scene)) {
      rows.push(...(await measure(scene, page)));
      // It takes minutes: how far it is goes to who looks on.
      console.error(JSON.stringify(rows.at(-1)));
    }
    return rows;
  } finally {
    await scene.end();
  }
}

async function ofEmployer({ url }: Scene): Promise<Page[]> {
  const { visitor, id, base } = await startEmployer(url);
  const section = `${base}/sections/safety`;
  for (const item of (await itemsOn(visitor, section)).slice(0, 3)) await visitor.save(id, { item, value: 'started' });
  return [
    { name: 'section', path: section, visitor, most: 0.9, least: 0.016 },
    { name: 'overview', path: base, visitor },
    { name: 'result', path: `${base}/result`, visitor },
    { name: 'home', path: '/nl', visitor: null, least: 0.5 },
    { name: 'home, brotli', path: '/nl', visitor: null, encoding: 'br', least: 0.5 },
    { name: 'rules', path: '/nl/rules', visitor: null, least: 0.5 },
    { name: 'figures of a sector', path: '/nl/figures/care', visitor: null, least: 0.5 },
  ];
}

/** The federation of the demo, signed in by its button; its figures come from two thousand invented workplaces. */
async function ofFederation({ url }: Scene): Promise<Page[]> {
  const visitor = newVisitor(url);
  await visitor.post('/nl/sign-in/demo', { person: 'federation' });
  const organisations = await (await visitor.get('/nl/organisations')).text();
  const id = /\/nl\/organisations\/([\w-]+)"/.exec(organisations)?.[1];
  return [{ name: 'dashboard of the demo federation', path: `/nl/organisations/${id}/figures/care`, visitor }];
}

async function measure(scene: Scene, page: Page): Promise<Row[]> {
  const encoding = page.encoding ?? 'gzip';
  const cookie = page.visitor ? { Cookie: cookieOf(page.visitor) } : { Cookie: 'lang=nl' };
  const headers = { 'Accept-Encoding': encoding, ...cookie };
  const { head, body, status } = await fetchRaw(scene.url + page.path, headers);
  if (status !== 200) throw new Error(`${page.path} answered ${status}.`);
  const bare = await startBare({ headers: head, body: body.toString('base64') });
  const ask = (port: number, pid: number, milliseconds: number) => run(port, pid, milliseconds, page.path, headers);
  try {
    for (const [port, pid] of [
      [bare.port, bare.pid],
      [scene.port, scene.pid],
    ] as const)
      await ask(port, pid, 4000);
    const costs: { own: number; floor: number; found: Findings }[] = [];
    for (let turn = 0; turn < repeats; turn++) {
      const floor = await ask(bare.port, bare.pid, seconds * 1000);
      const own = await ask(scene.port, scene.pid, seconds * 1000);
      costs.push({ own: own.cpu, floor: floor.cpu, found: own.found });
    }
    return rowsOf(page, costs, body.length);
  } finally {
    await bare.stop();
  }
}

async function run(port: number, pid: number, milliseconds: number, path: string, headers: Record<string, string>) {
  const order = { head: headOf('GET', path, port, headers) };
  const before = cpuOf(pid);
  const found = await load({ port, milliseconds, connections: Array.from({ length: connections }, () => order) });
  const others = Object.keys(found.statuses).filter((status) => status !== '200');
  if (others.length > 0) throw new Error(`${path} also answered ${others.join(', ')}.`);
  return { cpu: (cpuOf(pid) - before) / found.answers, found };
}

function rowsOf(
  { name, most, least }: Page,
  costs: { own: number; floor: number; found: Findings }[],
  size: number,
): Row[] {
  const own = median(costs.map((one) => one.own));
  const ratio = median(costs.map((one) => one.floor / one.own));
  const p99 = round(median(costs.map(({ found }) => found.p99)), 1);
  const goals = [most && `≤ ${most} ms`, least && `≥ ${least} of bare`].filter(Boolean);
  return [
    {
      what: `${name} (${(size / 1000).toFixed(1)} kB, p99 ${p99} ms)`,
      measured: round(own, 3),
      unit: 'CPU ms',
      floor: round(median(costs.map((one) => one.floor)), 4),
      ratio: round(ratio, 4),
      goal: goals.join(', '),
      met: goals.length === 0 ? null : own <= (most ?? Number.POSITIVE_INFINITY) && ratio >= (least ?? 0),
    },
  ];
}

/** The bytes as they are sent, which fetch would unpack. */
async function fetchRaw(url: string, headers: Record<string, string>) {
  const { get } = await import('node:http');
  return new Promise<{ status: number; head: Record<string, string>; body: Buffer }>((resolve, reject) => {
    get(url, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const own = Object.entries(answer.headers).filter(
          ([name]) => !/^(date|connection|keep-alive|content-length|transfer-encoding|set-cookie)$/.test(name),
        );
        resolve({
          status: answer.statusCode ?? 0,
          head: Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(parts),
        });
      });
    }).on('error', reject);
  });
}
