import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { newVisitor, startAssessment, type Visitor } from './visitor.ts';
import { t } from './words.ts';

export const serverUrl = (): string => `http://localhost:${process.env.TEST_PORT}`;

/** A new assessment whose owner sits at this browser. */
export async function ownNewAssessment(context: BrowserContext, url = serverUrl()): Promise<Owned> {
  const owner = newVisitor(url);
  const assessment = await startAssessment(owner);
  await lend(context, owner, url);
  return { owner, assessment, base: `${url}/nl/assessments/${assessment}` };
}
export type Owned = { owner: Visitor; assessment: string; base: string };

/** Gives a browser the cookies of somebody. */
export const lend = (context: BrowserContext, { cookies }: Pick<Visitor, 'cookies'>, url: string): Promise<void> =>
  context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));

export const question = (page: Page, item: string): Locator => page.locator(`[data-item="${item}"]`);
export const option = (page: Page, item: string, value: string): Locator =>
  question(page, item).locator(`input[value="${value}"]`);
/** The sentence of an item, as it is listed when it could not be sent. */
export const statement = async (page: Page, item: string): Promise<string> =>
  (await question(page, item).locator('.statement').textContent()) ?? '';
export const note = (page: Page, item: string): Locator => page.locator(`textarea[name="${item}.note"]`);

/** The page says that everything given so far is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved-line]:visible span')).toHaveText(savedWords);
  await expect(page.locator('[data-unsent]')).toBeHidden();
}

export const savedWords = new RegExp(`^${t('saved.at', { time: '\\d\\d\\.\\d\\d' })}$`);
