import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import routes from '#app/routes.ts';
import { ask, build, everything, startApp, type TestApp } from '../support/app.ts';
import { answersOf, mailedLink } from '../support/follow-up.ts';
import {
  newOrganisation,
  offerShare,
  secretOn,
  shareWithCoach,
  signIn,
  signInCoach,
  startForEmployer,
  storePlacement,
} from '../support/people.ts';
import { newPilot } from '../support/pilot.ts';
import type { Visitor } from '../support/visitor.ts';
import { askColleague, openWorkplace, type Workplace } from '../support/workplace.ts';

/* Every address that takes a post, read from the routes: what a stranger or a broken program may send there. */

type Post = { path: string; fields: string[]; as?: Visitor };

let app: TestApp;
let workplace: Workplace;
/** By route pattern; a route with an action that is not here fails. */
let posts: Record<string, Post>;

const item = 'goal-backed';
const actionFields = ['title', 'owner', 'due', 'status', 'instrument', 'note', 'items', 'doneBy', 'doneAt', 'doneHow'];
const taskFields = ['title', 'when', 'minutes', 'per', 'needs', 'risk', 'adapted', 'doneBy', 'carve'];
const entryFields = [
  'kind',
  'id',
  'text',
  'weight',
  'item',
  'value',
  'note',
  'threshold',
  'version',
  'base',
  'loweredOn',
];
const pilotFields = ['from', 'title', 'sector', 'setting', 'question', 'startsOn', 'endsOn'];
const contextFields = ['subSector', 'size', 'place', 'targetJob', 'shifts', 'label'];
const answerFields = ['value', 'id', 'base', 'note', 'proof', 'reasonId', 'reasonText'].map((one) => `${item}.${one}`);

beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  const { base, id, owner } = workplace;
  await owner.save(id, { item, value: 'not-yet' });
  const gone = await openWorkplace(app);
  const another = await signIn(app, 'organisatie-weg@example.org');
  await signIn(app, 'eigenaar@example.org', owner);
  const organisation = `/nl/organisations/${await newOrganisation(owner)}`;
  const pilot = await newPilot(owner, organisation);
  const coach = await signInCoach(app, 'coach@example.org');
  await shareWithCoach(workplace, coach);
  const { token: offered } = await offerShare(workplace);
  const started = `/nl/assessments/${await startForEmployer(coach)}`;
  await coach.visitor.post(`${started}/hand-over`, { email: '' });
  await owner.post(`${base}/voice`, { intent: 'open' });
  const firstContractDay = addMonths(brusselsDay(app.services.now()), -1);
  const placement = await storePlacement(app, coach, { assessmentId: id, firstContractDay });
  const followUps = `/nl/placements/${placement.id}/follow-ups`;
  const stepFields = ['go', 'note', ...Object.values(answersOf(app, 'employer')).flatMap((one) => Object.keys(one))];
  posts = {
    ':lang/sectors/:sector/start': { path: '/nl/sectors/care/start', fields: contextFields },
    ':lang/resume': { path: '/nl/resume', fields: ['code'] },
    ':lang/recover': { path: '/nl/recover', fields: ['email'] },
    ':lang/import': { path: '/nl/import', fields: ['file'] },
    ':lang/device': { path: '/nl/device', fields: [], as: gone.owner },
    ':lang/sign-in': { path: '/nl/sign-in', fields: ['email', 'next'] },
    ':lang/sign-in/passkey': { path: '/nl/sign-in/passkey', fields: ['credential', 'next'] },
    ':lang/sign-in/demo': { path: '/nl/sign-in/demo', fields: ['person', 'next'] },
    ':lang/sign-in/:token': { path: '/nl/sign-in/none', fields: [] },
    ':lang/account': {
      path: '/nl/account',
      fields: ['session', 'passkey', 'label', 'language'],
      as: (await signIn(app, 'uit@example.org')).visitor,
    },
    ':lang/account/passkey': { path: '/nl/account/passkey', fields: ['credential'] },
    ':lang/account/delete': {
      path: '/nl/account/delete',
      fields: [],
      as: (await signIn(app, 'weg@example.org')).visitor,
    },
    ':lang/invitations/:token': { path: '/nl/invitations/none', fields: [] },
    ':lang/organisations': { path: '/nl/organisations', fields: ['kind', 'name', 'label'] },
    ':lang/organisations/:organisation': { path: organisation, fields: ['name'] },
    ':lang/organisations/:organisation/people': {
      path: `${organisation}/people`,
      fields: ['email', 'role', 'member', 'invitation', 'label'],
    },
    ':lang/organisations/:organisation/merge': { path: `${organisation}/merge`, fields: ['other'] },
    ':lang/organisations/:organisation/delete': {
      path: `/nl/organisations/${await newOrganisation(another.visitor)}/delete`,
      fields: [],
      as: another.visitor,
    },
    ':lang/organisations/:organisation/pilots/new': { path: `${organisation}/pilots/new`, fields: pilotFields },
    ':lang/organisations/:organisation/pilots/:pilot': {
      path: pilot,
      fields: ['intent', ...pilotFields, 'partnerName', 'partnerKind', 'entry', 'day', 'phase', 'lesson', 'what', 'id'],
    },
    ':lang/organisations/:organisation/pilots/:pilot/phases/:phase': {
      path: `${pilot}/phases/0`,
      fields: ['status', 'deliverables', 'note', 'doneOn'],
    },
    ':lang/organisations/:organisation/pilots/:pilot/publish': {
      path: `${pilot}/publish`,
      fields: ['intent', 'partner', 'email'],
    },
    ':lang/organisations/:organisation/pilots/:pilot/delete': {
      path: `${await newPilot(owner, organisation)}/delete`,
      fields: [],
    },
    ':lang/pilots/confirm/:token': { path: '/nl/pilots/confirm/none', fields: ['intent', 'text'] },
    ':lang/shared/start': {
      path: '/nl/shared/start?sector=care',
      fields: [...contextFields, 'voice'],
      as: coach.visitor,
    },
    ':lang/share/:token': { path: `/nl/share/${offered}`, fields: ['name', 'label'], as: coach.visitor },
    ':lang/take-over/:token': {
      path: `/nl/take-over/${await secretOn(coach.visitor, `${started}/hand-over`, 'take-over')}`,
      fields: ['looks-along'],
      as: gone.owner,
    },
    ':lang/voice/:token': {
      path: `/nl/voice/${await secretOn(owner, `${base}/voice`, 'voice')}`,
      fields: ['who-to-ask', 'shown-how'],
    },
    ...(await placementPosts()),
    ':lang/ask/:token': { path: (await askColleague(workplace, item)).path, fields: answerFields },
    ':lang/digest/confirm/:token': { path: '/nl/digest/confirm/none', fields: [] },
    ':lang/digest/stop/:token': { path: '/nl/digest/stop/none', fields: ['List-Unsubscribe'] },
    ':lang/mail/stop/:token': { path: '/nl/mail/stop/none', fields: ['List-Unsubscribe', 'go'] },
    ':lang/follow-ups/:token': { path: await mailedLink(app, placement), fields: stepFields },
    ':lang/placements/:placement/follow-ups': { path: followUps, fields: [], as: coach.visitor },
    ':lang/placements/:placement/follow-ups/:month': { path: `${followUps}/1`, fields: stepFields },
    ':lang/assessments/:assessment/context': { path: `${base}/context`, fields: contextFields },
    ':lang/assessments/:assessment/sections/:section': { path: `${base}/sections/commitment`, fields: answerFields },
    ':lang/assessments/:assessment/items/:item': {
      path: `${base}/items/${item}`,
      fields: ['intent', 'answer', 'who', 'question'],
    },
    ':lang/assessments/:assessment/hand-in': { path: `${base}/hand-in`, fields: ['id', 'counted', 'kind'] },
    ':lang/assessments/:assessment/plan': { path: `${base}/plan`, fields: ['remedy'] },
    ':lang/assessments/:assessment/plan/:action': { path: `${base}/plan/new`, fields: actionFields },
    ':lang/assessments/:assessment/propose': {
      path: `${base}/propose`,
      fields: ['remedy', 'title', 'note'],
      as: coach.visitor,
    },
    ':lang/assessments/:assessment/compare': { path: `${base}/compare`, fields: ['item', 'value'] },
    ':lang/assessments/:assessment/access': {
      path: `${base}/access`,
      fields: ['intent', 'kind', 'voice', 'label', 'link', 'email', 'submission', 'organisation'],
    },
    ':lang/assessments/:assessment/share': {
      path: `${base}/share`,
      fields: ['intent', 'share', 'scope', 'months'],
    },
    ':lang/assessments/:assessment/voice': { path: `${base}/voice`, fields: ['intent'] },
    ':lang/assessments/:assessment/hand-over': {
      path: `${started}/hand-over`,
      fields: ['email'],
      as: coach.visitor,
    },
    ':lang/assessments/:assessment/delete': { path: `${gone.base}/delete`, fields: [], as: gone.owner },
    ':lang/placements/:placement/tasks': {
      path: `/nl/placements/${placement.id}/tasks`,
      fields: taskFields,
      as: coach.visitor,
    },
    ':lang/placements/:placement/tasks/:task': {
      path: `/nl/placements/${placement.id}/tasks/none`,
      fields: taskFields,
      as: coach.visitor,
    },
    ':lang/placements/:placement/carve': {
      path: `/nl/placements/${placement.id}/carve`,
      fields: ['title', 'redLines'],
      as: coach.visitor,
    },
    ':lang/placements/:placement/visit': {
      path: `/nl/placements/${placement.id}/visit`,
      fields: entryFields,
      as: coach.visitor,
    },
    ':lang/placements/:placement/visit/report': {
      path: `/nl/placements/${placement.id}/visit/report`,
      fields: ['remark', 'notes', 'host'],
      as: coach.visitor,
    },
    '*': { path: '/nl/nothing/here', fields: ['a'] },
  };
});

