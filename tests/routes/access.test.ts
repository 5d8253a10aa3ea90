import { beforeAll, describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { at, may, more, type Rule, table } from '../support/access-rows.ts';
import { ask, everything, remember, startApp, type TestApp } from '../support/app.ts';
import { anAction, askedItem, type Person, persons, type Stage, setStage } from '../support/stage.ts';
import { openWorkplace } from '../support/workplace.ts';

/*
 * Who may open and change what: every address, every role, as a page and as data. A plain run asks each role in one of
 * the two, and turns with SEED which; FULL=1 asks in both.
 */

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2));

const routeData = (pattern: string) => routes.find((one) => (one.path ?? '/') === pattern)?.file ?? '';
const single = (path: string) => (path === '/' ? '/_root.data' : path.replace(/(?=\?)|$/, '.data'));

describe(`every address (SEED=${seed})`, () => {
  let app: TestApp;
  let stage: Stage;
  let putBack: () => Promise<void>;

  beforeAll(async () => {
    app = await startApp();
    stage = await setStage(app);
    putBack = await remember(app);
  });

  test('of app/routes.ts has a row', () => {
    expect(Object.keys(table).sort()).toEqual(routes.map((one) => one.path ?? '/').sort());
  });

  describe.each(Object.entries({ ...table, ...more }).map(([pattern, row], index) => ({ pattern, row, index })))(
    '$pattern',
    ({ pattern, row, index }) => {
      const formsFor = (person: Person, path: string) => turned(forms(path), index + persons.indexOf(person));
      test.each(persons)('answers %s as the table of access says', async (person) => {
        // Whoever opens a link has been let in.
        if (pattern.includes('/open/')) await putBack();
        const own = at(person, stage);
        for (const path of formsFor(person, row.path(own)))
          await expectRule(person, row.see, path, () => ask(app, own.people[person], path));
      });

      test.each(persons)('takes from %s only what the table of access says', async (person) => {
        // What is allowed here erases the whole stage, or the session of who asks.
        const ends =
          (row.send === 'delete' && may(person, 'delete')) ||
          /\/(device|account|account\/delete)$|\/(share|take-over)\/:token/.test(pattern);
        const own = at(person, stage);
        if (ends) await putBack();
        for (const path of ends ? [row.path(own)] : formsFor(person, row.path(own)))
          await expectRule(person, row.send, path, () => ask(app, own.people[person], path, emptyForm));
        if (ends) await putBack();
      });
    },
  );

  test('“not yours” and “not there” are the same answer, to the byte', async () => {
    for (const row of Object.values({ ...table, ...more })) {
      const path = row.path(stage);
      if (!path.includes(stage.id)) continue;
      for (const [index, person] of persons.filter((one) => !may(one, row.see)).entries())
        for (const one of turned(forms(path), index)) {
          const [yours, there] = [one, one.replace(stage.id, missing)];
          const answers = [yours, there].map((url) => ask(app, stage.people[person], url));
          const [notYours, notThere] = await Promise.all(answers.map(async (answer) => bare(await answer, stage)));
          expect(notYours, `${person} at ${one}`).toEqual(notThere);
        }
    }
  });

  test('autosave and pages agree on who may answer', async () => {
    for (const person of persons) {
      const saved = await stage.people[person].save(at(person, stage).id, { item: askedItem, value: 'started' });
      expect(saved.status, person).toBe(may(person, 'answer') ? 200 : 404);
      if (!may(person, 'answer')) expect(await saved.json()).toEqual({ error: 'error.not-found' });
    }
  });

  test('a single loader cannot be called past its parents’ check', async () => {
    for (const [pattern, row] of Object.entries(table)) {
      const path = row.path(stage);
      if (!path.includes(stage.id)) continue;
      const id = routeData(pattern).replace(/\.tsx?$/, '');
      const answer = await ask(app, stage.people.nobody, `${single(path)}?_routes=${encodeURIComponent(id)}`);
      expect(answer.status, path).toBe(404);
    }
  });

  test('parts of one assessment cannot be reached or changed through another', async () => {
    const other = await openWorkplace(app);
    const thief = other.owner;
    const { submission, answer, link } = await parts(stage);
    for (const path of [
      `${other.base}/plan/${stage.action}`,
      `${other.base}/result?of=${submission}`,
      `/files/${other.id}/${submission}/report.json`,
    ])
      expect((await thief.get(path)).status, path).toBe(404);
    const before = await everything(app);
    expect((await thief.post(`${other.base}/plan/${stage.action}`, anAction)).status).toBe(404);
    expect((await thief.post(`${other.base}/items/${askedItem}`, { intent: 'settle', answer })).status).toBe(404);
    expect((await thief.post(`${other.base}/access`, { intent: 'revoke', link })).status).toBe(302);
    expect(await everything(app)).toBe(before);
  });

  test('a link that asks one question does not open the assessment', async () => {
    const before = await everything(app);
    const visitor = app.visitor();
    expect((await visitor.get(`/nl/open/${stage.askToken}`)).status).toBe(404);
    expect((await visitor.get(`/nl/ask/${stage.openToken}`)).status).toBe(404);
    expect(await everything(app)).toBe(before);
  });

  test('pages show a role only what it may do', async () => {
    const shown = async (person: Person, path: string) => (await stage.people[person].get(path)).text();
    expect(await shown('owner', `${stage.base}/result`)).toContain(`${stage.base}/access`);
    for (const person of ['colleague', 'reader'] as const) {
      const result = await shown(person, `${stage.base}/result`);
      expect(result).not.toContain(`${stage.base}/access`);
      expect(result).not.toContain(`${stage.base}/delete`);
    }
    expect(await shown('reader', `${stage.base}/plan`)).not.toContain(`${stage.base}/plan/new`);
    expect(await shown('colleague', stage.base)).not.toContain(`${stage.base}/hand-in`);
  });
});

