import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  expectSaved,
  lend,
  note,
  option,
  ownNewAssessment,
  question,
  savedWords,
  serverUrl,
  statement,
} from '../support/pages.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';
import { share } from '../support/share.ts';
import { newVisitor } from '../support/visitor.ts';
import { t } from '../support/words.ts';

/* What is not saved yet is not called saved: it is said, kept on the device, and sent. */

const section = 'sections/commitment';
const [first, second] = ['goal-backed', 'team-heard'];

test('an answer that is still on its way is not called saved because the one before it is', async ({
  page,
  context,
}) => {
  const { base } = await ownNewAssessment(context);
  const onTheirWay: (() => void)[] = [];
  await page.route('**/save', async (route) => {
    await new Promise<void>((arrive) => onTheirWay.push(arrive));
    await route.continue();
  });
  await page.goto(`${base}/${section}`);
  await option(page, first, 'largely').check();
  await expect.poll(() => onTheirWay.length).toBe(1);
  await option(page, second, 'started').check();
  onTheirWay[0]?.();
  await expect.poll(() => onTheirWay.length).toBe(2);
  await expect(page.locator('[data-saved-line]:visible span')).not.toHaveText(savedWords);
  await expect(page.locator('[data-saved-line]:visible [data-sign]:visible')).toHaveAttribute('data-sign', 'saving');
  onTheirWay[1]?.();
  await expectSaved(page);
});

test('without a line the page lists what was not sent, and sends it when the line is back', async ({
  page,
  context,
}) => {
  const { base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await context.setOffline(true);
  await option(page, first, 'started').check();
  await option(page, second, 'in-place').check();
  await option(page, first, 'largely').check();
  await expect(page.locator('[data-unsent] li')).toHaveText([
    await statement(page, first),
    await statement(page, second),
  ]);
  await expect(page.locator('[data-saved-line]:visible')).toContainText(t('saved.device'));
  await expect(page.locator('[data-saved-line]:visible svg:visible')).toHaveCount(1);
  await context.setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(option(page, first, 'largely')).toBeChecked();
  await expect(option(page, second, 'in-place')).toBeChecked();
});

test.describe('when the server goes away', () => {
  let server: RunningServer;
  let start: () => Promise<RunningServer>;
  const dataDir = mkdtempSync(join(tmpdir(), 'toolbox-away-'));
  test.beforeAll(async () => {
    const port = await freePort();
    start = () => startServer({ dataDir, port });
    server = await start();
  });
  test.afterAll(async () => {
    await server.kill();
    rmSync(dataDir, { recursive: true });
  });

  test('an answer waits on the page and is sent when it is back', async ({ page, context }) => {
    const { base } = await ownNewAssessment(context, server.url);
    await page.goto(`${base}/${section}`);
    await server.kill();
    await option(page, first, 'started').check();
    await expect(page.locator('[data-unsent] li')).toHaveText([await statement(page, first)]);
    server = await start();
    // Whether or not the page tried again by itself a moment before, and took the button away.
    await page.locator('[data-retry]').dispatchEvent('click');
    await expectSaved(page);
    await page.reload();
    await expect(option(page, first, 'started')).toBeChecked();
  });

  test('an answer outlives its tab: it is shown and sent when the section is opened again', async ({
    page,
    context,
  }) => {
    const { owner, assessment, base } = await ownNewAssessment(context, server.url);
    await page.goto(`${base}/${section}`);
    await server.kill();
    await option(page, first, 'started').check();
    await question(page, first).getByText(t('item.note'), { exact: true }).click();
    await note(page, first).fill('Zonder server getypt');
    await expect(page.locator('[data-unsent] li')).toHaveText([await statement(page, first)]);
    await page.close();
    server = await start();
    const again = await context.newPage();
    await again.goto(`${base}/${section}`);
    await expectSaved(again);
    await expect(option(again, first, 'started')).toBeChecked();
    await expect(note(again, first)).toHaveValue('Zonder server getypt');
    const own = await (await owner.get(`/files/${assessment}/own/assessment.json`)).json();
    expect(own.answers.at(-1)).toMatchObject({ item: first, value: 'started', note: 'Zonder server getypt' });
  });
});

test('somebody whose link was stopped is told so and keeps what they typed', async ({ page, context, browser }) => {
  const { owner, base } = await ownNewAssessment(context);
  const path = new URL(base).pathname;
  const colleague = newVisitor(serverUrl());
  await colleague.get(`/nl/open/${await share(owner, path, 'colleague')}`);
  const elsewhere = await browser.newContext();
  await lend(elsewhere, colleague, serverUrl());
  const theirs = await elsewhere.newPage();
  await theirs.goto(`${base}/${section}`);
  await page.goto(`${base}/access`);
  await page.getByRole('button', { name: t('access.stop') }).click();
  await expect(page.getByText(t('access.stopped'))).toBeVisible();
  await option(theirs, first, 'started').check();
  await expect(theirs.locator('[data-unsent] li')).toHaveText([await statement(theirs, first)]);
  await expect(option(theirs, first, 'started')).toBeChecked();
  await elsewhere.close();
});