/** A placement of a coach, with a threshold; another one to be erased. */
async function placementPosts(): Promise<Record<string, Post>> {
  const coach = await signIn(app, 'coach@example.org');
  const { id, organisationId } = await storePlacement(app, coach);
  const erased = await storePlacement(app, coach, { organisationId });
  const as = coach.visitor;
  const path = `/nl/placements/${id}`;
  await as.post(path, { intent: 'threshold', text: 'Een drempel', weight: 'small' });
  const [threshold] = await app.services.store.read.select().from(app.services.store.t.placementThreshold);
  const dates = ['stageStart', 'firstContractDay', 'closedOn'];
  return {
    ':lang/placements/new': {
      path: '/nl/placements/new',
      fields: ['host', 'hostName', 'sector', 'route', 'previous'],
      as,
    },
    ':lang/placements/:placement': { path, fields: ['intent', 'text', 'weight', 'seenOn', 'visit', 'minutes'], as },
    ':lang/placements/:placement/move': {
      path: `${path}/move`,
      fields: ['intent', 'to', 'check', 'legal', ...dates, 'outcome', 'outcomeReason', 'outcomeNote'],
      as,
    },
    ':lang/placements/:placement/needs': { path: `${path}/needs`, fields: ['intent', 'need', 'agreedOn'], as },
    ':lang/placements/:placement/thresholds/:threshold': {
      path: `${path}/thresholds/${threshold?.id}`,
      fields: ['intent', 'version', 'text', 'weight', 'tried', 'helped'],
      as,
    },
    ':lang/placements/:placement/hand-over': { path: `${path}/hand-over`, fields: ['intent', 'email', 'handover'], as },
    ':lang/placements/:placement/delete': { path: `/nl/placements/${erased.id}/delete`, fields: [], as },
    ':lang/hand-over/:token': { path: '/nl/hand-over/none', fields: ['organisation'], as },
  };
}

const send = (post: Post, headers: Record<string, string>, body: string | null, method = 'POST') =>
  ask(app, post.as ?? workplace.owner, post.path, { method, headers, body });
const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' };

