import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, everything, remember, startApp, type TestApp } from '../support/app.ts';
import { publishIn } from '../support/edition.ts';
import { encoded, hostileFile, hostileName, hostileText, markup } from '../support/hostile.ts';
import { formsOn, type PageForm } from '../support/page-forms.ts';
import { signInCoach, storePlacement } from '../support/people.ts';
import { everyPost, item, type Post } from '../support/posts.ts';
import type { Visitor } from '../support/visitor.ts';
import { invite, openWorkplace, type Workplace } from '../support/workplace.ts';

/*
 * The forms that the pages themselves offer, with one thing in them that should not be there: a value, a name, a file, an
 * id of somebody else, a field too few or twice. FULL=1 asks for many more of each.
 */

const full = process.env.FULL === '1';
/** How often each address is posted to. */
const turns = full ? 150 : 5;

let app: TestApp;
let workplace: Workplace;
let posts: Record<string, Post>;
let putBack: () => Promise<void>;
/** Ids that are there, but are somebody else's. */
let foreign: string[];
/** Counts the transactions that were asked for. */
let asked = 0;

beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  posts = await everyPost(workplace);
  foreign = await idsOfOthers();
  putBack = await remember(app);
  const { store } = app.services;
  const { write } = store;
  store.write = (work) => {
    asked += 1;
    return write(work);
  };
}, 600_000);

/** Another workplace with a link, an answer and a hand-in, and what else only others have. */
async function idsOfOthers(): Promise<string[]> {
  const other = await openWorkplace(app);
  await other.owner.save(other.id, { item, value: 'started', note: 'van een ander' });
  const { link } = await invite(other, 'reader');
  const placement = await storePlacement(app, await signInCoach(app, 'andere-coach@example.org'));
  const edition = await publishIn(app.services, placement.organisationId);
  const others = [other.id, link, placement.id, placement.organisationId, edition.id];
  return [...others, 'care@2', 'retail@1', 'care@1+none@1', 'commitment'];
}

const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' };
const whoPosts = ({ as }: Post): Visitor => as ?? workplace.owner;

/** The forms of a page; of an address that shows none, one with the fields it takes. */
async function formsOf(post: Post): Promise<PageForm[]> {
  const page = await ask(app, whoPosts(post), post.path);
  const forms = formsOn(await page.text(), post.path).filter(({ action }) => !/^\/[a-z]{2}\/account$/.test(action));
  const own = forms.filter(({ action }) => action.split('?')[0] === post.path.split('?')[0]);
  return own.length > 0 ? own : [{ action: post.path, fields: post.fields.map((name) => [name, 'x']) }];
}

/** One thing in a form that should not be there. */
const mutation = fc.oneof(
  { weight: 6, arbitrary: hostileText.map((text) => ({ kind: 'value' as const, text })) },
  { weight: 2, arbitrary: fc.nat().map((at) => ({ kind: 'foreign' as const, at })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'missing' as const }) },
  { weight: 1, arbitrary: hostileText.map((text) => ({ kind: 'twice' as const, text })) },
  {
    weight: 1,
    arbitrary: fc.tuple(hostileName, hostileText).map(([name, text]) => ({ kind: 'more' as const, name, text })),
  },
  { weight: 1, arbitrary: hostileFile.map((file) => ({ kind: 'file' as const, file })) },
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function bodyOf({ fields }: PageForm, at: number, change: Mutation): string | FormData {
  const spot = fields.length > 0 ? at % fields.length : 0;
  const [name = 'a', old = ''] = fields[spot] ?? [];
  const others = fields.filter((_, index) => index !== spot);
  switch (change.kind) {
    case 'value':
      return encoded([...others, [name, change.text]]);
    case 'foreign':
      return encoded([...others, [name, foreign[change.at % foreign.length] ?? '']]);
    case 'missing':
      return encoded(others);
    case 'twice':
      return encoded([[name, change.text], ...fields, [name, change.text]]);
    case 'more':
      return encoded([...fields, [change.name, change.text]]);
    case 'file': {
      const form = new FormData();
      for (const [one, value] of others) form.append(one, value);
      form.append(name, change.file);
      form.append(name, old);
      return form;
    }
  }
}

/** What a refused answer may write all the same: a challenge of a passkey is spent by any answer. */
const spends = (path: string) => /\/passkey$/.test(path);
/** Each answer of a section stands by itself: the good ones are stored beside one that comes back (product: answers). */
const isOfMany = (path: string) => /\/sections\/[a-z-]+$/.test(path);

