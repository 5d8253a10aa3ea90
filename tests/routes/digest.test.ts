import { beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { deliver, startMailingApp, workAndDeliver } from '../support/mail.ts';
import { lettersTo } from '../support/post-office.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* The weekly digest, received by a real mail server. Monday 23 November 2026, nine o'clock in Brussels. */

const monday = new Date('2026-11-23T08:00:00Z');
const week = 7 * 24 * 60 * 60_000;
let app: TestApp;
let folder: string;

beforeAll(async () => {
  ({ app, folder } = await startMailingApp());
  app.setNow(monday);
});

async function workplaceWithPlan(): Promise<Workplace> {
  const workplace = await openWorkplace(app);
  await workplace.owner.post(`${workplace.base}/plan/new`, {
    title: 'Buddy kiezen',
    owner: 'HR',
    due: '2026-11-20',
    status: 'todo',
    instrument: '',
    note: 'geheime notitie',
    doneBy: '',
    doneAt: '',
    doneHow: '',
  });
  return workplace;
}

const askDigest = ({ base, owner }: Workplace, email: string) =>
  owner.post(`${base}/access`, { intent: 'digest', email });
const linkIn = (letter: string, kind: string) =>
  new RegExp(`/(?:nl|en)/${kind}/[\\w-]+`).exec(decode(letter))?.[0] ?? '';
const decode = (letter: string) => letter.replace(/=3D/g, '=');

test('nothing is sent before the address is confirmed, and opening the link confirms nothing', async () => {
  const workplace = await workplaceWithPlan();
  await askDigest(workplace, 'hr@een.example');
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@een.example')).toHaveLength(1);
  const path = linkIn(lettersTo(folder, 'hr@een.example')[0] ?? '', 'digest/confirm');
  expect((await app.visitor().get(path)).status).toBe(200);
  app.setNow(new Date(monday.getTime() + week));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@een.example')).toHaveLength(1);
  app.setNow(monday);
});

test('a confirmed address gets one digest a week, with what is late, and no note', async () => {
  const workplace = await workplaceWithPlan();
  await askDigest(workplace, 'hr@twee.example');
  await workAndDeliver(app);
  const path = linkIn(lettersTo(folder, 'hr@twee.example')[0] ?? '', 'digest/confirm');
  expect((await app.visitor().post(path, {})).status).toBe(200);
  expect((await app.visitor().post(path, {})).status, 'a confirmation is spent once').toBe(404);
  app.setNow(new Date(monday.getTime() + 2 * week));
  await Promise.all([workAndDeliver(app), workAndDeliver(app)]);
  await workAndDeliver(app);
  const [, digest, ...more] = lettersTo(folder, 'hr@twee.example');
  expect(more).toEqual([]);
  expect(digest).toContain('Buddy kiezen');
  expect(digest).not.toContain('geheime notitie');
  expect(digest).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(digest).toMatch(/Content-Type: text\/plain/);
  app.setNow(new Date(monday.getTime() + 3 * week));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@twee.example')).toHaveLength(3);

  const stop = linkIn(digest ?? '', 'digest/stop');
  expect((await app.visitor().get(stop)).status).toBe(200);
  expect((await app.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  app.setNow(new Date(monday.getTime() + 4 * week));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@twee.example')).toHaveLength(3);
  app.setNow(monday);
});

test('a mail that is refused is tried again later, with growing pauses', async () => {
  const workplace = await workplaceWithPlan();
  await askDigest(workplace, 'hr@drie.example');
  const tries: Date[] = [];
  const refuse = async () => {
    tries.push(app.services.now());
    throw new Error('450 try later');
  };
  for (const minutes of [0, 1, 3, 4, 8, 16]) {
    app.setNow(new Date(monday.getTime() + minutes * 60_000));
    await deliver(app, refuse);
  }
  expect(tries.map((at) => (at.getTime() - monday.getTime()) / 60_000)).toEqual([0, 3, 8, 16].slice(0, tries.length));
  expect(tries.length).toBeGreaterThan(2);
  app.setNow(new Date(monday.getTime() + 24 * 60 * 60_000));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@drie.example')).toHaveLength(1);
  app.setNow(monday);
});

test('a lost code is found again through a confirmed address, and nobody learns whose address is known', async () => {
  const workplace = await workplaceWithPlan();
  await askDigest(workplace, 'hr@vier.example');
  await workAndDeliver(app);
  await app.visitor().post(linkIn(lettersTo(folder, 'hr@vier.example')[0] ?? '', 'digest/confirm'), {});
  const known = await (await app.visitor().post('/en/recover', { email: 'hr@vier.example' })).text();
  const unknown = await (await app.visitor().post('/en/recover', { email: 'niemand@vier.example' })).text();
  expect(withoutNonce(known)).toBe(withoutNonce(unknown));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'niemand@vier.example')).toEqual([]);
  const letter = lettersTo(folder, 'hr@vier.example').at(-1) ?? '';
  expect(letter).toContain('Subject: Your new link');
  const found = app.visitor();
  await found.get(linkIn(letter, 'open'));
  expect((await found.get(`${workplace.base}/access`)).status).toBe(200);
});

const withoutNonce = (page: string) => page.replace(/nonce="[^"]*"/g, '');

test('who stops it, or leaves another address, gets no letter that still waited', async () => {
  const workplace = await workplaceWithPlan();
  await askDigest(workplace, 'hr@fout.example');
  await askDigest(workplace, 'hr@goed.example');
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@fout.example')).toHaveLength(0);
  expect(lettersTo(folder, 'hr@goed.example')).toHaveLength(1);
  await askDigest(workplace, 'hr@laatste.example');
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'stop-digest' });
  await workAndDeliver(app);
  expect(lettersTo(folder, 'hr@laatste.example')).toHaveLength(0);
});
