import { beforeAll, describe, expect, test } from 'vitest';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { readLetter } from '../support/letters.ts';
import { openPostOffice, workAndDeliver } from '../support/mail.ts';
import { newOrganisation, signIn } from '../support/people.ts';
import { finishPilot, newPilot } from '../support/pilot.ts';
import { lettersTo } from '../support/post-office.ts';

/* The letter with which a partner of a pilot reads and confirms its text. */

let folder: string;
let app: TestApp;

beforeAll(async () => {
  const office = await openPostOffice();
  folder = office.folder;
  app = await startApp({ SMTP_URL: office.url });
});

/** A finished pilot of a new organisation, whose one partner is sent its link. */
async function mailPartner(language: 'nl' | 'en', email: string) {
  const { visitor } = await signIn(app, `leidt-${language}@example.org`);
  const organisation = `/nl/organisations/${await newOrganisation(visitor, 'coaching', 'Het <Windscherm> & co')}`;
  const pilot = await newPilot(visitor, organisation, { title: 'Linnen “van a tot z”' });
  await finishPilot(visitor, pilot);
  const publish = `${pilot.replace('/nl/', `/${language}/`)}/publish`;
  const partner = /name="partner" value="([\w-]+)"/.exec(await (await visitor.get(publish)).text())?.[1] ?? '';
  const answer = await visitor.post(publish, { intent: 'link', partner, email });
  return { visitor, publish, page: await answer.text() };
}

describe.each([
  ['nl', 'Lees je de tekst van de proeftuin na?'],
  ['en', 'pilot'],
] as const)('in %s', (language, subject) => {
  test('says whose pilot it is, can be used as plain text alone, and opens the text to confirm', async () => {
    const email = `partner-${language}@brief.example`;
    const { visitor, publish, page } = await mailPartner(language, email);
    expect(page).toContain(email);
    expect(page).not.toMatch(/pilots\/confirm\/[\w-]{10}/);
    await workAndDeliver(app);
    const [raw = '', ...others] = lettersTo(folder, email);
    expect(others).toEqual([]);
    const letter = readLetter(raw);
    expect(letter.header('Subject')).toContain(subject);
    expect(letter.text).toContain('Linnen “van a tot z”');
    expect(letter.text).toContain('Het <Windscherm> & co');
    expect(letter.text).not.toMatch(/&\w+;|mail\./);
    const link = /\/(?:nl|en)\/pilots\/confirm\/[\w-]+/.exec(letter.text)?.[0] ?? '';
    expect(link).toMatch(new RegExp(`^/${language}/`));

    const before = await everything(app);
    const partner = app.visitor();
    const read = await (await partner.get(link)).text();
    expect(await everything(app), 'looking at the link changes nothing').toBe(before);
    const text = /name="text" value="([^"]+)"/.exec(read)?.[1] ?? '';
    expect((await partner.post(link, { text })).status).toBeLessThan(400);
    await visitor.post(publish, { intent: 'publish' });
    expect(await (await partner.get(`/${language}/pilots`)).text()).toContain('Linnen “van a tot z”');
  });
});

test('is not kept: what was sent leaves no address and no link behind, nor does the log', async () => {
  const { store } = app.services;
  const sent = (await store.read.select().from(store.t.mail)).filter(({ kind }) => kind === 'pilot-confirm');
  expect(sent).toHaveLength(2);
  for (const one of sent) expect(one).toMatchObject({ toAddress: '', payload: {} });
  expect(app.log.join('')).not.toMatch(/@brief\.example|pilots\/confirm\/[\w-]{10}/);
});
