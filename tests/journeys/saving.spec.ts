import { expect, test } from '@playwright/test';
import type { OwnFile } from '#app/domain/own-file.ts';
import { expectSaved, note, option, ownNewAssessment, question, serverUrl, statement } from '../support/pages.ts';
import { share } from '../support/share.ts';
import type { Visitor } from '../support/visitor.ts';
import { t } from '../support/words.ts';

/* What the page calls saved is there tomorrow, whoever answers, in however many tabs. */

const section = 'sections/commitment';
const [first, second, third] = ['goal-backed', 'team-heard', 'council-informed'];

test('an answer is saved by itself, and a reload keeps it', async ({ page, context }) => {
  const { base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await expect(page.locator('[data-saved-line] [data-sign]:visible')).toHaveCount(0);
  await option(page, first, 'largely').check();
  await expectSaved(page);
  await page.reload();
  await expect(option(page, first, 'largely')).toBeChecked();
});

test('a note that was just typed is there after walking away', async ({ page, context }) => {
  const { owner, assessment, base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await option(page, first, 'largely').check();
  await expectSaved(page);
  await question(page, first).getByText(t('item.note'), { exact: true }).click();
  await note(page, first).pressSequentially('Net getypt');
  await page.goto(`${base}`);
  await page.goto(`${base}/sections/guidance`);
  await page.goto(`${base}/${section}`);
  await expect(note(page, first)).toHaveValue('Net getypt');
  expect(await notesOf(owner, assessment)).toEqual(['', 'Net getypt']);
});

test('what was typed just before the button goes along with the form, once', async ({ page, context }) => {
  const { owner, assessment, base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await option(page, first, 'largely').check();
  await expectSaved(page);
  await question(page, first).getByText(t('item.note'), { exact: true }).click();
  await note(page, first).pressSequentially('Net getypt');
  await page.getByRole('button', { name: t('section.next', { number: 2 }) }).click();
  await expectSaved(page);
  await page.goto(`${base}/${section}`);
  await expect(note(page, first)).toHaveValue('Net getypt');
  expect(await notesOf(owner, assessment)).toEqual(['', 'Net getypt']);
});

test('an answer that does not apply waits for its reason', async ({ page, context }) => {
  const { owner, assessment, base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await option(page, second, 'not-applicable').check();
  await page.locator(`input[name="${second}.reasonText"]`).fill('De zetel doet dit.');
  await expectSaved(page);
  const own = await (await owner.get(`/files/${assessment}/own/assessment.json`)).json();
  expect(own.answers).toMatchObject([
    { item: second, value: 'not-applicable', reasonText: 'De zetel doet dit.', open: true },
  ]);
});

test('two tabs keep what each of them answered, and the last answer to one question', async ({ page, context }) => {
  const { base } = await ownNewAssessment(context);
  const other = await context.newPage();
  await page.goto(`${base}/${section}`);
  await other.goto(`${base}/${section}`);
  await option(page, first, 'largely').check();
  await option(page, second, 'started').check();
  await expectSaved(page);
  await option(other, first, 'in-place').check();
  await option(other, third, 'not-yet').check();
  await expectSaved(other);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(option(tab, first, 'in-place')).toBeChecked();
    await expect(option(tab, second, 'started')).toBeChecked();
    await expect(option(tab, third, 'not-yet')).toBeChecked();
    await expect(question(tab, first).locator('[data-conflict]')).toBeHidden();
  }
});

for (const voice of ['hr', 'team-lead'] as const)
  test(`two people on one question see both answers, the lower counts and the owner settles (${voice})`, async ({
    page,
    context,
    browser,
  }) => {
    const { owner, assessment, base } = await ownNewAssessment(context);
    const elsewhere = await browser.newContext();
    const colleague = await elsewhere.newPage();
    await colleague.goto(`${serverUrl()}/nl/open/${await share(owner, new URL(base).pathname, 'colleague', voice)}`);
    await colleague.goto(`${base}/${section}`);
    await page.goto(`${base}/${section}`);
    await option(page, first, 'in-place').check();
    await expectSaved(page);
    await option(colleague, first, 'started').check();
    await expectSaved(colleague);

    for (const one of [page, colleague]) {
      await one.reload();
      const notice = question(one, first).locator('[data-conflict]');
      await expect(notice).toContainText(t('answer.in-place'));
      await expect(notice).toContainText(t('answer.started'));
      await expect(notice).toContainText(t('conflict.lower-counts'));
    }
    await page.goto(base);
    await page.locator('details.part').first().locator('summary').click();
    await expect(page.locator('.review__answer').first()).toContainText(t('answer.started'));

    await colleague.goto(`${base}/items/${first}`);
    await expect(colleague.getByText(t('conflict.owner-settles'))).toBeVisible();
    await page.goto(`${base}/items/${first}`);
    await page.getByRole('button', { name: t('conflict.keep', { answer: t('answer.in-place') }) }).click();
    await expect(question(page, first).locator('[data-conflict]')).toBeHidden();
    await expect(option(page, first, 'in-place')).toBeChecked();
    const own = await (await owner.get(`/files/${assessment}/own/assessment.json`)).json();
    expect(own.answers.map((one: { value: string }) => one.value)).toEqual(['in-place', 'started', 'in-place']);
    await elsewhere.close();
  });

test('a note of 100,000 characters gets a message beside it and stays typed', async ({ page, context }) => {
  const { base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await option(page, first, 'started').check();
  await question(page, first).getByText(t('item.note'), { exact: true }).click();
  await note(page, first).fill('é'.repeat(100_000));
  await expect(question(page, first).getByRole('alert')).toHaveText(t('error.too-long'));
  await expect(page.locator('[data-saved-line]:visible')).toHaveText(t('saved.refused'));
  await expect(note(page, first)).toHaveValue('é'.repeat(100_000));
  await note(page, first).fill('Korter.');
  await expect(question(page, first).locator('[data-message]')).toBeHidden();
  await expectSaved(page);
});

for (const [what, pointing] of [
  ['a national number', 'Bel 85.07.30-033.28 voor de afspraak'],
  ['an e-mail address', 'Bel mij op jan.peeters@voorbeeld.be'],
] as const)
  test(`a note with ${what} stays typed and is kept only once it is confirmed`, async ({ page, context }) => {
    const { owner, assessment, base } = await ownNewAssessment(context);
    await page.goto(`${base}/${section}`);
    await option(page, first, 'started').check();
    await expectSaved(page);
    await question(page, first).getByText(t('item.note'), { exact: true }).click();
    await note(page, first).pressSequentially(pointing);
    await expect(question(page, first).getByRole('alert')).toHaveText(t('error.identity'));
    await expect(page.locator('[data-saved-line]:visible')).toHaveText(t('saved.refused'));

    const sent: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/save') && sent.push(request.postData() ?? '')));
    await option(page, second, 'in-place').check();
    await expect.poll(() => notesOf(owner, assessment)).toEqual(['', '']);
    await expect(page.locator('[data-unsent] li')).toHaveText([await statement(page, first)]);
    await expect(page.locator('[data-saved-line]:visible')).toHaveText(t('saved.refused'));
    await expect(note(page, first)).toHaveValue(pointing);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain(pointing);

    await page.reload();
    await expect(note(page, first)).toHaveValue(pointing);
    await expect(question(page, first).getByRole('alert')).toHaveText(t('error.identity'));
    expect(await notesOf(owner, assessment)).toEqual(['', '']);
    await question(page, first).getByLabel(t('form.keep')).check();
    await expectSaved(page);
    await expect(question(page, first).locator('[data-message]')).toBeHidden();
    expect(await notesOf(owner, assessment)).toEqual(['', '', pointing]);
    await page.reload();
    await expect(note(page, first)).toHaveValue(pointing);
  });

test('digits and arrows answer the question that has the focus', async ({ page, context }) => {
  const { base } = await ownNewAssessment(context);
  await page.goto(`${base}/${section}`);
  await expect(page.getByText(t('section.keys'))).toBeVisible();
  await option(page, first, 'not-yet').focus();
  await page.keyboard.press('3');
  await expect(option(page, first, 'largely')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(option(page, first, 'in-place')).toBeChecked();
  await page.keyboard.press('5');
  await expect(option(page, first, 'unknown')).toBeChecked();
  await expectSaved(page);
  await page.reload();
  await expect(option(page, first, 'unknown')).toBeChecked();
});

/** The notes of every answer ever stored, in order of arrival. */
async function notesOf(owner: Visitor, assessment: string): Promise<string[]> {
  const own = (await (await owner.get(`/files/${assessment}/own/assessment.json`)).json()) as OwnFile;
  return own.answers.map((one) => one.note);
}
