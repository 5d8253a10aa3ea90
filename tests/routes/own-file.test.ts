import { beforeAll, expect, test } from 'vitest';
import { largestOwnFile } from '#app/domain/own-file.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';
import { t } from '../support/words.ts';
import {
  askedItems,
  codeOf,
  handIn,
  invite,
  type OwnFile,
  openWorkplace,
  ownFile,
  type Workplace,
} from '../support/workplace.ts';

/* An assessment with a life behind it, taken along as a file and opened elsewhere. */

let app: TestApp;
let elsewhere: TestApp;
let workplace: Workplace;
let file: OwnFile;

const items = askedItems();
const [first, second, third] = items.filter((item) => item.kind === 'prerequisite').map((item) => item.id) as [
  string,
  string,
  string,
];
const anAction = { owner: 'HR', due: '2027-01-15', instrument: '', doneBy: '', doneAt: '', doneHow: '' };

beforeAll(async () => {
  app = await startApp();
  elsewhere = await startApp();
  workplace = await openWorkplace(app, 'Keuken 🍲');
  const { owner, id, base } = workplace;
  for (const item of items)
    await owner.save(id, { item: item.id, value: item.kind === 'prerequisite' ? 'largely' : 'partly' });
  const lead = await invite(workplace, 'colleague', 'team-lead', 'ploegbaas');
  await lead.visitor.save(id, { item: first, value: 'not-yet', note: '=1+1', proof: 'gezien' });
  const rival = await invite(workplace, 'colleague', 'hr', 'collega');
  await rival.visitor.save(id, { item: second, value: 'in-place' });
  const { open } = await (await rival.visitor.save(id, { item: third, value: 'started' })).json();
  await owner.post(`${base}/items/${third}`, { intent: 'settle', answer: open[0] });
  await handIn(workplace, owner, { counted: 'yes' });
  await owner.save(id, { item: first, value: 'in-place', note: 'tweede ronde' });
  await owner.post(`${base}/plan/new`, {
    ...anAction,
    title: 'Nog te doen',
    status: 'todo',
    note: 'n',
    items: [second],
  });
  await owner.post(`${base}/plan/new`, {
    ...anAction,
    title: 'Gedaan',
    status: 'done',
    note: '',
    doneBy: 'HR',
    doneAt: '2026-11-20',
    doneHow: 'gezien',
    items: [first],
  });
  await handIn(workplace, owner, { kind: 'after-stage' });
  await owner.save(id, { item: second, value: 'not-applicable', reasonText: 'reden' });
  file = await ownFile(workplace);
});

async function open(content: string): Promise<{ visitor: Visitor; response: Response }> {
  const form = new FormData();
  form.set('file', new File([content], 'assessment.json'));
  const visitor = elsewhere.visitor();
  const response = await ask(elsewhere, visitor, '/nl/import', { method: 'POST', body: form });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    visitor.cookies.set(name, value);
  }
  return { visitor, response };
}

test('history, voices, disputes, decisions, rounds, plan and hand-ins come along, in order', async () => {
  expect(file.rounds.map((one) => one.kind)).toEqual(['baseline', 'after-stage', 'in-between']);
  expect(new Set(file.answers.map((one) => one.voice))).toEqual(new Set(['hr', 'team-lead', 'agreed']));
  expect(file.answers.filter((one) => one.item === second && one.round === 1 && one.open)).toHaveLength(2);
  const { visitor, response } = await open(JSON.stringify(file));
  expect(response.status).toBe(302);
  const id = response.headers.get('Location')?.split('/').at(-1) ?? '';
  const there = { app: elsewhere, id, base: `/nl/assessments/${id}`, owner: visitor };
  expect(await ownFile(there)).toEqual(file);
  const asked = async (one: Workplace) =>
    (await (await one.owner.get(one.base)).text()).match(/Een maatregel is klaar/g)?.length ?? 0;
  expect(await asked(workplace)).toBeGreaterThan(0);
  expect(await asked(there), 'what a finished action re-opened').toBe(await asked(workplace));
  for (const which of ['newest', 'today'])
    expect(await verdictOf(there, which)).toEqual(await verdictOf(workplace, which));
});

/** What a report says, without when and by which address it was made. */
async function verdictOf({ owner, id }: Workplace, which: string) {
  const report = await (await owner.get(`/files/${id}/${which}/report.json`)).json();
  const { levels, sections, profile, thresholds, label } = report as Record<string, unknown>;
  return { levels, sections, profile, thresholds, label };
}

test('what comes in is counted in no figures, and has a code and links of its own', async () => {
  const { visitor, response } = await open(JSON.stringify(file));
  const base = response.headers.get('Location') ?? '';
  const { store } = elsewhere.services;
  const submissions = await store.read.select().from(store.t.submission);
  expect(submissions.length).toBeGreaterThan(0);
  expect(submissions.filter((one) => one.counted)).toEqual([]);
  const code = await codeOf({ app: elsewhere, id: '', base, owner: visitor });
  expect(code).not.toBe(await codeOf(workplace));
  expect((await elsewhere.visitor().post('/nl/resume', { code })).headers.get('Location')).toBe(base);
});

