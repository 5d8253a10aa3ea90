import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, devices, expect, type Page, test } from '@playwright/test';
import { countWaitingMail } from '#app/data/mail.server.ts';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import { sendFollowUps } from '#app/jobs/follow-up.server.ts';
import { sendWaitingMail } from '#app/jobs/mail.server.ts';
import { openMailer } from '#app/mail/send.server.ts';
import { pdfText } from '../exports/pdf-text.ts';
import { type Beside, openBeside } from '../support/beside.ts';
import { attached, saidIn } from '../support/letters.ts';
import { expectSaved, option, question } from '../support/pages.ts';
import { lettersTo, startPostOffice } from '../support/post-office.ts';
import { freePort, startServer } from '../support/server.ts';
import { t } from '../support/words.ts';
import { careChecklist } from '../support/workplace.ts';

/*
 * One placement from the first answer to the last, in three browsers at once: an employer without an account at a desk, a
 * coach with a phone, a colleague of the floor with another phone. Everybody goes by links and buttons; an address is
 * typed only where people are really given one: a link that was shared, hung up or mailed.
 */

// Half a minute on a machine of its own; a busy one gets its time.
test.setTimeout(180_000);
test.use({ actionTimeout: 10_000 });

const coachMail = 'jobcoach@brug.example';
const hostMail = 'keuken@zorghuis.example';
const notReady = 'visits-planned';
const differs = 'council-informed';
const need = 'Vaste uren, minstens vier weken vooraf bekend';
const seen = { threshold: 'De karren staan in de weg aan de lift', note: 'Na tien uur is er tijd voor uitleg' };

test('a placement goes all the way, from a self-scan to its end', async ({ browser }) => {
  const { employer, coach, worker } = await openBrowsers(browser);

  await fillInAndHandIn(employer);
  await shareWithCoach(employer, coach);
  await answerAsCoach(coach);
  await agreeOnOneAnswer(employer);
  await hearTheFloor(employer, worker);

  await beginPlacement(coach);
  await pickNeeds(coach);
  await startStage(coach, employer);
  await carveJob(coach);
  await visitFloor(coach);
  await startContract(coach);

  await threeMonthsPass();
  await followUp(coach, await employer.context().newPage());
  await close(coach, employer);
});

// Act one: the workplace

