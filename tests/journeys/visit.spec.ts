import { expect, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { lend } from '../support/pages.ts';
import { signIn } from '../support/people.ts';
import {
  address,
  app,
  coach,
  firstItem,
  note,
  noteThreshold,
  server,
  setVisitScene,
  stored,
  unsent,
} from '../support/visit-scene.ts';
import { t } from '../support/words.ts';

/* A coach on a floor without network: everything noted arrives, once. */

setVisitScene();

async function keepOffline(page: Page) {
  await page.getByRole('button', { name: t('visit.keep-offline') }).click();
  await expect(page.locator('[data-offline-state]')).toHaveText(t('visit.kept'));
}

test('what is noted with the network cut twice arrives once, and a reload without network shows it', async ({
  page,
  context,
}) => {
  await page.goto(address());
  await keepOffline(page);
  await noteThreshold(page, 'De mentor is met verlof', 'high');
  await expect(page.locator('#floor-thresholds h3')).toHaveText('De mentor is met verlof');

  await context.setOffline(true);
  await page.locator('#floor-thresholds input[value=small]').check();
  await note(page, 'Rustige ploeg');
  await expect(unsent(page)).toContainText(t('visit.unsent', { count: 2 }));
  await page.reload();
  await expect(unsent(page)).toContainText(t('visit.unsent', { count: 2 }));
  await expect(page.locator('#floor-thresholds input[value=small]')).toBeChecked();
  await firstItem(page).locator('summary').click();
  await firstItem(page).locator('input[value=started]').check();
  await expect(unsent(page)).toContainText(t('visit.unsent', { count: 3 }));

  await context.setOffline(false);
  await expect(unsent(page)).toBeHidden();
  await expect(page.locator('#floor-notes')).toContainText('Rustige ploeg');

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('#floor-notes')).toContainText('Rustige ploeg');
  await page.locator('#floor-thresholds').getByText(t('visit.is-lowered')).click();
  await note(page, 'Tweede keer zonder net');
  await page.locator('#note-text').fill('Nog niet af');
  await page.reload();
  await expect(page.locator('#note-text')).toHaveValue('Nog niet af');
  await expect(unsent(page)).toContainText(t('visit.unsent', { count: 2 }));
  await context.setOffline(false);
  await expect(unsent(page)).toBeHidden();

  const { thresholds, notes, events } = await stored();
  expect(thresholds).toMatchObject([{ weight: 'small', version: 3, rival: null }]);
  expect(thresholds[0]).not.toMatchObject({ loweredOn: null });
  expect(notes.map((one) => (one as unknown as { text: string }).text).sort()).toEqual([
    'Rustige ploeg',
    'Tweede keer zonder net',
  ]);
  expect(events).toBe(4);
});

test('the page on the device does not hold the workplace’s answer before the coach’s own', async ({ page }) => {
  const said = 'De werkplek: ';
  const kept = () =>
    page.evaluate(async (path) => {
      const pages = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).match(path)));
      return (await Promise.all(pages.map((one) => one?.text() ?? ''))).join();
    }, new URL(address()).pathname);
  await page.goto(address());
  await keepOffline(page);
  expect(await kept()).toContain(t('visit.workplace-after'));
  expect(await kept()).not.toContain(said);
  await firstItem(page).locator('summary').click();
  await firstItem(page).locator('input[value=started]').check();
  await expect(firstItem(page).locator('summary')).toContainText(said);
  await expect.poll(async () => (await kept()).split(said).length - 1).toBe(1);
});

test('an answer of the server that never arrived is asked for again, and nothing is stored twice', async ({ page }) => {
  await page.goto(address());
  let lost = 0;
  await page.route('**/visit-sync', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await note(page, 'Eén keer');
  await expect(page.locator('#floor-notes')).toContainText('Eén keer');
  expect(lost).toBeGreaterThan(1);
  expect((await stored()).notes).toHaveLength(1);
});

test('what is ticked while the page is read anew stays ticked, and is kept once', async ({ page }) => {
  await page.goto(address());
  const started = firstItem(page).locator('input[value=started]');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address(), async (route) => {
    await held;
    await route.continue();
  });
  const readAnew = page.waitForRequest(address());
  await note(page, 'Eerst dit');
  await readAnew;
  await page.route('**/visit-sync', (route) => route.abort());
  await firstItem(page).locator('summary').click();
  await started.check();
  letGo();
  await expect(unsent(page)).toContainText(t('visit.unsent', { count: 1 }));
  await expect(started).toBeChecked();
  await page.unroute('**/visit-sync');
  await expect(unsent(page)).toBeHidden();
  await expect(started).toBeChecked();
});