test('every route with an action is in this test', () => {
  const taking = routes.filter(({ file }) => build.routes[file.replace(/\.tsx?$/, '')]?.module.action);
  expect(Object.keys(posts)).toEqual(taking.map((one) => one.path));
});

test('a post from another site is refused by every one of them, however it is dressed', async () => {
  const before = await everything(app);
  const evil = { Origin: 'https://evil.example' };
  const dresses = [
    evil,
    { Origin: 'null' },
    { Origin: 'http://localhost:1' },
    { Origin: `${app.url}.evil.example` },
    { Origin: app.url, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: app.url, 'Sec-Fetch-Site': 'same-site' },
    { ...evil, 'Sec-Fetch-Site': 'same-origin' },
    { ...evil, 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' },
  ];
  for (const post of Object.values(posts))
    for (const dress of dresses)
      for (const path of [post.path, `${post.path}.data`, `${post.path}?_data=routes%2Froot`]) {
        const answer = await send({ ...post, path }, { ...asForm, ...dress }, 'intent=renew-code');
        expect(answer.status, `${path} ${JSON.stringify(dress)}`).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
  expect(await everything(app)).toBe(before);
});

test('one of our own passes, as a browser sends it', async () => {
  const { id, owner } = workplace;
  const answer = { id: 'own-1', item, value: 'started', reasonId: null, reasonText: '', note: '', proof: '', base: [] };
  const saved = await ask(app, owner, '/save', {
    method: 'POST',
    body: JSON.stringify({ assessment: id, language: 'nl', answer }),
    headers: { Origin: app.url, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' },
  });
  expect(saved.status).toBe(200);
});

test('no other method changes anything, also not our own', async () => {
  const before = await everything(app);
  const post = posts[':lang/assessments/:assessment/delete'] as Post;
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
    for (const origin of ['null', app.url]) {
      const answer = await send(post, { Origin: origin }, '', method);
      expect(answer.status, method).toBe(405);
      expect(answer.headers.get('Allow')).toBe('GET, HEAD, POST');
    }
  expect(await everything(app)).toBe(before);
});

test('the framework’s old way of asking for data is not there', async () => {
  const before = await everything(app);
  for (const post of Object.values(posts))
    for (const method of ['GET', 'POST']) {
      const answer = await send(
        { ...post, path: `${post.path}?_data=routes%2Froot` },
        {},
        method === 'GET' ? null : '',
        method,
      );
      expect(answer.status, post.path).toBe(404);
    }
  expect(await everything(app)).toBe(before);
});

/** Words with a meaning somewhere, numbers, prototypes, and any text at all. */
const anyText = fc.oneof(
  fc.constantFrom('', 'unknown', 'other', 'in-place', 'not-applicable', 'yes', 'baseline', 'todo', 'done', 'share'),
  fc.constantFrom('reader', 'hr', 'agreed', 'digest', 'settle', 'revoke', item, '2027-02-31', '2027-02-28', 'a@b.be'),
  fc.constantFrom('__proto__', 'constructor', '1e309', '-0', 'NaN', 'null', '\0', '\u202e', '=1+1', '٣'),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.toWellFormed()),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
);

test('whatever is in the form, the answer is never a failure, and nobody else’s assessment changes', async () => {
  const other = await openWorkplace(app);
  await other.owner.save(other.id, { item, value: 'largely', note: 'blijft' });
  const others = () => rowsOf(other.id);
  const before = await others();
  for (const post of Object.values(posts).filter(({ path }) => !/\/(delete|device)$/.test(path))) {
    const name = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...post.fields, 'intent') },
      { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'assessmentId', 'items[]', '') },
    );
    const anyFields = fc.array(fc.tuple(name, anyText), { maxLength: post.fields.length + 3 });
    await fc.assert(
      fc.asyncProperty(anyFields, fc.boolean(), async (fields, parts) => {
        const body = parts ? new FormData() : new URLSearchParams();
        for (const [one, text] of fields) body.append(one, text);
        if (parts) (body as FormData).append(post.fields[0] ?? 'a', new File(['{}'], 'a.json'));
        const answer = await ask(app, post.as ?? workplace.owner, post.path, { method: 'POST', body });
        expect(answer.status, post.path).toBeLessThan(500);
        await answer.arrayBuffer();
      }),
      { numRuns: 10 },
    );
  }
  expect(await others()).toBe(before);
  expect(app.log.filter((line) => line.includes('request failed'))).toEqual([]);
  for (const path of ['', '/result', '/plan', '/access', '/sections/commitment'])
    expect((await workplace.owner.get(workplace.base + path)).status, path).toBe(200);
}, 60_000);

