import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { listOwnAnswers } from '#app/data/answer.server.ts';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { createCoaching, type SignedInVisitor, shareWithCoach, signIn, storePlacement } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { askedItems, invite, openWorkplace, type Workplace } from '../support/workplace.ts';

/* POST /visit-sync: what a coach noted without network arrives once, and what differs is kept beside it. */

let app: TestApp;
let workplace: Workplace;
let coach: SignedInVisitor;
let placement: StoredPlacement;

beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  coach = await signIn(app, 'coach@example.org');
  await shareWithCoach(workplace, coach);
  placement = await storePlacement(app, coach, { assessmentId: workplace.id });
});

const [item = { id: '' }] = askedItems().filter((one) => one.kind === 'prerequisite');
const newId = () => crypto.randomUUID();
const aThreshold = (over = {}) => ({
  ...{ kind: 'threshold', id: newId(), text: 'De mentor is met verlof', weight: 'high' },
  ...{ item: '', seenOn: '2026-11-20', ...over },
});
const aNote = (over = {}) => ({ kind: 'note', id: newId(), text: 'Rustige ploeg', ...over });
const anAnswer = (over = {}) => ({
  ...{ kind: 'answer', id: newId(), item: item.id, value: 'started', note: '', base: '', ...over },
});
const aWeight = (threshold: string, version: number, over = {}) => ({
  ...{ kind: 'weigh', id: newId(), threshold, version: String(version), weight: 'small', loweredOn: '', ...over },
});

const post = (who: Visitor | null, body: unknown, headers: Record<string, string> = {}) =>
  ask(app, who, '/visit-sync', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
type Result = {
  id: string;
  outcome: string;
  error?: string;
  version?: number;
  others?: { value: string; by: string }[];
};
async function send(entries: unknown[], who = coach.visitor, id = placement.id): Promise<Result[]> {
  const response = await post(who, { placement: id, language: 'nl', entries });
  expect(response.status).toBe(200);
  return (await response.json()).results;
}
const rows = async () => {
  const { read, t } = app.services.store;
  return {
    thresholds: await read.select().from(t.placementThreshold),
    notes: await read.select().from(t.placementNote),
    answers: await read.select().from(t.answer),
    open: await read.select().from(t.currentAnswer),
  };
};

test('what was noted is stored, in order, each under the id that the device gave it', async () => {
  const entries = [aThreshold(), aNote(), anAnswer()];
  const results = await send(entries);
  expect(results.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
  const { thresholds, notes, answers } = await rows();
  expect(thresholds).toMatchObject([{ text: 'De mentor is met verlof', weight: 'high', side: 'coach', version: 1 }]);
  expect(notes).toMatchObject([{ text: 'Rustige ploeg' }]);
  expect(answers).toMatchObject([{ item: item.id, value: 'started', voice: 'job-coach', authorLabel: 'GTB' }]);
});

test('sent again changes nothing, and says the same', async () => {
  const threshold = aThreshold();
  const entries = [threshold, aNote(), anAnswer(), aWeight(threshold.id, 1)];
  app.setNow(new Date());
  const first = await send(entries);
  const before = await everything(app);
  const again = await send(entries);
  expect(again.map(({ outcome }) => outcome)).toEqual(first.map(({ outcome }) => outcome));
  expect(await everything(app)).toBe(before);
});

test('a bad entry is refused with a reason and does not hold up the others', async () => {
  const results = await send([
    aNote({ text: ' ' }),
    aThreshold({ weight: 'enormous' }),
    aThreshold({ item: 'no-such-item' }),
    anAnswer({ item: 'no-such-item' }),
    anAnswer({ value: 'tackled' }),
    anAnswer({ value: '' }),
    aWeight('no-such-threshold', 1),
    { kind: 'unheard-of', id: newId() },
    {},
    aNote(),
  ]);
  expect(results.map(({ error, outcome }) => error ?? outcome)).toEqual([
    ...['error.needed', 'error.choose', 'error.option', 'error.item', 'error.option', 'error.empty'],
    ...['error.threshold', 'error.text', 'error.text', 'stored'],
  ]);
  expect((await rows()).thresholds).toEqual([]);
});

describe('two devices', () => {
  test('over one threshold: both values stay, with which device and when, until the coach chooses', async () => {
    const threshold = aThreshold();
    await send([threshold]);
    await send([aWeight(threshold.id, 1, { weight: 'noticeable' })]);
    const other = await signIn(app, coach.email);
    const [late] = await send([aWeight(threshold.id, 1, { weight: 'small', loweredOn: '2026-11-21' })], other.visitor);
    expect(late).toMatchObject({ outcome: 'conflict', version: 3, others: [{ value: 'noticeable' }] });
    expect((await rows()).thresholds).toMatchObject([{ weight: 'noticeable', loweredOn: null, version: 3 }]);
    expect((await rows()).thresholds[0]?.rival).toMatchObject({ weight: 'small', loweredOn: '2026-11-21' });
    await send([aWeight(threshold.id, 3, { weight: 'small' })]);
    expect((await rows()).thresholds).toMatchObject([{ weight: 'small', version: 4, rival: null }]);
  });

  test('over one item: both answers stay open until the coach chooses', async () => {
    const other = await signIn(app, coach.email);
    const first = anAnswer();
    await send([first]);
    const second = anAnswer({ value: 'in-place' });
    const [late] = await send([second], other.visitor);
    expect(late).toMatchObject({ outcome: 'conflict', others: [{ value: 'started', by: 'GTB' }] });
    expect((await rows()).open).toHaveLength(2);
    const own = await listOwnAnswers(app.services.store, workplace.id, coach.id);
    expect(own.map(({ id }) => id)).toEqual([first.id, second.id]);
    const [chosen] = await send([anAnswer({ value: 'in-place', base: `${first.id} ${second.id}` })]);
    expect(chosen?.outcome).toBe('stored');
    expect((await rows()).open).toHaveLength(1);
  });

  test('one after the other on the same device is no conflict', async () => {
    await send([anAnswer()]);
    const [later] = await send([anAnswer({ value: 'largely' })]);
    expect(later?.outcome).toBe('stored');
  });
});

test('only its coach syncs a placement; for everybody else it is not there', async () => {
  const manager = await signIn(app, 'manager@example.org');
  const managed = await storePlacement(app, coach, { organisationId: await createCoaching(app, manager) });
  const stranger = await signIn(app, 'other@example.org');
  const others: (Visitor | null)[] = [
    ...[null, app.visitor(), stranger.visitor, manager.visitor, workplace.owner],
    ...[(await invite(workplace, 'colleague')).visitor, (await invite(workplace, 'reader')).visitor],
  ];
  const before = await everything(app);
  for (const who of others)
    for (const id of [placement.id, managed.id, 'no-such-placement', '', '__proto__']) {
      const answer = await post(who, { placement: id, language: 'nl', entries: [aNote()] });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error: 'error.not-found' });
    }
  expect(await everything(app)).toBe(before);
});

