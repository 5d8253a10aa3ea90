import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { t } from '../support/words.ts';
import { askedItems, careChecklist, openWorkplace, type Workplace } from '../support/workplace.ts';

/* POST /save and the form behind it: bad input gets a key and changes nothing; a retry changes nothing. */

let app: TestApp;
let workplace: Workplace;
beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
});

const [item] = askedItems().filter((one) => one.kind === 'prerequisite');
const name = item?.id ?? '';
const stored = async () => {
  const { store } = app.services;
  return store.read.select().from(store.t.answer);
};
const post = (body: unknown) =>
  ask(app, workplace.owner, '/save', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('what cannot be stored is refused with a reason', () => {
  const switchedOff = careChecklist().items.find((one) => !askedItems().some((asked) => asked.id === one.id));
  test.each([
    ['an unknown item', { item: 'no-such-item', value: 'started' }, 'error.item'],
    ['an item that is switched off', { item: switchedOff?.id ?? '', value: 'unknown' }, 'error.item'],
    ['a prototype', { item: '__proto__', value: 'started' }, 'error.item'],
    ['an unknown option', { item: name, value: 'perfect' }, 'error.option'],
    ['an option of the other kind', { item: name, value: 'tackled' }, 'error.option'],
    ['not applicable without a reason', { item: name, value: 'not-applicable' }, 'error.reason-needed'],
    ['a reason of nobody', { item: name, value: 'not-applicable', reasonId: 'nope' }, 'error.option'],
    ['a note that is too long', { item: name, value: 'started', note: 'x'.repeat(5001) }, 'error.too-long'],
    ['a note of 100,000 characters', { item: name, value: 'started', note: 'é'.repeat(100_000) }, 'error.too-long'],
    ['a NUL', { item: name, value: 'started', note: 'a\0b' }, 'error.characters'],
    ['half a character', { item: name, value: 'started', note: '\ud83d' }, 'error.characters'],
    ['nothing at all', { item: name, value: 'unanswered' }, 'error.empty'],
  ])('%s', async (_name, answer, error) => {
    const before = (await stored()).length;
    const response = await workplace.owner.save(workplace.id, answer);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error });
    expect((await stored()).length).toBe(before);
  });
});

test('emoji, right-to-left and formulas are stored as typed', async () => {
  const note = '🙂 مرحبا שלום =CMD()|x <script>alert(1)</script>';
  expect((await workplace.owner.save(workplace.id, { item: name, value: 'started', note })).status).toBe(200);
  expect((await stored()).at(-1)?.note).toBe(note);
  const page = await (await workplace.owner.get(`${workplace.base}/sections/${item?.dimension}`)).text();
  expect(page).not.toContain('<script>alert(1)');
});

test('the same answer sent twice is one answer', async () => {
  const answer = { id: 'retry-1', item: name, value: 'largely' };
  const [one, two] = await Promise.all([
    workplace.owner.save(workplace.id, answer),
    workplace.owner.save(workplace.id, answer),
  ]);
  expect([one?.status, two?.status]).toEqual([200, 200]);
  expect((await stored()).filter((row) => row.id === 'retry-1')).toHaveLength(1);
});

test('an id of another assessment is refused and changes nothing there', async () => {
  const other = await openWorkplace(app);
  await other.owner.save(other.id, { id: 'taken-1', item: name, value: 'in-place' });
  const response = await workplace.owner.save(workplace.id, { id: 'taken-1', item: name, value: 'not-yet' });
  expect(response.status).toBe(422);
  expect((await stored()).filter((row) => row.id === 'taken-1')).toMatchObject([
    { assessmentId: other.id, value: 'in-place' },
  ]);
});

test('fields that are not asked for are ignored: nobody answers for another, or before their turn', async () => {
  const other = await openWorkplace(app);
  const extra = {
    assessmentId: other.id,
    voice: 'agreed',
    author: 'x',
    authorLabel: 'Directeur',
    seq: 999,
    at: '2000-01-01',
    round: 9,
  };
  await workplace.owner.save(workplace.id, { id: 'mass-1', item: name, value: 'started', ...extra });
  const [row] = (await stored()).filter((one) => one.id === 'mass-1');
  expect(row).toMatchObject({ assessmentId: workplace.id, voice: 'hr', authorLabel: '', round: 1 });
  expect(row?.seq).not.toBe(999);
});

