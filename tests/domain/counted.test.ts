import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue, StoredValue } from '#app/domain/answer.ts';
import { anchorValues, voices } from '#app/domain/answer.ts';
import type { Item } from '#app/domain/checklist.ts';
import type { CountingMoment } from '#app/domain/counted.ts';
import { countedAnswers, expiresOn } from '#app/domain/counted.ts';
import { reopenedItems } from '#app/domain/round.ts';
import { judge } from '#app/domain/verdict.ts';
import { buildAction, buildAnswer, buildCounted, buildItem, buildLevels } from '../support/build.ts';

const now = '2026-03-01T12:00:00.000Z';
const levels = buildLevels();

/** What counts for one item; the answers arrive in the order given. */
function count(answers: Partial<Answer>[], item: Partial<Item> = {}, moment: CountingMoment = { now }) {
  const built = answers.map((answer, index) => buildAnswer({ id: `answer-${index}`, seq: index + 1, ...answer }));
  return countedAnswers([buildItem(item)], built, moment).welcome;
}
const hr = (value: AnswerValue, over: Partial<Answer> = {}) => ({ voice: 'hr' as const, value, ...over });
const lead = (value: AnswerValue, over: Partial<Answer> = {}) => ({ voice: 'team-lead' as const, value, ...over });
const agreed = (value: AnswerValue, over: Partial<Answer> = {}) => ({ voice: 'agreed' as const, value, ...over });

describe('hr and team lead', () => {
  test('where they differ, the lower counts, marked', () => {
    expect(count([hr('in-place'), lead('started')])).toEqual(buildCounted('started', { disputed: true }));
    expect(count([hr('largely'), lead('largely')])).toEqual(buildCounted('largely'));
  });

  test('a voice that does not know, or is silent, drops out', () => {
    expect(count([hr('unknown'), lead('largely')])).toEqual(buildCounted('largely'));
    expect(count([lead('not-yet')])).toEqual(buildCounted('not-yet'));
    expect(count([hr('unknown'), lead('unknown')])).toEqual(buildCounted('unknown'));
  });

  test('a note alone is no answer: it neither counts nor makes a conflict', () => {
    const note = { voice: 'hr' as const, value: 'unanswered' as const, note: 'vraag het aan Magda' };
    expect(count([note])).toBeUndefined();
    expect(count([hr('largely'), note])).toEqual(buildCounted('largely'));
    expect(count([note, lead('started')])).toEqual(buildCounted('started'));
  });

  test('without answers there is nothing that counts', () => {
    expect(count([])).toBeUndefined();
    expect(countedAnswers([buildItem()], [buildAnswer({ item: 'elsewhere' })], { now })).toEqual({});
  });
});

describe('the agreed answer', () => {
  test('decides alone, up or down', () => {
    expect(count([hr('not-yet'), lead('in-place'), agreed('largely')])).toEqual(buildCounted('largely'));
  });

  test('gives way as soon as a voice answers anew', () => {
    const counted = count([hr('not-yet'), agreed('in-place'), lead('largely')]);
    expect(counted).toEqual(buildCounted('not-yet', { disputed: true }));
  });

  test('is itself marked while two people settle it differently', () => {
    expect(count([agreed('largely'), agreed('started')])).toEqual(buildCounted('started', { disputed: true }));
  });
});

describe('several open answers of one voice', () => {
  test.each([
    ['not-yet', 'unknown', 'not-yet'],
    ['unknown', 'started', 'unknown'],
    ['largely', 'in-place', 'largely'],
  ] as const)('%s and %s: %s counts, marked', (one, other, lower) => {
    expect(count([hr(one), hr(other)])).toEqual(buildCounted(lower, { disputed: true }));
    expect(count([hr(other), hr(one)])).toEqual(buildCounted(lower, { disputed: true }));
  });

  test('of a threshold: what is tackled is below what does not occur', () => {
    const counted = count([hr('absent'), hr('tackled')], { kind: 'threshold' });
    expect(counted).toEqual(buildCounted('tackled', { disputed: true }));
  });

  test('not applicable without a listed reason is below largely on an essential item only', () => {
    const answers = [hr('largely'), hr('not-applicable', { reasonText: 'geen bezoekers' })];
    expect(count(answers, { essential: true })?.value).toBe('not-applicable');
    expect(count(answers)?.value).toBe('largely');
  });

  test('not applicable for a listed reason is between largely and in place', () => {
    const item = { essential: true, naReasons: [{ id: 'alone', label: 'Werkt alleen' }] };
    const notApplicable = hr('not-applicable', { reasonId: 'alone' });
    expect(count([hr('largely'), notApplicable], item)?.value).toBe('largely');
    expect(count([hr('in-place'), notApplicable], item)).toEqual(
      buildCounted('not-applicable', { listedReason: true, disputed: true }),
    );
  });
});