async function fillInAndHandIn(page: Page) {
  await page.goto(url('/'));
  await page.getByRole('link', { name: 'Zorg' }).click();
  await link(page, 'sector.start').click();
  for (const choice of ['Woonzorgcentrum (vzw of privé)', '20 tot 49', 'Antwerpen', 'Keuken', 'Overdag'])
    await page.getByLabel(choice).check();
  await page.getByLabel(t('context.label')).fill('keuken, gelijkvloers');
  await button(page, 'start.submit').click();
  await page.waitForURL(/\/assessments\//);
  await saveEverything(page.context(), /assessments\/([\w-]+)/.exec(page.url())?.[1] ?? '');
  await page.reload();
  await option(page, 'goal-backed', 'largely').check();
  await expectSaved(page);
  await link(page, 'site.overview').click();
  await link(page, 'overview.hand-in').click();
  await button(page, 'hand-in.submit').click();
  await expect(page.locator('.ladder [aria-current=step]')).toContainText(t('result.here'));
}

/** All in order but two, through the same door as the page's own script, to be quick. */
async function saveEverything({ request }: BrowserContext, assessment: string) {
  const asIs = { reasonId: null, reasonText: '', note: '', proof: '', base: [] };
  for (const { id: item, kind } of careChecklist().items) {
    const best = kind === 'prerequisite' ? 'in-place' : 'absent';
    const value = item === notReady ? 'not-yet' : item === 'travel-early' ? 'untouched' : best;
    const answer = { id: crypto.randomUUID(), item, value, ...asIs };
    await request.post(url('/save'), { data: { assessment, language: 'nl', answer } });
  }
}

async function shareWithCoach(employer: Page, coach: Page) {
  await link(employer, 'site.access').click();
  await link(employer, 'sharing.title').click();
  await employer.getByLabel(t('sharing.notes')).check();
  await button(employer, 'sharing.make').click();

  await coach.goto(await handedLink(employer));
  await signIn(coach);
  await coach.getByLabel(t('organisations.name')).fill('De Brug');
  await button(coach, 'coach-link.submit').click();
  await expect(heading(coach, 'shared.waiting')).toBeVisible();

  await employer.reload();
  await expect(employer.getByText(coachMail)).toBeVisible();
  await button(employer, 'sharing.confirm').click();
  await expect(employer.getByText(t('sharing.runs', { organisation: 'De Brug' }))).toBeVisible();
}

async function signIn(page: Page) {
  await page.getByLabel(t('sign-in.email')).fill(coachMail);
  await button(page, 'sign-in.submit').click();
  await expect(page.getByRole('status')).toContainText(coachMail);
  await page.goto(await mailedLink(coachMail, 'sign-in/'));
  await button(page, 'sign-in.link-submit').click();
}

async function answerAsCoach(page: Page) {
  await page.reload();
  await page.getByRole('link', { name: /· keuken, gelijkvloers/ }).click();
  await page.getByRole('link', { name: sectionOf(differs), exact: true }).click();
  await option(page, differs, 'started').check();
  await question(page, differs).getByText(t('item.note'), { exact: true }).click();
  await page.locator(`textarea[name="${differs}.note"]`).fill('De ploeg hoorde het pas vorige week.');
  await option(page, 'team-heard', 'in-place').check();
  await expectSaved(page);
  await menu(page, 'site.compare');
  await expect(page.locator(`#${differs}`)).toContainText(t('answer.started'));
}

async function agreeOnOneAnswer(page: Page) {
  await page.reload();
  await link(page, 'sharing.compare').click();
  const difference = page.locator(`#${differs}`);
  await expect(difference).toContainText('De ploeg hoorde het pas vorige week.');
  await difference.getByText(t('compare.agree'), { exact: false }).first().click();
  await difference.getByRole('radio', { name: t('answer.largely') }).check();
  await difference.getByRole('button', { name: t('compare.agree-submit') }).click();
  await expect(heading(page, 'compare.settled')).toBeVisible();
}

async function hearTheFloor(employer: Page, worker: Page) {
  await link(employer, 'site.access').click();
  await link(employer, 'floor.title').click();
  await button(employer, 'floor.open').click();

  const floor = await handedLink(employer);
  await worker.goto(floor);
  await expect(heading(worker, 'floor.ask-title')).toBeVisible();
  for (const one of (await worker.locator('.worker-questions > li').all()).slice(0, 3))
    await one.getByRole('radio').first().check();
  await button(worker, 'floor.send').click();
  await expect(heading(worker, 'floor.thanks')).toBeVisible();
  await worker.goto(floor);
  await expect(heading(worker, 'floor.thanks')).toBeVisible();
  await employer.reload();
  await expect(employer.getByText(t('floor.from', { count: 5 }))).toBeVisible();
}

// Act two: the placement

async function beginPlacement(page: Page) {
  await menu(page, 'site.shared');
  await menu(page, 'site.placements');
  await link(page, 'placements.new').click();
  await page.getByLabel('keuken, gelijkvloers').check();
  await page.getByLabel(t('route.trajectory')).check();
  await page.getByLabel(t('new-placement.host-email')).fill(hostMail);
  await button(page, 'new-placement.begin').click();
  await expect(page.locator('[aria-current=step]')).toContainText(t('phase.preparation'));
}

async function pickNeeds(page: Page) {
  await link(page, 'needs.link').click();
  await page.locator('summary', { hasText: 'Uren' }).click();
  await page.getByLabel(need).check();
  await button(page, 'needs.save').click();
  await expect(heading(page, 'needs.beside')).toBeVisible();
  await button(page, 'needs.show-host').click();
  await expect(button(page, 'needs.take-back')).toBeVisible();
  await backToPlacement(page);
}

/** An essential item that is not in order holds the stage until the employer says why it may go on. */
async function startStage(coach: Page, employer: Page) {
  await move(coach, 'matching');
  await coach.getByRole('button', { name: t('placement.to-move') }).click();
  for (const tick of await coach.locator('input[name=check]').all()) await tick.check();
  await coach.getByLabel(t('move.stageStart')).fill(today());
  await button(coach, 'move.take').click();
  await expect(coach.getByRole('alert')).toContainText(t('move.held.essential'));

  await employer.getByRole('link', { name: t('site.overview') }).click();
  await link(employer, 'site.placements').click();
  await employer.locator('.placement-line a').click();
  await expect(employer.getByText(need)).toBeVisible();
  await employer.getByText(t('hold.waive')).click();
  await employer.getByLabel(t('hold.reason')).fill('Het eerste bezoek staat volgende week vast.');
  await button(employer, 'hold.let-start').click();
  await expect(heading(employer, 'hold.waived')).toBeVisible();

  await button(coach, 'move.take').click();
  await expect(coach.locator('[aria-current=step]')).toContainText(t('phase.stage'));
  await expect(coach.getByText('Het eerste bezoek staat volgende week vast.')).toBeVisible();
}

async function carveJob(page: Page) {
  await link(page, 'tasks.link').click();
  await page.getByLabel(t('task.title')).fill('Plateaus klaarzetten');
  await page.getByLabel(t('task.minutes')).fill('90');
  await button(page, 'task.save').click();
  await expect(page.getByRole('link', { name: 'Plateaus klaarzetten' })).toBeVisible();
  await page.getByRole('link', { name: /7 uur 30 minuten/ }).click();
  await page.getByLabel(t('carve.job-title')).fill('Hulp in de keuken');
  await button(page, 'carve.save').click();
  await expect(page.getByRole('heading', { name: 'Hulp in de keuken' })).toBeVisible();
  expect(await downloaded(page, 'carve.pdf')).toBe('%PDF');
  await link(page, 'tasks.title').click();
  await backToPlacement(page);
}

/** The network goes twice; what is noted meanwhile arrives once. */
async function visitFloor(page: Page) {
  const phone = page.context();
  const unsent = page.locator('[data-unsent]');
  await link(page, 'visit.link').click();
  await button(page, 'visit.start').click();
  await button(page, 'visit.keep-offline').click();
  await expect(page.locator('[data-offline-state]')).toHaveText(t('visit.kept'));

  await phone.setOffline(true);
  await page.locator('#threshold-text').fill(seen.threshold);
  await page.locator('#threshold').getByLabel(t('weight.high')).check();
  await page.locator('#threshold').getByRole('button').click();
  await expect(unsent).toContainText(t('visit.unsent', { count: 1 }));
  await phone.setOffline(false);
  await expect(unsent).toBeHidden();

  await phone.setOffline(true);
  const item = page.locator('#floor-items > li', { has: page.locator(`#item-${notReady}`) });
  await item.locator('summary').click();
  await item.locator('input[value=partly], input[value=started]').first().check();
  await page.locator('#note-text').fill(seen.note);
  await button(page, 'visit.save-note').click();
  await page.reload();
  await expect(unsent).toContainText(t('visit.unsent', { count: 2 }));
  await phone.setOffline(false);
  await expect(unsent).toBeHidden();
  expect(await stored()).toEqual({ thresholds: [seen.threshold], notes: [seen.note], answers: 1 });

  await link(page, 'visit.finish').click();
  await expect(page.getByRole('listitem').filter({ hasText: seen.threshold })).toBeVisible();
  await page.getByLabel(seen.note).check();
  await page.getByLabel(t('visit-report.to-host', { email: hostMail })).check();
  await button(page, 'visit-report.finish').click();
  await expect(page.getByRole('status')).toContainText(t('visit-report.went-host'));
  await deliver();
  for (const address of [coachMail, hostMail]) expect(reportTo(address), address).toContain(seen.threshold);
}

async function startContract(page: Page) {
  await menu(page, 'site.placements');
  await page.locator('.placement-line a').first().click();
  await move(page, 'contract', { firstContractDay: today() });
  await expect(page.getByRole('heading', { name: t('placement.after-start') })).toBeVisible();
}

// Act three: afterwards

/** Nobody waits three months: the days of the placement are put back where they are stored. */
async function threeMonthsPass() {
  const { store } = app.services;
  const { placement } = store.t;
  const back = addMonths(today(), -3);
  await store.write((tx) => tx.update(placement).set({ stageStart: back, firstContractDay: back, since: back }));
  await sendFollowUps(app.services);
  await deliver();
}

async function followUp(coach: Page, employer: Page) {
  await employer.goto(await mailedLink(hostMail, 'follow-ups/'));
  await threeSteps(employer);
  await expect(employer.getByText(t('follow-up.thanks-employer'))).toBeVisible();

  await coach.goto(await mailedLink(coachMail, 'sign-in\\?next=[\\w%-]+follow-ups'));
  await threeSteps(coach);
  await expect(coach.getByText(t('follow-up.thanks-coach'))).toBeVisible();
}

async function threeSteps(page: Page) {
  for (let number = 1; number <= 3; number++) {
    await expect(page.getByText(t('follow-up.step', { number, total: 3 }))).toBeVisible();
    for (const one of await page.locator('form.follow-up fieldset').all()) await one.getByRole('radio').first().check();
    await page.locator('form.follow-up button').first().click();
  }
}

async function close(coach: Page, employer: Page) {
  await link(coach, 'follow-up.all').click();
  await backToPlacement(coach);
  await link(coach, 'move.link').click();
  await link(coach, 'move.to-closed').click();
  await coach.getByLabel(t('move.closedOn')).fill(today());
  await coach.locator('#outcome').getByLabel('Het contract is gestopt').check();
  await coach.locator('#outcomeReason').getByRole('radio').first().check();
  await button(coach, 'move.close').click();
  await expect(coach.getByRole('heading', { name: /^Afgerond op/ })).toBeVisible();
  await expect(link(coach, 'needs.link')).toHaveCount(0);

  await employer.reload();
  await expect(employer.getByText(/^Afgerond op/)).toBeVisible();
  await expect(employer.getByText(need)).toHaveCount(0);
  expect(await app.services.store.read.select().from(app.services.store.t.placementNeed)).toEqual([]);
}

// The stage: a server with a post office, and three browsers

let folder: string;
let letters: string;
let app: Beside;
let deliver: () => Promise<void>;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toolbox-story-'));
  letters = join(folder, 'letters');
  mkdirSync(letters);
  const office = await startPostOffice(letters);
  const env = { SMTP_URL: office.url };
  const server = await startServer({ dataDir: join(folder, 'data'), port: await freePort(), env });
  app = await openBeside(server.url, join(folder, 'data'), env);
  const mailer = openMailer(office.url, app.settings.mailFrom, server.url);
  // The server looks every half minute; nobody here waits for that.
  deliver = async () => {
    await sendWaitingMail(app.services, mailer.send);
    // The server sends as well: what it took out of the box a moment before is still on its way.
    await expect.poll(() => countWaitingMail(app.services.store)).toBe(0);
  };
  stop = async () => {
    mailer.close();
    await app.close();
    await server.stop();
    await office.close();
  };
});
test.afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openBrowsers(browser: Browser) {
  const { defaultBrowserType: _, ...iPhone } = devices['iPhone 13'];
  const phone = { ...iPhone, viewport: { width: 390, height: 844 } };
  const open = async (options: Parameters<Browser['newContext']>[0]) =>
    (await browser.newContext({ locale: 'nl-BE', timezoneId: 'Europe/Brussels', ...options })).newPage();
  return {
    employer: await open({ viewport: { width: 1280, height: 900 } }),
    coach: await open(phone),
    worker: await open(phone),
  };
}