/** One address as a page and as data. */
const forms = (path: string): string[] => [path, single(path)];
/** One of them, another one each turn; all of them in a full run. */
const turned = (list: string[], by: number): string[] =>
  process.env.FULL ? list : list.slice((seed + by) % list.length).slice(0, 1);

const emptyForm = { method: 'POST', body: new URLSearchParams({ nothing: '' }) };
const missing = 'AAAAAAAAAAAAAAAA';
const signedIn: Person[] = ['coach', 'starter'];

async function expectRule(person: Person, rule: Rule, path: string, request: () => Promise<Response>) {
  const response = await request();
  // A body that nobody read holds its connection.
  await response.arrayBuffer();
  const { status } = response;
  if (rule === 'a key') return expect(status, `${person}: ${path}`).toBe(401);
  if (rule === 'other people')
    return expect(status, `${person}: ${path}`).toBe(
      signedIn.includes(person) ? 404 : path.endsWith('.data') ? 202 : 302,
    );
  if (may(person, rule)) expect([200, 202, 204, 302, 422], `${person}: ${path} said ${status}`).toContain(status);
  else expect([404, 405], `${person}: ${path} said ${status}`).toContain(status);
  if (!may(person, rule) && rule !== 'nothing') expect(status, `${person}: ${path}`).toBe(404);
}

/** An answer without what differs every time: the nonce, and the id that was asked. */
async function bare(response: Response, { id }: Stage) {
  const text = await response.text();
  const kept = [...response.headers].filter(
    // How small a page gets differs with its nonce, which is chance.
    ([name]) => !['content-security-policy', 'content-length', 'date', 'etag', 'ratelimit'].includes(name),
  );
  const clean = (one: string) => one.replaceAll(/nonce(="|-)[^"']*/g, 'nonce').replaceAll(id, missing);
  return {
    status: response.status,
    headers: kept.map(([name, value]) => `${name}: ${clean(value)}`),
    text: clean(text),
  };
}

async function parts({ app, id }: Stage) {
  const { read, t } = app.services.store;
  const of = <T extends { id: string; assessmentId: string }>(rows: T[]) =>
    rows.find((one) => one.assessmentId === id)?.id ?? '';
  return {
    submission: of(await read.select().from(t.submission)),
    answer: of(await read.select().from(t.answer)),
    link: of(await read.select().from(t.link)),
  };
}