test('two devices over one threshold show both values with when, and the coach chooses', async ({
  page,
  context,
  browser,
}) => {
  await page.goto(address());
  await noteThreshold(page, 'Te veel opdrachten tegelijk', 'high');
  await expect(page.locator('#floor-thresholds h3')).toBeVisible();
  const elsewhere = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await lend(elsewhere, (await signIn(app, coach.email)).visitor, server.url);
  const other = await elsewhere.newPage();
  await other.goto(address());

  await context.setOffline(true);
  await page.locator('#floor-thresholds input[value=small]').check();
  await other.locator('#floor-thresholds input[value=noticeable]').check();
  await expect(other.locator('[data-floor-status] span')).toContainText(/\d\d\.\d\d/);
  await expect(other.locator('[data-floor-status] [data-sign]:visible')).toHaveAttribute('data-sign', 'saved');
  await context.setOffline(false);

  const conflict = page.locator('#floor-thresholds [data-conflict]');
  await expect(conflict).toContainText(t('weight.small'));
  await expect(conflict).toContainText(t('weight.noticeable'));
  await expect(conflict).toContainText('Chrome');
  expect(await violations(page)).toEqual([]);
  await conflict.getByRole('button', { name: t('visit.keep', { value: t('weight.small') }) }).click();
  await expect(conflict).toBeHidden();
  await expect(page.locator('#floor-thresholds input[value=small]')).toBeChecked();
  expect((await stored()).thresholds).toMatchObject([{ weight: 'small', rival: null }]);
  await elsewhere.close();
});

test('a refused entry says why beside what it was', async ({ page }) => {
  await page.goto(address());
  await page.locator('#threshold').getByRole('button').click();
  await expect(page.locator('#threshold-message')).toHaveText(t('error.needed'));
  await page.locator('#threshold-text').fill('Zonder gewicht');
  await page.locator('#threshold').getByRole('button').click();
  await expect(page.locator('#threshold-message')).toHaveText(t('error.choose'));
  await expect(page.locator('#threshold-text')).toHaveValue('Zonder gewicht');
  expect((await stored()).thresholds).toEqual([]);
});

/** What this device holds: pages in caches, workers, and databases with something of this placement. */
const held = (page: Page) =>
  page.evaluate(async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === 'visits'),
  }));

test.describe('what was put on the device goes', () => {
  test.beforeEach(async ({ page, context }) => {
    await page.goto(address());
    await keepOffline(page);
    await context.setOffline(true);
    await note(page, 'Wacht op dit toestel');
    await expect(unsent(page)).toBeVisible();
    await page.route('**/visit-sync', (route) => route.abort());
    await context.setOffline(false);
    expect(await held(page)).toEqual({ caches: 1, workers: 1, databases: ['visits'] });
  });

  test('with “wis dit toestel”', async ({ page, context }) => {
    await lend(context, (await signIn(app, coach.email)).visitor, server.url);
    await page.goto(`${server.url}/nl/device`);
    await page.getByRole('button', { name: t('device.submit') }).click();
    await expect.poll(() => held(page)).toEqual({ caches: 0, workers: 0, databases: [] });
  });

  test('with signing out', async ({ page, context }) => {
    await lend(context, (await signIn(app, coach.email)).visitor, server.url);
    await page.goto(`${server.url}/nl/account`);
    await page.getByRole('button', { name: t('account.sign-out') }).click();
    await expect(page).toHaveURL(`${server.url}/nl`);
    await expect.poll(() => held(page)).toEqual({ caches: 0, workers: 0, databases: [] });
  });

  test('when the placement closes', async ({ page }) => {
    const { write, t: tables } = app.services.store;
    await write((tx) => tx.update(tables.placement).set({ closedOn: '2026-11-20' }));
    await page.reload();
    await expect(page.getByText(t('visit.closed'))).toBeVisible();
    await expect.poll(() => held(page)).toMatchObject({ caches: 0, workers: 0 });
    await page.reload();
    await expect(unsent(page)).toBeHidden();
  });

  test('when the page is somebody else’s from now on', async ({ page, context }) => {
    await context.clearCookies();
    await page.goto(address());
    await context.setOffline(true);
    await expect(page.goto(address())).rejects.toThrow();
  });
});
