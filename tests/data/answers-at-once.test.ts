import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listOpenAnswers, type NewAnswer, saveAnswer } from '#app/data/answer.server.ts';
import { addAssessment } from '#app/data/assessment.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { handIn } from '#app/data/submission.server.ts';
import { engines, freshStore } from '../support/stores.ts';

/* On PostgreSQL an answer keeps others out by the row of its assessment: many people, and a hand-in, in the same moment. */

const at = new Date('2026-11-26T12:00:00Z');

describe.each(engines)('answers at once on %s', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  beforeEach(async () => {
    await store.write((tx) => tx.delete(store.t.assessment));
    for (const id of ['one', 'two']) await begin(id);
  });

  const begin = (id: string) =>
    store.write((tx) =>
      addAssessment(tx, store, {
        id,
        checklistRef: 'care@1',
        language: 'nl',
        context: {} as never,
        label: '',
        codeHash: null,
        countingKey: id,
        demo: false,
        createdAt: at,
        activeAt: at,
      }),
    );
  const answer = (id: string, assessmentId: string, over: Partial<NewAnswer> = {}) =>
    saveAnswer(store, {
      id,
      assessmentId,
      item: 'goal-backed',
      value: 'started',
      reasonId: null,
      reasonText: '',
      note: id,
      proof: '',
      base: [],
      voice: 'hr',
      author: 'somebody',
      authorLabel: '',
      at,
      ...over,
    });
  const handInOnce = (id: string) =>
    handIn(store, {
      id,
      assessmentId: 'one',
      kind: 'in-between',
      at,
      language: 'nl',
      level: 1,
      counted: false,
      countingKey: 'one',
      sector: 'care',
      editionId: null,
      campaignId: null,
      checklistRef: 'care@1',
      context: {} as never,
      facts: { level: 1, assessable: true, provisional: false, dimensions: {}, items: {} },
      report: {},
    });

  test('are all kept, each with a place of its own in the order, and one person has one open answer', async () => {
    const ids = Array.from({ length: 24 }, (_, number) => `answer-${number}`);
    await Promise.all(ids.map((id, number) => answer(id, number % 2 ? 'one' : 'two')));
    const { t, read } = store;
    const rows = await read
      .select({ id: t.answer.id, seq: t.answer.seq })
      .from(t.answer)
      .where(eq(t.answer.assessmentId, 'one'));
    expect(rows.map(({ seq }) => seq).sort((one, two) => one - two)).toEqual(
      Array.from({ length: 12 }, (_, number) => number + 1),
    );
    const last = rows.find(({ seq }) => seq === 12);
    expect((await listOpenAnswers(store, 'one')).map(({ id }) => id)).toEqual([last?.id]);
  });

  test('by two people on one item are both open', async () => {
    await Promise.all([answer('a', 'one', { author: 'x' }), answer('b', 'one', { author: 'y' })]);
    expect((await listOpenAnswers(store, 'one')).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  test('the same one sent twice at once is one answer', async () => {
    await Promise.all([answer('same', 'one'), answer('same', 'one'), answer('same', 'one')]);
    expect(await store.read.select().from(store.t.answer)).toHaveLength(1);
  });

  test('an id that another assessment takes in the same moment is refused to one of them', async () => {
    const done = await Promise.allSettled([answer('same', 'one'), answer('same', 'two')]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'AnswerIdTaken' } });
  });

  test('none comes in a round after it was handed in', async () => {
    const { t, read } = store;
    await Promise.all([
      ...Array.from({ length: 10 }, (_, number) => answer(`answer-${number}`, 'one')),
      handInOnce('handed-in'),
      ...Array.from({ length: 10 }, (_, number) => answer(`later-${number}`, 'one')),
    ]);
    const rows = await read.select({ round: t.answer.round, seq: t.answer.seq }).from(t.answer);
    expect(rows).toHaveLength(20);
    const inOrder = rows.sort((one, two) => one.seq - two.seq).map(({ round }) => round);
    expect(inOrder).toEqual(inOrder.toSorted((one, two) => one - two));
    const rounds = await read.select({ number: t.round.number }).from(t.round).where(eq(t.round.assessmentId, 'one'));
    expect(Math.max(...inOrder)).toBeLessThanOrEqual(rounds.length);
  });
});
