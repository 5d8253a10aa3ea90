import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { remarkKinds } from '#app/domain/remark.ts';
import { may } from '../support/access-rows.ts';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { persons, type Stage, setStage } from '../support/stage.ts';
import { t } from '../support/words.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* Remarks on a question: one tap in the section, a word to the editors from the page of the question. */

let app: TestApp;
let workplace: Workplace;
const item = 'goal-backed';

beforeAll(async () => {
  app = await startApp();
});

const made = async ({ id }: { id: string }) => {
  const { read, t: tables } = app.services.store;
  return (await read.select().from(tables.remark))
    .filter(({ assessmentId }) => assessmentId === id)
    .map(({ item: of, kind, note, checklistRef }) => ({ item: of, kind, note, checklistRef }));
};

describe('a remark on a question', () => {
  beforeEach(async () => {
    workplace = await openWorkplace(app);
  });
  const tap = (fields: Record<string, string>) => workplace.owner.post(`${workplace.base}/sections/commitment`, fields);

  test('is one tap, is kept once, and is taken back by another', async () => {
    const answer = await tap({ remark: `${item}.unclear` });
    expect(answer.headers.get('Location')).toBe(`${workplace.base}/sections/commitment#${item}`);
    await tap({ remark: `${item}.unclear` });
    expect(await made(workplace)).toEqual([{ item, kind: 'unclear', note: '', checklistRef: 'care@1' }]);
    const page = await (await workplace.owner.get(`${workplace.base}/sections/commitment`)).text();
    expect(page).toContain(t('remark.made', { count: 1 }));
    await tap({ 'take-back': `${item}.unclear` });
    expect(await made(workplace)).toEqual([]);
  });

  test('keeps what was answered on the same page without script', async () => {
    await tap({
      remark: `${item}.double`,
      [`${item}.id`]: 'tapped-1',
      [`${item}.value`]: 'started',
      [`${item}.base`]: '',
    });
    const { read, t: tables } = app.services.store;
    const answers = (await read.select().from(tables.answer)).filter(
      ({ assessmentId }) => assessmentId === workplace.id,
    );
    expect(answers.map(({ value }) => value)).toEqual(['started']);
    expect(await made(workplace)).toHaveLength(1);
  });

  test('is not what Enter sends: the first button of the section is none of them', async () => {
    const page = await (await workplace.owner.get(`${workplace.base}/sections/commitment`)).text();
    const first = /<button[^>]*type="submit"[^>]*>/.exec(page.slice(page.indexOf('data-saver')))?.[0];
    expect(first).not.toContain('name=');
  });

  test('of a kind or on a question that does not exist is not there and changes nothing', async () => {
    const before = await everything(app);
    for (const remark of [`${item}.nice`, 'no-such-item.unclear', '', '__proto__.unclear'])
      expect((await tap({ remark })).status, remark).toBe(404);
    const at = `${workplace.base}/items/${item}`;
    expect((await workplace.owner.post(at, { intent: 'remark', kind: 'nice' })).status).toBe(422);
    expect((await workplace.owner.post(at, { intent: 'take-back', kind: 'nice' })).status).toBe(404);
    expect(await everything(app)).toBe(before);
  });

  test.each(remarkKinds)('%s takes a word to the editors, which stands on the page of the question', async (kind) => {
    const at = `${workplace.base}/items/${item}`;
    const answer = await workplace.owner.post(at, { intent: 'remark', kind, note: 'Wat bedoel je met doel?' });
    expect(answer.headers.get('Location')).toBe(`${at}#remark`);
    expect(await (await workplace.owner.get(at)).text()).toContain('Wat bedoel je met doel?');
    await workplace.owner.post(at, { intent: 'take-back', kind });
    expect(await made(workplace)).toEqual([]);
  });

  test('whose word points to a person comes back once, and what was typed stays', async () => {
    const at = `${workplace.base}/items/${item}`;
    const note = 'Bel 0470 12 34 56.';
    const answer = await workplace.owner.post(at, { intent: 'remark', kind: 'unclear', note });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(note);
    expect(await made(workplace)).toEqual([]);
    await workplace.owner.post(at, { intent: 'remark', kind: 'unclear', note, 'keep-note': 'yes' });
    expect(await made(workplace)).toHaveLength(1);
  });
});

describe('who may remark', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(app);
  });

  test.each(persons)('%s as the table of access says, on both pages', async (person) => {
    const visitor = stage.people[person];
    const allowed = may(person, 'remark');
    const before = await everything(app);
    const sent = [
      await visitor.post(`${stage.base}/sections/commitment`, { remark: `${item}.unclear` }),
      await visitor.post(`${stage.base}/items/${item}`, { intent: 'remark', kind: 'double', note: '' }),
      await visitor.post(`${stage.base}/items/${item}`, { intent: 'take-back', kind: 'double' }),
      await visitor.post(`${stage.base}/sections/commitment`, { 'take-back': `${item}.unclear` }),
    ];
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => (allowed ? 302 : 404)));
    if (!allowed) expect(await everything(app)).toBe(before);
  });
});
