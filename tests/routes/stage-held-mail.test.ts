import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { listEvents, type StoredPlacement } from '#app/data/placement.server.ts';
import { sendWaitingMail } from '#app/jobs/mail.server.ts';
import { openMailer, type SendMail } from '#app/mail/send.server.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { canaries, plantCanaries } from '../support/follow-up.ts';
import { readLetter } from '../support/letters.ts';
import {
  join as joinOrganisation,
  newOrganisation,
  type SignedInVisitor,
  shareWithCoach,
  signIn,
  signInCoach,
  storePlacement,
} from '../support/people.ts';
import { lettersTo, startPostOffice } from '../support/post-office.ts';
import { askedItems, openWorkplace, type Workplace } from '../support/workplace.ts';

/* A stage that the workplace holds reaches its owners: by a mail where an address is known, and on their page. */

let folder: string;
let officeUrl: string;
let app: TestApp;
let coach: SignedInVisitor;
let workplace: Workplace;
let placement: StoredPlacement;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toolbox-held-'));
  const office = await startPostOffice(folder);
  officeUrl = office.url;
  return async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  };
});
beforeEach(async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  app = await startApp({ SMTP_URL: officeUrl });
  coach = await signInCoach(app, 'coach@brug.example');
  workplace = await openWorkplace(app, 'Keuken');
  await shareWithCoach(workplace, coach);
  placement = await storePlacement(app, coach, { assessmentId: workplace.id, phase: 'matching' });
});

const checks = ['real-vacancy', 'on-payroll', 'who-pays', 'insurance-and-safety'];
const tryStage = (at = placement) =>
  coach.visitor.post(`/nl/placements/${at.id}/move`, { to: 'stage', check: checks, stageStart: at.since });
async function deliver(send?: SendMail) {
  const { services, settings } = app;
  const mailer = openMailer(settings.smtpUrl as string, settings.mailFrom, settings.baseUrl);
  await sendWaitingMail(services, send ?? mailer.send);
  mailer.close();
}
const lettersAbout = (address: string) => lettersTo(folder, address).map(readLetter);
const pathIn = (text: string, kind: string) => new RegExp(`/(?:nl|en)/${kind}/[\\w.-]+`).exec(text)?.[0] ?? '';
const change = (changes: Partial<StoredPlacement>) => {
  const { write, t } = app.services.store;
  return write((tx) => tx.update(t.placement).set(changes));
};

/** Keeps the workplace in an organisation with two owners and a member. */
async function inOrganisation() {
  const owner = await signIn(app, 'hr@linde.example');
  const organisation = await newOrganisation(owner.visitor);
  const { write, t } = app.services.store;
  await write((tx) => tx.update(t.assessment).set({ organisationId: organisation }));
  const second = await signIn(app, 'directie@linde.example');
  await joinOrganisation(app, organisation, second, 'owner');
  await joinOrganisation(app, organisation, await signIn(app, 'lid@linde.example'), 'member');
  return { owner, second };
}

