import { readFileSync } from 'node:fs';
import { devices, expect, type Page, test } from '@playwright/test';
import { t } from '../support/words.ts';

/*
 * An employer walks the whole way, in Dutch, on a desktop and on a phone, with and without script; a plain run turns with
 * SEED which two.
 */

const { defaultBrowserType: _, ...iPhone } = devices['iPhone 13'];
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { ...iPhone, viewport: { width: 390, height: 844 } };
const evenTurns: [string, typeof desktop | typeof phone, boolean][] = [
  ['desktop with script', desktop, true],
  ['phone without script', phone, false],
];
const oddTurns: typeof evenTurns = [
  ['phone with script', phone, true],
  ['desktop without script', desktop, false],
];
const turn = Number(process.env.SEED) % 2 === 0 ? evenTurns : oddTurns;

for (const [name, device, javaScriptEnabled] of process.env.FULL ? [...evenTurns, ...oddTurns] : turn)
  test.describe(name, () => {
    test.use({ ...device, javaScriptEnabled });
    test('an employer finds out where they stand, takes over the shortest way and leaves with a PDF', async ({
      page,
    }) => {
      await begin(page);
      await answerAllSections(page);
      await handIn(page);
      await readResult(page);
      await planAndDownload(page);
    });
  });

async function begin(page: Page) {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'));
  await page.getByRole('link', { name: 'Zorg' }).click();
  await page.getByRole('link', { name: t('sector.start') }).click();
  await page.getByLabel('Woonzorgcentrum (vzw of privé)').check();
  await page.getByLabel('20 tot 49').check();
  await page.getByLabel('Antwerpen').check();
  await page.getByLabel('Keuken').check();
  await page.getByLabel('Overdag').check();
  await page.getByLabel(t('context.label')).fill('keuken, gelijkvloers');
  await page.getByRole('button', { name: t('start.submit') }).click();
}

/** Everything in order, except the first question and the first threshold. */
async function answerAllSections(page: Page) {
  for (let number = 1; number <= 9; number++) {
    await expect(page.getByText(t('section.kicker', { sector: 'Zorg', number, total: 9 }))).toBeVisible();
    const questions = page.locator('[data-item]');
    for (let index = 0; index < (await questions.count()); index++) {
      const question = questions.nth(index);
      const threshold = (await question.getAttribute('class'))?.includes('item--threshold');
      const answer = number === 1 && index === 0 ? 'not-yet' : threshold ? 'partly' : 'in-place';
      await question.locator(`input[value="${answer}"]`).check();
    }
    await page.locator('form[data-saver] .step-buttons button[type=submit]').first().click();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('overview.title'));
  await expect(page.getByText(t('overview.ready'))).toBeVisible();
}

async function handIn(page: Page) {
  await page.getByRole('link', { name: t('overview.hand-in') }).click();
  await expect(page.getByLabel(t('hand-in.count-us'))).not.toBeChecked();
  await page.getByRole('button', { name: t('hand-in.submit') }).click();
}

/** One essential question is not in order, so level 1, and the shortest way begins there. */
async function readResult(page: Page) {
  await expect(page).toHaveURL(/\/result$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\S/);
  await expect(page.getByText('keuken, gelijkvloers')).toBeVisible();
  await expect(page.locator('.ladder [aria-current=step]')).toContainText(`1`);
  await expect(page.locator('.ladder [aria-current=step]')).toContainText(t('result.here'));
  await expect(page.locator('ol.way > li')).not.toHaveCount(0);
}

async function planAndDownload(page: Page) {
  const firstStep = await page.locator('ol.way h3').first().innerText();
  await page.getByRole('button', { name: /in ons actieplan/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('plan.title'));
  await expect(page.getByRole('rowheader', { name: firstStep })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('format.pdf'), exact: true }).click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF');
}