describe('not applicable', () => {
  const item = { naReasons: [{ id: 'alone', label: 'Werkt alleen' }] };

  test('needs a reason: without one it is no answer', () => {
    expect(count([hr('not-applicable')], item)?.value).toBeNull();
    expect(count([hr('not-applicable', { reasonId: 'elsewhere', reasonText: ' ' })], item)?.value).toBeNull();
    expect(count([hr('not-applicable'), lead('unknown')], item)?.value).toBe('unknown');
  });

  test('is listed only with a reason of the item itself', () => {
    expect(count([hr('not-applicable', { reasonId: 'alone' })], item)?.listedReason).toBe(true);
    expect(count([hr('not-applicable', { reasonId: 'elsewhere', reasonText: 'x' })], item)).toEqual(
      buildCounted('not-applicable'),
    );
  });
});

describe('rounds', () => {
  const answers = [hr('started', { round: 1 }), hr('largely', { round: 3 }), lead('in-place', { round: 2 })];

  test('each voice counts with its latest round', () => {
    expect(count(answers)).toEqual(buildCounted('largely', { disputed: true }));
  });

  test('later rounds than the one asked for are left out', () => {
    expect(count(answers, {}, { now, asOfRound: 2 })).toEqual(buildCounted('started', { disputed: true }));
    expect(count(answers, {}, { now, asOfRound: 1 })).toEqual(buildCounted('started'));
    expect(count(answers, {}, { now, asOfRound: 0 })).toBeUndefined();
  });
});

describe('expiry', () => {
  const at = '2025-03-01T12:00:00.000Z';

  test('an answer counts until the day before its months are over, then it is not known', () => {
    const moment = (day: string) => ({ now: `${day}T09:00:00.000Z` });
    expect(count([hr('in-place', { at })], {}, moment('2026-02-28'))).toEqual(buildCounted('in-place'));
    expect(count([hr('in-place', { at })], {}, moment('2026-03-01'))).toEqual(
      buildCounted('unknown', { expired: true }),
    );
  });

  test('an expired answer drops out beside a fresh one', () => {
    expect(count([hr('not-yet', { at }), lead('largely')])).toEqual(buildCounted('largely'));
  });

  test.each([
    ['2026-01-31T12:00:00.000Z', 1, '2026-02-28'],
    ['2023-11-30T12:00:00.000Z', 3, '2024-02-29'],
    ['2026-12-31T12:00:00.000Z', 6, '2027-06-30'],
    ['2026-01-15T12:00:00.000Z', 12, '2027-01-15'],
  ])('%s plus %i months is %s: month ends clamp', (given, months, day) => {
    expect(expiresOn(given, months)).toBe(day);
  });

  test('days are those of Brussels, in winter and in summer', () => {
    expect(expiresOn('2026-01-31T22:59:00.000Z', 12)).toBe('2027-01-31');
    expect(expiresOn('2026-01-31T23:00:00.000Z', 12)).toBe('2027-02-01');
    expect(expiresOn('2026-06-30T22:00:00.000Z', 12)).toBe('2027-07-01');
  });
});

