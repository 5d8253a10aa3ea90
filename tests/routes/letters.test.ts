import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { readLetter } from '../support/letters.ts';
import { openPostOffice, workAndDeliver } from '../support/mail.ts';
import { lettersTo } from '../support/post-office.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* Letters as a mail server receives them: in both languages, readable as text, once, whoever sends them. */

const monday = new Date('2026-11-23T08:00:00Z');
const secret = 'a-secret-that-two-processes-share-0123456789';
let folder: string;
let officeUrl: string;
let app: TestApp;

beforeAll(async () => {
  ({ url: officeUrl, folder } = await openPostOffice());
});

beforeEach(async () => {
  app = await startApp({ SMTP_URL: officeUrl, SECRET: secret });
  app.setNow(monday);
});

const pathIn = (text: string, kind: string) => new RegExp(`/(?:nl|en)/${kind}/[\\w-]+`).exec(text)?.[0] ?? '';

async function planned(language: 'nl' | 'en', email: string): Promise<Workplace> {
  const workplace = await openWorkplace(app);
  const base = workplace.base.replace('/nl/', `/${language}/`);
  await workplace.owner.post(`${base}/plan/new`, {
    title: 'Buddy & “ploeg” <kiezen>',
    owner: '',
    due: '2026-11-27',
    status: 'todo',
    instrument: '',
    note: 'GEHEIM',
    doneBy: '',
    doneAt: '',
    doneHow: '',
  });
  await workplace.owner.post(`${base}/access`, { intent: 'digest', email });
  return workplace;
}

describe.each([
  ['nl', 'Bevestig je e-mailadres', '27 november 2026'],
  ['en', 'Confirm', '27 November 2026'],
] as const)('in %s', (language, subject, day) => {
  test('every letter can be read and used as plain text alone', async () => {
    const email = `${language}@brief.example`;
    await planned(language, email);
    await workAndDeliver(app);
    const [first = ''] = lettersTo(folder, email);
    const confirm = readLetter(first);
    expect(confirm.header('Subject')).toContain(subject);
    const confirming = pathIn(confirm.text, 'digest/confirm');
    expect(confirming).toMatch(new RegExp(`^/${language}/`));
    expect(confirm.text).not.toMatch(/<\w+|&\w+;|mail\./);

    const before = await everything(app);
    for (const path of [confirming, `${confirming}.data`, `${confirming}?_data=x`]) await app.visitor().get(path);
    expect(await everything(app), 'looking at the link changes nothing').toBe(before);
    expect((await app.visitor().post(confirming, {})).status).toBe(200);

    app.setNow(new Date('2026-11-30T08:00:00Z'));
    await workAndDeliver(app);
    const digest = readLetter(lettersTo(folder, email).at(-1) ?? '');
    expect(digest.text).toContain(day);
    expect(digest.text).toContain('Buddy & “ploeg” <kiezen>');
    expect(digest.text).not.toMatch(/GEHEIM|mail\./);
    const stop = pathIn(digest.text, 'digest/stop');
    expect(digest.header('List-Unsubscribe')).toBe(`<${app.settings.baseUrl}${stop}>`);
    expect(digest.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');

    expect((await app.visitor().get(stop)).status).toBe(200);
    expect((await app.services.store.read.select().from(app.services.store.t.digest)).length).toBe(1);
    for (let count = 0; count < 2; count++)
      expect((await app.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await app.services.store.read.select().from(app.services.store.t.digest)).toEqual([]);
  });
});

test('what waits in the box is sealed, and what was sent leaves no address or link behind', async () => {
  await planned('nl', 'wacht@brief.example');
  const { store } = app.services;
  const [waiting] = await store.read.select().from(store.t.mail);
  expect(JSON.stringify(waiting?.payload)).not.toMatch(/digest\/confirm|http/);
  await workAndDeliver(app);
  const [sent] = await store.read.select().from(store.t.mail);
  expect(sent).toMatchObject({ toAddress: '', payload: {} });
  expect(sent?.sentAt).not.toBeNull();
});

test('a mail server that cannot be reached costs one attempt, and the mail goes out when it is back', async () => {
  await planned('nl', 'later@brief.example');
  const broken = { ...app, settings: { ...app.settings, smtpUrl: 'smtp://127.0.0.1:1' } };
  await workAndDeliver(broken);
  await workAndDeliver(broken);
  const { store } = app.services;
  expect(await store.read.select().from(store.t.mail)).toMatchObject([{ attempts: 1, sentAt: null }]);
  expect(app.log.join('')).not.toContain('later@brief.example');
  app.setNow(new Date(monday.getTime() + 3 * 60_000));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'later@brief.example')).toHaveLength(1);
});