test('whatever stands in a form that a page offers, the answer is never a failure, and whatever is refused changes nothing', async () => {
  let [accepted, refused] = [0, 0];
  for (const post of Object.values(posts)) {
    const forms = await formsOf(post);
    let known = await everything(app);
    let isChanged = false;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), mutation, async (which, at, change) => {
        const form = forms[which % forms.length] as PageForm;
        const body = bodyOf(form, at, change);
        const before = asked;
        const answer = await ask(app, whoPosts(post), form.action, {
          method: 'POST',
          body,
          headers: typeof body === 'string' ? asForm : {},
        });
        const text = await answer.text();
        expect(answer.status, form.action).toBeLessThan(500);
        expect(text, form.action).not.toContain('<img src=x onerror');
        if (answer.status < 400) accepted += 1;
        else refused += 1;
        if (asked === before || spends(post.path)) return;
        const now = await everything(app);
        if (answer.status >= 400 && !isOfMany(post.path))
          expect(now === known, `${form.action} wrote and said ${answer.status}`).toBe(true);
        isChanged ||= now !== known;
        known = now;
      }),
      { numRuns: turns },
    );
    if (isChanged) await putBack();
  }
  expect(app.log.filter((line) => line.includes('request failed'))).toEqual([]);
  // Neither side is empty: the forms are real ones, and what is wrong in them is seen.
  expect(accepted).toBeGreaterThan(turns * 10);
  expect(refused).toBeGreaterThan(turns * 10);
}, 3_600_000);

test('no page that offers a form has an id twice, so that every label and message leads to its own field', async () => {
  for (const post of Object.values(posts)) {
    const page = await (await ask(app, whoPosts(post), post.path)).text();
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      post.path,
    ).toEqual([]);
  }
});

test('a form that a page offers, sent by a stranger or from another workplace, changes nothing', async () => {
  const other = await openWorkplace(app);
  const before = await everything(app);
  for (const post of Object.values(posts).filter(({ path }) =>
    /\/(assessments|organisations\/|placements\/)/.test(path),
  ))
    for (const form of (await formsOf(post)).slice(0, full ? 50 : 2))
      for (const who of [null, other.owner]) {
        const answer = await ask(app, who, form.action, {
          method: 'POST',
          body: encoded(form.fields),
          headers: asForm,
        });
        await answer.arrayBuffer();
        expect(answer.status === 404 || isToSignIn(answer), `${form.action} ${answer.status}`).toBe(true);
      }
  expect(await everything(app)).toBe(before);
}, 120_000);

const isToSignIn = (answer: Response) =>
  answer.status === 302 && /\/sign-in/.test(answer.headers.get('Location') ?? '');

test('an address with a piece of another in it, or with what is no id, opens and changes nothing of others', async () => {
  const pieces = [
    '__proto__',
    'constructor',
    '%00',
    '%F0%9F%98%80',
    '..%2f..',
    "'%20or%201=1",
    'a'.repeat(2000),
    ...foreign,
  ];
  const before = await everything(app);
  const addresses = Object.values(posts).filter(({ path }) => /\/[\w-]{16,}/.test(path));
  for (const [at, post] of addresses.entries())
    for (const piece of full ? pieces : ([pieces[at % pieces.length], foreign[at % 5]] as string[])) {
      const path = post.path.replace(/\/[\w-]{16,}/, `/${piece}`);
      if (path === post.path) continue;
      for (const method of ['GET', 'POST']) {
        const answer = await ask(app, whoPosts(post), path, {
          method,
          ...(method === 'POST' && { body: encoded([['intent', 'x']]), headers: asForm }),
        });
        await answer.arrayBuffer();
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
        expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(300);
      }
    }
  expect(await everything(app)).toBe(before);
}, 120_000);