describe('the job coach', () => {
  const coach = (value: AnswerValue) => ({ voice: 'job-coach' as const, value });

  test('alone leaves an item unanswered', () => {
    expect(count([coach('in-place')])).toBeUndefined();
  });

  test('neither lowers what counts nor puts it in dispute, and leaves a settled answer standing', () => {
    expect(count([hr('largely'), coach('not-yet')])).toEqual(buildCounted('largely'));
    expect(count([hr('not-yet'), agreed('largely'), coach('started')])).toEqual(buildCounted('largely'));
  });

  test('does not close what a finished action re-opened; the workplace does', () => {
    const action = buildAction({ status: 'done', items: ['welcome'], doneSeq: 1 });
    const answer = (voice: Answer['voice']) => [buildAnswer({ voice, seq: 2 })];
    expect(reopenedItems([action], answer('job-coach'))).toEqual(new Set(['welcome']));
    expect(reopenedItems([action], answer('team-lead'))).toEqual(new Set());
  });

  test('changes no verdict, whatever the answers', () => {
    fc.assert(
      fc.property(arbitraryAnswers(), (answers) => {
        const workplace = answers.filter(({ voice }) => voice !== 'job-coach');
        const withCoach = countedAnswers(items, answers, { now });
        expect(withCoach).toEqual(countedAnswers(items, workplace, { now }));
        expect(judge(levels, items, withCoach)).toEqual(
          judge(levels, items, countedAnswers(items, workplace, { now })),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('for all answers', () => {
  test('their order in the list does not matter', () => {
    fc.assert(
      fc.property(arbitraryAnswers().chain(withPermutation), ({ answers, permuted }) => {
        expect(countedAnswers(items, permuted, { now })).toEqual(countedAnswers(items, answers, { now }));
      }),
      { numRuns: 1000 },
    );
  });

  test('not knowing any more never helps within a voice', () => {
    fc.assert(
      fc.property(arbitraryAnswers(['hr']), fc.nat(), (answers, which) => {
        const chosen = answers[which % answers.length];
        fc.pre(!!chosen && answers.every(({ item, value }) => item !== chosen.item || value !== 'not-applicable'));
        const unknown = answers.map((answer) =>
          answer === chosen ? { ...answer, value: 'unknown' as const } : answer,
        );
        expectNoLower(unknown, answers);
      }),
      { numRuns: 1000 },
    );
  });

  test('a better answer never lowers a score or the level', () => {
    fc.assert(
      fc.property(arbitraryAnswers(), fc.nat(), fc.nat(), (answers, which, up) => {
        const chosen = answers[which % answers.length];
        fc.pre(!!chosen && answers.every(({ item, value }) => item !== chosen.item || value !== 'not-applicable'));
        const anchors: readonly StoredValue[] = anchorValues(kindOf(chosen?.item));
        const better = anchors.slice(anchors.indexOf(chosen?.value ?? 'unknown') + 1);
        fc.pre(better.length > 0 && chosen?.value !== 'unknown');
        const improved = answers.map((answer) =>
          answer === chosen ? { ...answer, value: better[up % better.length] ?? answer.value } : answer,
        );
        expectNoLower(answers, improved);
      }),
      { numRuns: 1000 },
    );
  });
});

const items = [
  buildItem({ id: 'a', weight: 2, essential: true, naReasons: [{ id: 'alone', label: 'Werkt alleen' }] }),
  buildItem({ id: 'b', kind: 'threshold', neededBy: 3 }),
  buildItem({ id: 'c', weight: 3, neededBy: 4, validMonths: 1 }),
];
const kindOf = (id: string | undefined) => items.find((item) => item.id === id)?.kind ?? 'prerequisite';

function expectNoLower(before: Answer[], after: Answer[]): void {
  const [then, now_] = [before, after].map((answers) => judge(levels, items, countedAnswers(items, answers, { now })));
  expect(now_?.level).toBeGreaterThanOrEqual(then?.level ?? 1);
  expect(now_?.overall.met).toBeGreaterThanOrEqual(then?.overall.met ?? 0);
}

function arbitraryAnswers(from: readonly Answer['voice'][] = voices): fc.Arbitrary<Answer[]> {
  const answer = fc.constantFrom(...items).chain((item) =>
    fc.record({
      item: fc.constant(item.id),
      round: fc.constantFrom(1, 1, 2),
      voice: fc.constantFrom(...from),
      value: fc.constantFrom<AnswerValue>(...anchorValues(item.kind), 'unknown', 'not-applicable'),
      reasonId: fc.constantFrom(null, 'alone'),
      reasonText: fc.constantFrom('', 'hier niet'),
      at: fc.constantFrom('2026-02-20T10:00:00.000Z', '2026-01-15T10:00:00.000Z', '2024-01-15T10:00:00.000Z'),
    }),
  );
  return fc
    .array(answer, { minLength: 1, maxLength: 10 })
    .map((drafts) => drafts.map((draft, index) => buildAnswer({ ...draft, id: `answer-${index}`, seq: index + 1 })));
}

const withPermutation = (answers: Answer[]) =>
  fc
    .shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length })
    .map((permuted) => ({ answers, permuted }));