const url = (path: string) => app.url + path;
const today = () => brusselsDay(new Date());
const link = (page: Page, words: string) => page.getByRole('link', { name: t(words), exact: true }).first();
const button = (page: Page, words: string) => page.getByRole('button', { name: t(words) }).first();
const heading = (page: Page, words: string) => page.getByRole('heading', { name: t(words), exact: true });

/** The menu, which is folded on a phone. */
async function menu(page: Page, words: string) {
  await page.locator('.menu summary').click();
  await page
    .locator('.menu')
    .getByRole('link', { name: t(words) })
    .click();
}

const backToPlacement = (page: Page) => page.locator('.crumb a').click();

async function move(page: Page, phase: string, dates: Record<string, string> = {}) {
  await button(page, 'placement.to-move').click();
  for (const [name, day] of Object.entries(dates)) await page.locator(`#${name}`).fill(day);
  await button(page, 'move.take').click();
  await expect(page.locator('[aria-current=step]')).toContainText(t(`phase.${phase}`));
}

const sectionOf = (item: string) => {
  const { dimensions, items } = careChecklist();
  const id = items.find((one) => one.id === item)?.dimension;
  return dimensions.find((one) => one.id === id)?.name ?? '';
};

/** The address in the card that is there to be handed over. */
const handedLink = (page: Page) => page.locator('#handed-link').inputValue();

/** The newest address of a kind in the letters to somebody. */
async function mailedLink(address: string, path: string): Promise<string> {
  await deliver();
  const found = lettersTo(letters, address).flatMap(
    (one) => saidIn(one).match(new RegExp(`${app.url}/nl/${path}[\\w%-]+`, 'g')) ?? [],
  );
  return found.at(-1) ?? '';
}

/** What the newest report by mail says, its lines joined. */
const reportTo = (address: string): string =>
  pdfText(attached(lettersTo(letters, address).at(-1) ?? '')).replaceAll(/\s+/g, ' ');

async function downloaded(page: Page, words: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), link(page, words).click()]);
  return readFileSync(await download.path())
    .subarray(0, 4)
    .toString();
}

/** What the visit brought to the server. */
async function stored() {
  const { read, t: tables } = app.services.store;
  const texts = (rows: { text: string }[]) => rows.map(({ text }) => text);
  const answers = await read.select().from(tables.currentAnswer);
  return {
    thresholds: texts(await read.select().from(tables.placementThreshold)),
    notes: texts(await read.select().from(tables.placementNote)),
    answers: answers.filter(({ voice, item }) => voice === 'job-coach' && item === notReady).length,
  };
}