describe('what programs send', () => {
  const hostileJson = fc.oneof(
    fc.constantFrom(
      '1e309',
      '-0',
      'null',
      'true',
      '[]',
      '{}',
      '"\\ud800"',
      '"\\u0000"',
      '{"__proto__":{"a":1}}',
      '9'.repeat(400),
    ),
    fc.constantFrom(
      `[${'['.repeat(5000)}`,
      `${'['.repeat(900)}${']'.repeat(900)}`,
      '"constructor"',
      '"__proto__"',
      '""',
    ),
    hostileText.map((text) => JSON.stringify(text)),
    fc.jsonValue().map((one) => JSON.stringify(one)),
  );

  /** The same JSON with one of its values replaced by this text. */
  function replaced(body: object, at: number, by: string): string {
    const text = JSON.stringify(body);
    const values = [...text.matchAll(/(?<=[:[,])("(?:[^"\\]|\\.)*"(?!:)|\[\]|null|true|\d+)/g)];
    const one = values[at % values.length];
    return one ? text.slice(0, one.index) + by + text.slice(one.index + one[0].length) : text;
  }

  async function attacked(path: string, who: Visitor, body: () => object): Promise<void> {
    let known = await everything(app);
    await fc.assert(
      fc.asyncProperty(fc.nat(), hostileJson, async (at, by) => {
        const answer = await ask(app, who, path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: replaced(body(), at, by),
        });
        await answer.arrayBuffer();
        expect([200, 400, 404, 422]).toContain(answer.status);
        const now = await everything(app);
        if (answer.status >= 400) expect(now === known, `wrote and said ${answer.status}`).toBe(true);
        known = now;
      }),
      { numRuns: full ? 2000 : 60 },
    );
    expect(app.log.filter((line) => line.includes('request failed'))).toEqual([]);
  }

  test('to the autosave is stored or refused, never both', async () => {
    const answer = { item, value: 'started', reasonId: null, reasonText: '', note: 'n', proof: 'p', base: ['b'] };
    await attacked('/save', workplace.owner, () => ({
      assessment: workplace.id,
      language: 'nl',
      answer: { id: crypto.randomUUID(), ...answer },
    }));
  }, 300_000);

  test('from a visit is stored or refused, never both', async () => {
    const coach = Object.values(posts).find(({ path }) => /\/placements\/[^/]+\/visit$/.test(path)) as Post;
    const placement = coach.path.split('/')[3];
    await attacked('/visit-sync', whoPosts(coach), () => ({
      placement,
      language: 'nl',
      entries: [
        { kind: 'threshold', id: crypto.randomUUID(), text: 'Een drempel', weight: 'small', item: '', seenOn: '' },
        { kind: 'note', id: crypto.randomUUID(), text: 'Een nota' },
      ],
    }));
  }, 300_000);

  test('to the API, which only reads, is answered or refused', async () => {
    const before = await everything(app);
    for (const path of [
      'figures',
      'figures/care',
      'figures/__proto__',
      'figures/care/constructor',
      'editions/__proto__/figures',
      `editions/${'x'.repeat(5000)}/figures`,
    ])
      for (const key of [
        '',
        'Bearer x',
        `Bearer ${'x'.repeat(99)}`,
        `Bearer ${markup}`,
        'Basic YTpi',
        'Bearer __proto____proto____proto__',
      ]) {
        const answer = await ask(app, null, `/api/v1/${path}?a[]=1&a=2&__proto__[x]=1`, {
          headers: { Authorization: key },
        });
        expect([200, 401, 404], path).toContain(answer.status);
        expect(answer.headers.get('Content-Type')).toMatch(/json/);
        await answer.arrayBuffer();
      }
    expect(await everything(app)).toBe(before);
  });
});

test('names of the machine as fields change no object', async () => {
  const body = new URLSearchParams([
    ['__proto__', 'kanarie'],
    ['__proto__[kanarie]', 'kanarie'],
    ['constructor.prototype.kanarie', 'kanarie'],
  ]);
  for (const { path, as } of Object.values(posts)) {
    const answer = await ask(app, as ?? workplace.owner, path, { method: 'POST', body });
    expect(answer.status, path).toBeLessThan(500);
    await answer.arrayBuffer();
  }
  expect(({} as { kanarie?: string }).kanarie).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  await putBack();
});

test('no markup that was sent comes back as markup, also not from what was stored', async () => {
  const { owner, base, id } = await openWorkplace(app, 'Keuken');
  await owner.save(id, { item, value: 'started', note: markup, proof: markup });
  await owner.post(`${base}/access`, { intent: 'share', kind: 'reader', voice: 'hr', label: markup });
  await owner.post(`${base}/plan/new`, {
    title: markup,
    owner: markup,
    due: '',
    status: 'todo',
    instrument: '',
    note: markup,
    items: item,
  });
  await owner.post(`${base}/hand-in`, { id: crypto.randomUUID() });
  let seen = 0;
  for (const path of [
    '',
    `/sections/commitment`,
    `/items/${item}`,
    '/hand-in',
    '/result',
    '/plan',
    '/access',
    '/compare',
  ]) {
    const page = await (await owner.get(base + path)).text();
    expect(page, path).not.toContain('<img src=x');
    if (page.includes('&lt;img src=x') || page.includes('\\u003cimg src=x')) seen += 1;
  }
  expect(seen).toBeGreaterThan(2);
});

test('an address with a line of its own in it is none', async () => {
  const mailing = await startApp({ SMTP_URL: 'smtp://localhost:1' });
  for (const email of [
    'a@b.be\r\nBcc: c@d.be',
    'a@b.be\nBcc: c@d.be',
    'a@b.be,c@d.be',
    'a@b.be c@d.be',
    '"a\r\nX"@b.be',
    '<a@b.be>',
  ]) {
    const answer = await ask(mailing, null, '/nl/sign-in', { method: 'POST', body: new URLSearchParams({ email }) });
    expect(answer.status, JSON.stringify(email)).toBe(422);
  }
  const { read, t } = mailing.services.store;
  expect(await read.select().from(t.mail)).toEqual([]);
});