test('ids of another placement are refused and change nothing there', async () => {
  const mine = aThreshold();
  const note = aNote();
  const weight = aWeight(mine.id, 1);
  await send([mine, note, weight]);
  const thief = await signIn(app, 'thief@example.org');
  const elsewhere = await storePlacement(app, thief);
  const before = await everything(app);
  const attempts = [
    ...[aThreshold({ id: mine.id }), aThreshold({ id: weight.id }), aNote({ id: note.id })],
    ...[aWeight(mine.id, 2), { ...aWeight(mine.id, 2), id: weight.id }],
  ];
  const results = await send(attempts, thief.visitor, elsewhere.id);
  expect(results.map(({ outcome }) => outcome)).toEqual(attempts.map(() => 'refused'));
  expect(await everything(app)).toBe(before);
});

test('without a share the coach’s answer is refused, and the rest is stored', async () => {
  const { store } = app.services;
  await store.write((tx) => tx.update(store.t.link).set({ revokedAt: new Date() }));
  const results = await send([anAnswer(), aNote()]);
  expect(results).toMatchObject([{ outcome: 'refused', error: 'error.not-shared' }, { outcome: 'stored' }]);
  expect((await rows()).answers).toEqual([]);
});

test('a placement that is closed takes nothing more and says so', async () => {
  const closed = await storePlacement(app, coach, { closedOn: '2026-11-20', phase: 'closed' });
  const before = await everything(app);
  const answer = await post(coach.visitor, { placement: closed.id, language: 'nl', entries: [aNote()] });
  expect(await answer.json()).toMatchObject({ closed: true, results: [{ error: 'error.placement-closed' }] });
  expect(await everything(app)).toBe(before);
});

test('another site is refused', async () => {
  const body = { placement: placement.id, language: 'nl', entries: [aNote()] };
  expect((await post(coach.visitor, body, { Origin: 'https://evil.example' })).status).toBe(403);
  expect((await post(coach.visitor, body, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect((await rows()).notes).toEqual([]);
});

describe('a body that is none', () => {
  test.each([
    ['half of JSON', '{"placement":', 400],
    ['a list', '[]', 422],
    ['no entries', { placement: 'x', language: 'nl', entries: [] }, 422],
    ['too many', { placement: 'x', language: 'nl', entries: Array(51).fill({}) }, 422],
    ['a language that is none', { placement: 'x', language: 'xx', entries: [{}] }, 422],
    ['more than a megabyte', { note: 'a'.repeat(1_100_000) }, 413],
  ])('%s is refused', async (_, body, status) => {
    expect((await post(coach.visitor, body)).status).toBe(status);
  });

  test('whatever is in it, the answer is never a failure', async () => {
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom('', '__proto__', '\0', '1e9'));
    const entry = fc.dictionary(
      fc.constantFrom('kind', 'id', 'text', 'weight', 'item', 'value', 'threshold', 'version', 'base', 'constructor'),
      fc.oneof(value, fc.constantFrom('threshold', 'weigh', 'note', 'answer', newId()), fc.jsonValue()),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const { status } = await post(coach.visitor, { placement: placement.id, language: 'nl', entries });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 30 },
    );
    expect(app.log.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
