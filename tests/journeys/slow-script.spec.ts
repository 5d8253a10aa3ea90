import { expect, test } from '@playwright/test';
import { t } from '../support/words.ts';

/* A script that comes late, on a slow line, changes nothing that was chosen before. */

const chosen = [
  ['subSector', 'e-commerce'],
  ['size', '250-plus'],
  ['place', 'limburg'],
  ['targetJob', 'picking'],
  ['shifts', 'early-late'],
] as const;

test('what was chosen before the script came is still chosen, and is posted', async ({ page }) => {
  let release = () => {};
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('/nl/sectors/logistics/start', { waitUntil: 'commit' });
  const option = ([name, value]: readonly [string, string]) => page.locator(`input[name="${name}"][value="${value}"]`);
  for (const one of chosen) await option(one).check();
  await page.getByLabel(t('context.label')).fill('magazijn');
  release();
  await page.waitForLoadState('load');
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('form') ?? {}).some((key) => key.startsWith('__react')),
  );
  for (const one of chosen) await expect(option(one)).toBeChecked();
  await expect(page.getByLabel(t('context.label'))).toHaveValue('magazijn');
  await page.getByRole('button', { name: t('start.submit') }).click();
  await expect(page).toHaveURL(/\/sections\/commitment$/);
});

test('after a refused form every change is checked again', async ({ page }) => {
  await page.goto('/nl/sectors/logistics/start');
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('form') ?? {}).some((key) => key.startsWith('__react')),
  );
  await page.getByRole('button', { name: t('start.submit') }).click();
  await expect(page.locator('#errors')).toBeFocused();
  await expect(page.locator('#size .field-error')).toBeVisible();
  await page.locator('input[name="size"][value="250-plus"]').check();
  await expect(page.locator('#size .field-error')).toBeHidden();
  await expect(page.locator('#place .field-error')).toBeVisible();
});
