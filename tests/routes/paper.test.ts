import { beforeEach, describe, expect, test } from 'vitest';
import { allowedValues } from '#app/domain/answer.ts';
import { markOf, paperCodes } from '#app/domain/paper.ts';
import { everything, startApp, type TestApp } from '../support/app.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import { askedItems, careChecklist, invite, openWorkplace, ownFile, type Workplace } from '../support/workplace.ts';

/* What was filled in on paper is typed in by its codes, seen first and saved then. */

let app: TestApp;
let workplace: Workplace;
const codes = paperCodes(careChecklist());
const codeOf = (id: string) => codes.get(id) ?? '';

beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
});

const post = (intent: string, fields: Fields, who: Visitor = workplace.owner) =>
  who.post(`${workplace.base}/paper`, { intent, ...fields });
const answers = async () =>
  Object.fromEntries(
    (await ownFile(workplace)).answers
      .filter(({ open }) => open)
      .map(({ item, value, voice, note }) => [item, { value, voice, note }]),
  );

/** Every item with an answer of its own, per field; the first answers, then the second and so on. */
const everyAnswer = (turn: number) => {
  const values = new Map(
    askedItems().map((item, at) => [
      item,
      allowedValues(item.kind)[(at + turn) % allowedValues(item.kind).length] ?? 'unknown',
    ]),
  );
  const fields: Record<string, string> = {};
  for (const [item, value] of values) {
    const code = codeOf(item.id);
    const reason = value === 'not-applicable' ? ' (geldt hier niet)' : '';
    const letter = code[0] ?? '';
    fields[letter] = [fields[letter], `${code} ${markOf(item, value)}${reason}`].filter(Boolean).join(', ');
  }
  return { values, fields };
};

test.each([0, 1, 2, 3, 4, 5])('every code typed in gives that item’s answer: turn %i', async (turn) => {
  const { values, fields } = everyAnswer(turn);
  const before = await everything(app);
  const shown = (await (await post('check', fields)).text()).replaceAll('<!-- -->', '');
  expect(shown).toContain(`${values.size} antwoorden. Er is nog niets bewaard.`);
  expect(await everything(app)).toBe(before);
  const saved = await post('save', fields);
  expect(saved.headers.get('Location')).toBe(`${workplace.base}/paper?saved=${values.size}`);
  const stored = await answers();
  for (const [item, value] of values) expect(stored[item.id]?.value, codeOf(item.id)).toBe(value);
});

describe('a mistake', () => {
  test.each([
    ['Z9 3', 'deze code bestaat niet in deze versie'],
    ['A1 8', 'dit antwoord bestaat niet'],
    ['A1 n', 'tik ook de reden'],
    ['A1 n (mail jan@example.org)', 'lijkt een gegeven van een persoon'],
    ['zomaar', 'kunnen we niet lezen'],
  ])('is named, keeps what was typed and saves nothing: %s', async (typed, message) => {
    const before = await everything(app);
    for (const intent of ['check', 'save']) {
      const answer = await post(intent, { A: `A2 3, ${typed}` });
      expect(answer.status).toBe(422);
      const page = (await answer.text()).replaceAll('<!-- -->', '');
      expect(page).toContain(message);
      expect(page).toContain(`A2 3, ${typed}</textarea>`);
      expect(page).not.toContain('Bewaar deze antwoorden');
    }
    expect(await everything(app)).toBe(before);
  });

  test('nothing typed is nothing saved', async () => {
    expect((await post('save', { A: '' })).status).toBe(422);
  });
});

test('a colleague types in in their own voice, the history stays, and so does a note', async () => {
  const [item] = askedItems();
  const lead = await invite(workplace, 'colleague', 'team-lead');
  await lead.visitor.save(workplace.id, { item: item?.id ?? '', value: 'not-yet', note: 'Eerst bespreken' });
  expect((await post('save', { A: `${codeOf(item?.id ?? '')} 3` }, lead.visitor)).status).toBe(302);
  expect((await answers())[item?.id ?? '']).toEqual({ value: 'in-place', voice: 'team-lead', note: 'Eerst bespreken' });
  expect((await ownFile(workplace)).answers.map(({ value }) => value)).toEqual(['not-yet', 'in-place']);
  const again = await post('save', { A: `${codeOf(item?.id ?? '')} 3` }, lead.visitor);
  expect(again.headers.get('Location')).toContain('saved=0');
});

test('the blank sheet is offered to everybody, in every language, and no other version', async () => {
  const anyone = app.visitor();
  const page = await (await anyone.get('/nl/sectors/retail/paper')).text();
  const urls = [...page.matchAll(/href="(\/files\/paper\/[^"]+)"/g)].map(([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  );
  expect(urls).toHaveLength(4);
  for (const url of urls) expect((await anyone.get(url)).status, url).toBe(200);
  for (const url of [
    '/files/paper/retail@9/checklist.pdf',
    '/files/paper/care@1/checklist.txt',
    '/files/paper/__proto__/checklist.pdf',
  ])
    expect((await anyone.get(url)).status, url).toBe(404);
});