/** Everything of one assessment, as text. */
async function rowsOf(id: string): Promise<string> {
  const { read, t } = app.services.store;
  const tables = [t.link, t.round, t.answer, t.currentAnswer, t.submission, t.action, t.digest, t.log];
  const rows = [];
  for (const table of tables) rows.push((await read.select().from(table)).filter((one) => one.assessmentId === id));
  return JSON.stringify(rows);
}

describe('the size of a post', () => {
  test('is at most 1 MB for autosave, and the answer says so in words the page knows', async () => {
    const answer = await ask(app, workplace.owner, '/save', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ note: 'a'.repeat(1_100_000) }),
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ error: 'error.too-large' });
  });

  test('is at most four megabytes elsewhere, and refused before it is read', async () => {
    const body = new URLSearchParams({ note: 'x'.repeat(4_100_000) });
    const answer = await ask(app, workplace.owner, `${workplace.base}/sections/commitment`, { method: 'POST', body });
    expect(answer.status).toBe(413);
  });

  test('must be told beforehand, on every address', async () => {
    for (const path of ['/save', ...Object.values(posts).map((one) => one.path)]) {
      const body = new Blob(['code=x']).stream();
      const stream = { method: 'POST', headers: asForm, body, duplex: 'half' } as RequestInit;
      expect((await ask(app, null, path, stream)).status, path).toBe(411);
    }
  });

  test('that is not what was told does not bring the server down', async () => {
    await hangUp(`${app.url}/nl/resume`);
    expect((await ask(app, null, '/nl/resume')).status).toBe(200);
  });

  test('of a form with ten thousand fields is taken in stride', async () => {
    const body = new URLSearchParams(Array.from({ length: 10_000 }, (_, at) => [`field-${at}`, 'x']));
    const answer = await ask(app, workplace.owner, `${workplace.base}/context`, { method: 'POST', body });
    expect(answer.status).toBe(422);
  });
});

/** Promises ten thousand bytes, sends four, hangs up. */
function hangUp(url: string): Promise<void> {
  return new Promise((resolve) => {
    const post = httpRequest(url, { method: 'POST', headers: { ...asForm, 'Content-Length': '10000' } });
    post.on('error', () => resolve());
    post.on('close', () => resolve());
    post.write('code', () => post.destroy());
  });
}

test('a forwarded address is believed only behind a proxy that the operator named', async () => {
  const proxied = await startApp({ TRUST_PROXY: '1' });
  const guess = (one: TestApp, from: string) =>
    ask(one, null, '/nl/resume', {
      method: 'POST',
      headers: { 'X-Forwarded-For': from },
      body: new URLSearchParams({ code: crypto.randomUUID() }),
    });
  for (let count = 0; count < 10; count++) for (const one of [app, proxied]) await guess(one, `10.0.0.${count}`);
  expect((await guess(app, '10.0.1.1')).status).toBe(429);
  expect((await guess(proxied, '10.0.1.1')).status).toBe(404);
});

test('posts are limited per address and minute, and reading goes on', async () => {
  const strict = await startApp({ RATE_LIMIT: '3' });
  const post = () => ask(strict, null, '/nl/recover', { method: 'POST', body: new URLSearchParams({ email: 'x' }) });
  const statuses = [];
  for (let count = 0; count < 5; count++) statuses.push((await post()).status);
  expect(statuses).toEqual([422, 422, 422, 429, 429]);
  expect((await ask(strict, null, '/nl')).status).toBe(200);
});
