import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import { standsOpen } from '#app/domain/floor-page.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type SignedInVisitor, shareWithCoach, signIn, storePlacement } from '../support/people.ts';
import { askedItems, openWorkplace, type Workplace } from '../support/workplace.ts';

/* The page of a visit: a coach answers first, and only then reads what the workplace says. */

let app: TestApp;
let workplace: Workplace;
let coach: SignedInVisitor;
let placement: StoredPlacement;

beforeAll(async () => {
  app = await startApp();
  coach = await signIn(app, 'coach@example.org');
});
beforeEach(async () => {
  workplace = await openWorkplace(app);
  await shareWithCoach(workplace, coach);
  placement = await storePlacement(app, coach, { assessmentId: workplace.id });
});

const [first = { id: '' }, second = { id: '' }] = askedItems().filter(({ kind }) => kind === 'prerequisite');
const address = (lang = 'nl') => `/${lang}/placements/${placement.id}/visit`;
const read = async (path: string) => (await coach.visitor.get(path)).text();
const listed = (page: string) => [...page.matchAll(/id="item-([\w-]+)"/g)].map(([, id]) => id);
const answer = (item: string, value: string, note = '') =>
  coach.visitor.post(address(), { kind: 'answer', id: crypto.randomUUID(), item, value, note, base: '' });
const workplaceSays = (item: string, value: string) => workplace.owner.save(workplace.id, { item, value });

test.each([
  ['nl', 'De werkplek: '],
  ['en', 'The workplace: '],
])('what the workplace says stands there only for what the coach answered (%s)', async (lang, said) => {
  await workplaceSays(first.id, 'started');
  await workplaceSays(second.id, 'not-yet');
  expect(await read(address(lang))).not.toContain(said);
  await answer(first.id, '', 'Nog niet gekeken');
  expect(await read(address(lang))).not.toContain(said);
  await answer(first.id, 'largely');
  expect((await read(address(lang))).split(said)).toHaveLength(2);
});

test('the list itself does not tell what the workplace says: all that the coach did not answer stands on it', async () => {
  const before = listed(await read(address()));
  await workplaceSays(first.id, 'in-place');
  await workplaceSays(second.id, 'not-yet');
  expect(listed(await read(address()))).toEqual(before);
  expect(before).toEqual(expect.arrayContaining(askedItems().map(({ id }) => id)));
  await answer(first.id, 'in-place');
  await answer(second.id, 'in-place');
  const after = listed(await read(address()));
  expect(after).not.toContain(first.id);
  expect(after).toContain(second.id);
});

test('an item that was answered leaves the list only when both find it met', () => {
  const all = [true, false].flatMap((answered) =>
    [true, false].flatMap((metByWorkplace) =>
      [true, false].map((metByCoach) => ({ answered, metByWorkplace, metByCoach })),
    ),
  );
  expect(all.filter((one) => !standsOpen(one))).toEqual([{ answered: true, metByWorkplace: true, metByCoach: true }]);
});