test('two processes on one database send the weekly letter once', async () => {
  const twin = await startApp({ SMTP_URL: officeUrl, SECRET: secret, DATABASE_URL: app.settings.databaseUrl });
  const emails = Array.from({ length: 5 }, (_, at) => `tweeling-${at}@brief.example`);
  for (const email of emails) await planned('nl', email);
  await workAndDeliver(app);
  for (const email of emails)
    await app.visitor().post(pathIn(readLetter(lettersTo(folder, email)[0] ?? '').text, 'digest/confirm'), {});
  for (const one of [app, twin]) one.setNow(new Date('2026-11-30T08:00:00Z'));
  await Promise.all([workAndDeliver(app), workAndDeliver(twin), workAndDeliver(app), workAndDeliver(twin)]);
  await Promise.all([workAndDeliver(app), workAndDeliver(twin)]);
  for (const email of emails) expect(lettersTo(folder, email), email).toHaveLength(2);
});

test('a confirmation link that is a week old confirms nothing', async () => {
  await planned('nl', 'oud@brief.example');
  await workAndDeliver(app);
  const path = pathIn(readLetter(lettersTo(folder, 'oud@brief.example')[0] ?? '').text, 'digest/confirm');
  app.setNow(new Date(monday.getTime() + 7 * 24 * 60 * 60_000 + 1000));
  expect((await app.visitor().post(path, {})).status).toBe(404);
  const { store } = app.services;
  expect((await store.read.select().from(store.t.digest)).filter((one) => one.confirmedAt)).toEqual([]);
});

test('a new address must be confirmed again, and the old one hears nothing more', async () => {
  const workplace = await planned('nl', 'vorige@brief.example');
  await workAndDeliver(app);
  const path = pathIn(readLetter(lettersTo(folder, 'vorige@brief.example')[0] ?? '').text, 'digest/confirm');
  await app.visitor().post(path, {});
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'digest', email: 'nieuwe@brief.example' });
  app.setNow(new Date('2026-11-30T08:00:00Z'));
  await workAndDeliver(app);
  expect(lettersTo(folder, 'vorige@brief.example')).toHaveLength(1);
  expect(lettersTo(folder, 'nieuwe@brief.example')).toHaveLength(1);
});

test.each([
  'hr@voorbeeld.be\r\nBcc: iedereen@evil.example',
  '"a\r\nSubject: x"@evil.example',
  'a@b.be,c@d.be',
  'geen adres',
  '',
  `${'a'.repeat(300)}@b.be`,
])('no letter goes to what is not one address: %j', async (email) => {
  const workplace = await openWorkplace(app);
  expect((await workplace.owner.post(`${workplace.base}/access`, { intent: 'digest', email })).status).toBe(422);
  expect((await app.visitor().post('/nl/recover', { email })).status).toBe(422);
  const { store } = app.services;
  expect(await store.read.select().from(store.t.mail)).toEqual([]);
});

test('without a mail server no letter is offered, promised or kept', async () => {
  const mute = await startApp();
  const workplace = await openWorkplace(mute);
  expect(await (await workplace.owner.get(`${workplace.base}/access`)).text()).not.toContain('name="email"');
  expect(await (await mute.visitor().get('/nl/recover')).text()).not.toContain('name="email"');
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'digest', email: 'hr@voorbeeld.be' });
  await mute.visitor().post('/nl/recover', { email: 'hr@voorbeeld.be' });
  const { store } = mute.services;
  expect(await store.read.select().from(store.t.mail)).toEqual([]);
  expect(await store.read.select().from(store.t.digest)).toEqual([]);
});
