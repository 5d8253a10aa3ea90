import { afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { spendNight } from '../support/night.ts';
import { newInvitation, newOrganisation, signIn } from '../support/people.ts';
import { openWorkplace } from '../support/workplace.ts';

/* The nightly job, over years, and the date that the pages say. */

let app: TestApp;
const day = 24 * 60 * 60_000;
const start = new Date('2026-03-10T12:00:00Z');
const after = (days: number) => new Date(start.getTime() + days * day);

beforeAll(async () => {
  app = await startApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
});
afterEach(() => app.setNow(null));

async function night(now: Date, smtpUrl: string | null = 'smtp://127.0.0.1:1') {
  app.setNow(now);
  await spendNight(app, smtpUrl);
}
const rows = async <T extends keyof TestApp['services']['store']['t']>(table: T) =>
  app.services.store.read.select().from(app.services.store.t[table]);
const isThere = async (email: string) => (await rows('person')).some((one) => one.email === email);
const lettersTo = async (email: string, kind: string) =>
  (await rows('mail')).filter((one) => one.toAddress === email && one.kind === kind).length;

test('who belongs nowhere is mailed a month before, then removed on the day that the page says', async () => {
  app.setNow(start);
  const { visitor, email } = await signIn(app, 'stil@example.org');
  expect(await (await visitor.get('/nl/account')).text()).toContain('10 maart 2028');
  await night(new Date('2028-02-08T12:00:00Z'));
  expect(await lettersTo(email, 'retention')).toBe(0);
  for (const date of ['2028-02-09', '2028-02-10', '2028-02-20']) await night(new Date(`${date}T12:00:00Z`));
  expect(await lettersTo(email, 'retention')).toBe(1);
  await night(new Date('2028-03-09T12:00:00Z'));
  expect(await isThere(email)).toBe(true);
  await night(new Date('2028-03-10T12:00:00Z'));
  expect(await isThere(email)).toBe(false);
});

test('signing in after the warning keeps the account for another 24 months', async () => {
  app.setNow(start);
  const { email } = await signIn(app, 'terug@example.org');
  await night(after(705));
  expect(await lettersTo(email, 'retention')).toBe(1);
  await signIn(app, email);
  await night(after(740));
  expect(await isThere(email)).toBe(true);
});

test('without mail nobody is warned, and the day itself removes', async () => {
  app.setNow(start);
  const { email } = await signIn(app, 'zonder-mail@example.org');
  await night(new Date('2028-03-09T12:00:00Z'), null);
  expect(await isThere(email)).toBe(true);
  await night(new Date('2028-03-10T12:00:00Z'), null);
  expect(await isThere(email)).toBe(false);
});

test('who belongs to an organisation stays; an empty one goes after a mail to its owners, and then its people', async () => {
  app.setNow(start);
  const { visitor, email } = await signIn(app, 'leeg@example.org');
  const id = await newOrganisation(visitor, 'coaching', 'Lege organisatie');
  await newInvitation(app, id, 'nooit@example.org', 'member');
  expect(await (await visitor.get(`/nl/organisations/${id}`)).text()).toContain('10 maart 2028');
  const exists = async () => (await rows('organisation')).some((one) => one.id === id);

  await night(after(20));
  expect((await rows('invitation')).some((one) => one.organisationId === id)).toBe(false);
  await night(new Date('2028-02-09T12:00:00Z'));
  expect(await lettersTo(email, 'organisation-retention')).toBe(1);
  await night(new Date('2028-03-09T12:00:00Z'));
  expect([await exists(), await isThere(email)]).toEqual([true, true]);
  await night(new Date('2028-03-10T12:00:00Z'));
  expect([await exists(), await isThere(email)]).toEqual([false, true]);
  expect(await lettersTo(email, 'retention')).toBe(1);
  await night(new Date('2028-04-09T12:00:00Z'));
  expect(await isThere(email)).toBe(false);
});

test('an organisation with a workplace stays as long as that does', async () => {
  const sixYearsOn = after(2000);
  app.setNow(start);
  const { visitor } = await signIn(app, 'werkplek@example.org');
  const id = await newOrganisation(visitor);
  app.setNow(sixYearsOn);
  const workplace = await openWorkplace(app);
  await signIn(app, 'werkplek@example.org', workplace.owner);
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'keep', organisation: id });
  await night(new Date(sixYearsOn.getTime() + 300 * day), null);
  expect((await rows('organisation')).some((one) => one.id === id)).toBe(true);
  await night(new Date(sixYearsOn.getTime() + 370 * day), null);
  expect((await rows('assessment')).some((one) => one.id === workplace.id)).toBe(false);
});