test('the owners of the host’s organisation get one mail each, however often the coach tries', async () => {
  await inOrganisation();
  await plantCanaries(app, placement.id, coach);
  expect((await tryStage()).status).toBe(422);
  await Promise.all([tryStage(), tryStage(), tryStage()]);
  await deliver();
  await tryStage();
  await deliver();
  for (const address of ['hr@linde.example', 'directie@linde.example']) {
    const letters = lettersAbout(address).filter((one) => one.header('Subject').includes(placement.code));
    expect(letters, address).toHaveLength(1);
    const [{ text, html, header } = readLetter('')] = letters;
    expect(text).toContain(`/nl/sign-in?next=${encodeURIComponent(`/nl/placements/${placement.id}`)}`);
    expect(text + html).not.toMatch(/mail\.|\{|undefined/);
    for (const word of [...Object.values(canaries), ...askedItems().map(({ title }) => title)])
      expect(text).not.toContain(word);
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  }
  expect(lettersAbout('lid@linde.example').filter((one) => one.header('Subject').includes(placement.code))).toEqual([]);
  const events = await listEvents(app.services.store, placement.id, 'host');
  expect(events.filter(({ what }) => what === 'placement.hold-mailed')).toHaveLength(1);
});

test('a mail server that refuses is tried again, and the mail comes once', async () => {
  await change({ hostEmail: 'keuken@linde.example' });
  await tryStage();
  const start = app.services.now().getTime();
  await deliver(async () => {
    throw new Error('450 try later');
  });
  await tryStage();
  app.setNow(new Date(start + 5 * 60_000));
  await deliver();
  await deliver();
  expect(lettersAbout('keuken@linde.example')).toHaveLength(1);
});

test('an owner stops these mails with one click and takes that back; the other owner still gets them', async () => {
  await inOrganisation();
  await tryStage();
  await deliver();
  const of = (address: string) => lettersAbout(address).filter((one) => one.header('Subject').includes(placement.code));
  const stop = pathIn(of('hr@linde.example')[0]?.header('List-Unsubscribe') ?? '', 'mail/stop');
  expect(await (await app.visitor().get(stop)).text()).toContain('Je krijgt dan geen mail meer over dit ene traject.');
  await app.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' });
  // A stage that ended without a contract, and another one that is held as well.
  const again = async () => {
    await coach.visitor.post(`/nl/placements/${placement.id}/move`, { to: 'matching' });
    await tryStage();
    await deliver();
  };
  await change({ phase: 'preparation' });
  await again();
  expect(of('hr@linde.example')).toHaveLength(1);
  expect(of('directie@linde.example')).toHaveLength(2);
  await app.visitor().post(stop, { go: 'again' });
  await change({ phase: 'preparation' });
  await again();
  expect(of('hr@linde.example')).toHaveLength(2);
});

test('without an organisation it goes to the address that the owner confirmed, else to the one that the coach has', async () => {
  await change({ hostEmail: 'keuken@linde.example' });
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'digest', email: 'plan@linde.example' });
  await deliver();
  const confirm = pathIn(lettersAbout('plan@linde.example')[0]?.text ?? '', 'digest/confirm');
  await app.visitor().post(confirm, {});
  await tryStage();
  await deliver();
  const letter = lettersAbout('plan@linde.example').at(-1);
  expect(letter?.header('Subject')).toContain(placement.code);
  expect(lettersAbout('keuken@linde.example')).toEqual([]);

  await app.visitor().post(pathIn(letter?.header('List-Unsubscribe') ?? '', 'digest/stop'), {});
  const other = await storePlacement(app, coach, {
    ...{ assessmentId: workplace.id, phase: 'matching', hostEmail: 'keuken@linde.example', language: 'en' },
  });
  await tryStage(other);
  await deliver();
  const [said] = lettersAbout('keuken@linde.example');
  expect(said?.header('Subject')).toContain(`The start of ${other.code}`);
  await app.visitor().post(pathIn(said?.header('List-Unsubscribe') ?? '', 'mail/stop'), {});
  const { read, t } = app.services.store;
  expect((await read.select().from(t.placement)).find(({ id }) => id === other.id)?.hostEmail).toBe('');
});

test('a mail that still waits is not sent once the stage has begun', async () => {
  await change({ hostEmail: 'keuken@linde.example' });
  await tryStage();
  const legal = askedItems();
  for (const { id, kind } of legal)
    await workplace.owner.save(workplace.id, { item: id, value: kind === 'prerequisite' ? 'in-place' : 'absent' });
  expect((await tryStage()).status).toBe(302);
  await deliver();
  expect(lettersAbout('keuken@linde.example')).toEqual([]);
});

test('with or without an address, the workplace’s pages say what waits for it and what to do', async () => {
  const tried = await (await tryStage()).text();
  expect(tried).toContain('We mailden haar nog niet: zeg het ook zelf.');
  expect(await listEvents(app.services.store, placement.id, 'host')).not.toContainEqual(
    expect.objectContaining({ what: 'placement.hold-mailed' }),
  );
  for (const [lang, waits, held] of [
    ['nl', 'Wacht op jullie', 'Dit houdt de stage tegen'],
    ['en', 'Waiting for you', 'This holds the stage'],
  ]) {
    const overview = await (await workplace.owner.get(`/${lang}/assessments/${workplace.id}`)).text();
    expect(overview).toContain(waits);
    const list = await (await workplace.owner.get(`/${lang}/assessments/${workplace.id}/placements`)).text();
    expect(list).toContain(waits);
    const page = await (await workplace.owner.get(`/${lang}/placements/${placement.id}`)).text();
    // Above what was noted on the way: it is what the workplace has to do now.
    expect(page.indexOf(`>${held}</h2>`)).toBeGreaterThan(0);
    expect(page.indexOf(`>${held}</h2>`)).toBeLessThan(page.indexOf('id="thresholds"'));
  }
  await change({ hostEmail: 'keuken@linde.example' });
  await tryStage();
  expect(await (await tryStage()).text()).toContain('De werkplek kreeg hierover een mail op');
});