test('opening a file twice makes two assessments; neither touches the other', async () => {
  const one = await open(JSON.stringify(file));
  const other = await open(JSON.stringify(file));
  const [a = '', b = ''] = [one, other].map(({ response }) => response.headers.get('Location') ?? '');
  expect(a).not.toBe(b);
  await one.visitor.post(`${a}/delete`, {});
  expect((await other.visitor.get(b)).status).toBe(200);
});

type Change = (file: OwnFile) => unknown;
const wrong: [name: string, change: Change][] = [
  ['a checklist of somebody else', (one) => ({ ...one, checklistRef: 'garden@1' })],
  ['a checklist that is a prototype', (one) => ({ ...one, checklistRef: '__proto__' })],
  ['a version that never was', (one) => ({ ...one, checklistRef: 'care@0' })],
  ['answers of another sector', (one) => ({ ...one, checklistRef: 'retail@1' })],
  ['a voice that does not exist', (one) => withAnswer(one, { voice: 'minister' })],
  ['a note with a NUL', (one) => withAnswer(one, { note: 'a\0b' })],
  ['a note that is too long', (one) => withAnswer(one, { note: 'x'.repeat(5001) })],
  ['a day that does not exist', (one) => withAnswer(one, { at: '2026-13-45T00:00:00Z' })],
  ['a round below one', (one) => withAnswer(one, { round: 0 })],
  ['no round at all', (one) => ({ ...one, rounds: [] })],
  ['an item that is a prototype', (one) => withAnswer(one, { item: '__proto__' })],
  ['a list where a text belongs', (one) => ({ ...one, label: ['x'] })],
  [
    'an action due on no day',
    (one) => ({ ...one, actions: one.actions.map((action) => ({ ...action, due: '2027-02-30' })) }),
  ],
];
const withAnswer = (one: OwnFile, change: object) => ({
  ...one,
  answers: one.answers.map((answer, at) => (at === 0 ? { ...answer, ...change } : answer)),
});

test.each(wrong)('%s: nothing is opened and nothing stored', async (_name, change) => {
  const before = await everything(elsewhere);
  const { response } = await open(JSON.stringify(change(file)));
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('klopt iets niet');
  expect(response.headers.getSetCookie().filter((one) => !one.startsWith('lang='))).toEqual([]);
  expect(await everything(elsewhere)).toBe(before);
});

test('a file on a later version of the questions says that this toolbox is too old for it', async () => {
  const { response } = await open(JSON.stringify({ ...file, checklistRef: 'care@99' }));
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('nieuwere versie');
});

test('a file of ten rounds with notes in three voices is far from too large', async () => {
  const [one] = file.submissions;
  const [round] = file.rounds;
  const [answer] = file.answers;
  if (!one || !round || !answer) throw new Error('the file holds a hand-in');
  const numbers = Array.from({ length: 10 }, (_, at) => at + 1);
  const answers = numbers.flatMap((number) =>
    items.flatMap((item) =>
      (['hr', 'team-lead', 'job-coach'] as const).map((voice) => ({
        ...answer,
        item: item.id,
        round: number,
        voice,
        value: 'unknown',
        note: 'Een notitie van honderd tekens, zoals iemand ze typt. '.repeat(2),
      })),
    ),
  );
  const long = {
    ...file,
    answers,
    rounds: numbers.map((number) => ({ ...round, number })),
    submissions: numbers.map((number) => ({ ...one, round: number })),
  };
  const text = JSON.stringify(long);
  expect(Buffer.byteLength(text)).toBeLessThan(largestOwnFile / 2);
  expect((await open(text)).response.status).toBe(302);
});

test('a file that is too large is not read, and the page says how large it may be', async () => {
  const { response } = await open('x'.repeat(largestOwnFile + 1));
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(t('import.too-large', { megabytes: 2 }));
  const larger = await open('x'.repeat(largestOwnFile * 2));
  expect([larger.response.status, larger.response.headers.get('Location')]).toEqual([303, '/nl/import?too-large']);
  const page = await ask(elsewhere, null, '/nl/import?too-large');
  expect(await page.text()).toContain(t('import.too-large', { megabytes: 2 }));
});

test('a file cut short anywhere stores nothing', async () => {
  const text = JSON.stringify(file);
  const before = await everything(elsewhere);
  for (const part of [0.1, 0.5, 0.9, 0.999])
    expect((await open(text.slice(0, Math.floor(text.length * part)))).response.status).toBe(422);
  expect(await everything(elsewhere)).toBe(before);
});