describe('a section without script', () => {
  const elsewhere = askedItems().find((one) => one.dimension !== item?.dimension);
  test.each([
    ['an unknown question', 'no-such-item', 'no-such-item'],
    ['a question of another part', elsewhere?.id ?? '', elsewhere?.title ?? ''],
  ])('says that %s was not kept, with what was typed for it, and keeps the rest', async (_what, id, shown) => {
    const before = await stored();
    const response = await workplace.owner.post(`${workplace.base}/sections/${item?.dimension}`, {
      [`${name}.value`]: 'in-place',
      [`${name}.id`]: `with-${id}`,
      [`${id}.value`]: 'started',
      [`${id}.id`]: `stray-${id}`,
      [`${id}.note`]: 'Net getypt',
    });
    expect(response.status).toBe(422);
    const page = (await response.text()).replaceAll('<!-- -->', '');
    expect(page).toContain(
      escaped(`${t('section.stray', { part: shown })} ${t('section.stray-typed', { typed: 'Net getypt' })}`),
    );
    const added = (await stored()).slice(before.length);
    expect(added.map((one) => one.item)).toEqual([name]);
    await workplace.owner.save(workplace.id, { item: name, value: 'started' });
  });
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');

test('somebody else’s assessment is not there', async () => {
  const stranger = await openWorkplace(app);
  expect((await stranger.owner.save(workplace.id, { item: name, value: 'started' })).status).toBe(404);
  expect((await app.visitor().save(workplace.id, { item: name, value: 'started' })).status).toBe(404);
});

test('whatever is posted to /save, the server does not fall over and strangers change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ assessment: fc.constant(workplace.id), language: fc.constant('nl'), answer: fc.jsonValue() }),
        fc.record({
          assessment: fc.constant(workplace.id),
          language: fc.constantFrom('nl', 'en', 'xx'),
          answer: fc.record(
            {
              id: fc.string(),
              item: fc.constantFrom(name, 'constructor'),
              value: fc.string({ unit: 'binary' }),
              reasonId: fc.option(fc.string()),
              reasonText: fc.string(),
              note: fc.string({ unit: 'binary' }),
              proof: fc.string(),
              base: fc.array(fc.string()),
            },
            { requiredKeys: [] },
          ),
        }),
      ),
      async (body) => {
        const { status } = await post(body);
        expect([200, 400, 404, 422]).toContain(status);
      },
    ),
    { numRuns: 150 },
  );
  expect((await post('{"assessment":')).status).toBe(400);
});

test('whatever is posted as a section form, the page answers', async () => {
  const field = fc.constantFrom('value', 'note', 'proof', 'reasonId', 'reasonText', 'id', 'base');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, fc.string({ unit: 'binary', maxLength: 200 })), { maxLength: 8 }),
      async (fields) => {
        const body = new URLSearchParams();
        for (const [one, text] of fields) body.append(`${name}.${one}`, text.toWellFormed());
        const path = `${workplace.base}/sections/${item?.dimension}`;
        const { status } = await ask(app, workplace.owner, path, { method: 'POST', body });
        expect([302, 422]).toContain(status);
      },
    ),
    { numRuns: 60 },
  );
});

test('a long note posted without script comes back with what was typed and a message beside it', async () => {
  const note = 'lang '.repeat(20_000);
  const path = `${workplace.base}/sections/${item?.dimension}`;
  const response = await workplace.owner.post(path, {
    [`${name}.id`]: 'form-1',
    [`${name}.base`]: '',
    [`${name}.value`]: 'started',
    [`${name}.note`]: note,
  });
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(page).toContain(note.slice(0, 5_100));
  expect(page).toContain('Deze tekst is te lang');
});
