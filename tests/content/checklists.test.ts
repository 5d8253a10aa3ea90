import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contexts, findHoles } from '#app/content/checks.ts';
import { fingerprint } from '#app/content/fingerprint.ts';
import { readLibrary } from '#app/content/library.ts';
import { contentProblems } from '#app/content/problems.ts';
import { statistics } from '#app/content/statistics.ts';
import { anchorValues } from '#app/domain/answer.ts';
import type { Checklist, Item } from '#app/domain/checklist.ts';
import { languages } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { type CountedAnswers, judge, percent, sixthsOf, sixthsToMeet } from '#app/domain/verdict.ts';
import { withRemedies } from '#app/domain/what-if.ts';

/* What is published must be whole, honest and short; over all checklists in all languages. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { library, problems } = readLibrary(root);
const dutch = Object.entries(library.checklists).map(([ref, one]) => [ref, one.nl] as const);
const all = Object.values(library.checklists).flatMap((one) => languages.map((language) => one[language]));
const named = all.map((one) => [`${one.ref} ${one.language}`, one] as const);
const day = (text: string) => new Date(`${text}T00:00:00Z`).getTime();

test('nothing is missing, dangling, unused or changed after publication', () => {
  expect(problems).toEqual([]);
  expect(findHoles(library)).toEqual([]);
  expect(contentProblems(root)).toEqual([]);
});

test('care, retail and logistics are published', () => {
  expect(library.published.sort()).toEqual(['care@1', 'logistics@1', 'retail@1']);
});

test('there are at least 40 remedies and 15 support measures', () => {
  expect(library.remedyIds.length).toBeGreaterThanOrEqual(40);
  expect(new Set(all.flatMap((one) => one.instruments.map(({ id }) => id))).size).toBeGreaterThanOrEqual(15);
});

describe.each(named)('%s', (_name, checklist) => {
  test('has every text', () => {
    const figures = statistics(checklist, library.checklists[checklist.ref]?.nl as Checklist);
    expect(figures.missing).toBe(0);
    expect(figures.averageSentence).toBeLessThanOrEqual(13);
    expect(figures.longestSentence).toBeLessThanOrEqual(25);
  });

  test('explains every item: four different anchors, why with source, example, what to look at, the gap', () => {
    for (const item of checklist.items) {
      expect(new Set(item.anchors).size, item.id).toBe(4);
      for (const text of [item.title, item.negative, item.why, item.example, item.lookAt])
        expect(text.length, item.id).toBeGreaterThan(10);
      expect(item.negative, item.id).not.toBe(item.title);
      expect(item.sources.length, item.id).toBeGreaterThan(0);
    }
  });

  test('says of every support measure who decides, who applies, where it is from and when it was checked', () => {
    for (const one of checklist.instruments) {
      expect(one.conditions.length, one.id).toBeGreaterThan(0);
      for (const text of [one.decides, one.applies]) expect(text.length, one.id).toBeGreaterThan(5);
      expect(
        checklist.sources.some(({ id }) => id === one.source),
        one.id,
      ).toBe(true);
      expect(day(one.checked), one.id).toBeLessThanOrEqual(Date.now());
    }
  });

  test('is in its own language', () => {
    const words =
      texts(checklist)
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    const share = (list: string[]) => words.filter((word) => list.includes(word)).length / words.length;
    const [own, other] = checklist.language === 'nl' ? [dutchWords, englishWords] : [englishWords, dutchWords];
    expect(share(own)).toBeGreaterThan(0.1);
    expect(share(other)).toBeLessThan(0.01);
  });
});

const dutchWords = ['de', 'het', 'een', 'van', 'niet', 'voor', 'wie', 'zijn', 'jullie'];
const englishWords = ['the', 'not', 'with', 'who', 'your', 'and', 'you', 'they', 'this'];

/** What is said of one thing, together: an item, a remedy, a support measure. */
function passages({ items, remedies, instruments, contradictions, levels, dimensions }: Checklist): string[][] {
  return [
    ...items.map((one) => [
      one.title,
      one.negative,
      ...one.anchors,
      one.why,
      one.example,
      one.lookAt,
      one.legal?.article ?? '',
      ...one.naReasons.map(({ label }) => label),
    ]),
    ...remedies.map((one) => [one.title, one.week, one.quarter, one.who, one.call]),
    ...instruments.map((one) => [
      one.name,
      one.summary,
      ...one.conditions,
      one.decides,
      one.applies,
      one.caution,
      ...one.amounts.map(({ text }) => text),
    ]),
    ...contradictions.map(({ topic }) => [topic]),
    ...levels.map((one) => [one.headline, one.permits, one.short]),
    ...dimensions.map((one) => [one.name, one.question]),
  ];
}
const texts = (checklist: Checklist): string[] => passages(checklist).flat();

describe('the traps of a lay author', () => {
  const told = all.flatMap((one) => passages(one).map((texts) => texts.join(' ')));
  const denial =
    /\b(geen|niet|nooit|niemand|zonder|afgeschaft|vrijwillig|no|not|never|nobody|without|abolished|voluntary|sluit|exclude)\b/i;
  test.each([
    ['measures that no longer exist', /\b(VOP|SINE|LDE|activeringsstage|lokale diensteneconomie)\b/, false],
    ['measures for job-seekers only', /\b(IBO|K-IBO|werkervaringsstage|wijk-werken|beroepsinlevingsstage)\b/, true],
    ['a licence for trucks', /(heftruckbrevet|heftruckrijbewijs|forklift licen[cs]e|truck licen[cs]e)/i, true],
    ['a legal limit to lifting', /\b25\s?kg\b/i, true],
    ['a medical certificate for food', /(medisch attest|medical certificate)/i, true],
    ['helpers of nurses', /bekwame helper/i, true],
    ['labels for people', /(doelgroepmedewerker|doelgroepwerknemer|target-group worker)/i, false],
    ['diagnoses', /\b(autisme|autism|depressie|depression|burn-?out|schizofrenie|psychose)\b/i, false],
    ['cuts for the old and the young', /doelgroepvermindering/i, false],
  ])('%s are not offered', (_name, trap, mayBeDenied) => {
    const caught = told.filter((one) => trap.test(one) && !(mayBeDenied && denial.test(one)));
    expect(caught).toEqual([]);
  });
});

describe.each(dutch)('%s', (_ref, checklist) => {
  test('a legal duty is essential, names its article and is needed by level 3', () => {
    const legal = checklist.items.filter((item) => item.legal);
    expect(legal.length).toBeGreaterThan(0);
    for (const item of legal) {
      expect(item.essential && item.neededBy <= 3, item.id).toBe(true);
      expect(item.legal?.article.length, item.id).toBeGreaterThan(20);
    }
  });

  test('every item has a remedy that meets it, and no remedy leads below what it starts from', () => {
    for (const item of checklist.items) {
      const met = item.remedies.some(({ to }) => sixthsOf(item, to) >= sixthsToMeet(item));
      expect(met, item.id).toBe(true);
      for (const { to } of item.remedies) expect(anchorValues(item.kind).indexOf(to), item.id).toBeGreaterThan(0);
    }
  });

  const anyItems = fc.constantFrom(...contexts(checklist)).map((context) => itemsFor(checklist, context));
  const answer = (items: Item[], value: (item: Item) => CountedAnswers[string]['value']): CountedAnswers =>
    Object.fromEntries(
      items.map((item) => [item.id, { value: value(item), listedReason: false, disputed: false, expired: false }]),
    );

  test('in every context the best answers reach level 5, the weakest level 1, and not knowing is a range from 0 to 100', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const level = (value: (item: Item) => CountedAnswers[string]['value']) =>
          judge(checklist.levels, items, answer(items, value));
        expect(level((item) => (item.kind === 'threshold' ? 'absent' : 'in-place')).level).toBe(5);
        expect(level((item) => anchorValues(item.kind)[0] ?? null).level).toBe(1);
        const unknown = level(() => 'unknown');
        expect(unknown.level).toBe(1);
        expect(percent(unknown.overall)).toEqual({ worst: 0, best: 100 });
      }),
      { numRuns: 60 },
    );
  });

  test('the shortest way keeps its promise: its remedies reach the next level', () => {
    fc.assert(
      fc.property(
        anyItems,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 30 }),
        (items, picks) => {
          const at = new Map(items.map((item, index) => [item.id, picks[index] ?? 0]));
          const answers = answer(items, (item) => anchorValues(item.kind)[at.get(item.id) ?? 0] ?? 'unknown');
          const way = shortestWay(checklist.levels, items, answers, checklist.remedies);
          if (way.kind === 'top') return;
          expect(way.kind).toBe('way');
          if (way.kind !== 'way') return;
          const after = withRemedies(
            items,
            answers,
            way.steps.map(({ remedy }) => remedy),
          );
          expect(judge(checklist.levels, items, after).level).toBeGreaterThanOrEqual(way.to);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the fingerprint of a version', () => {
  const original = library.checklists['care@1'] as NonNullable<(typeof library.checklists)[string]>;
  const changed = (change: (nl: Checklist) => void) => {
    const copy = structuredClone(original);
    change(copy.nl);
    return fingerprint(copy);
  };

  test.each<[string, (nl: Checklist) => void]>([
    [
      'a title',
      (nl) => {
        (nl.items[0] as Item).title += '!';
      },
    ],
    [
      'a weight',
      (nl) => {
        (nl.items[0] as Item).weight = (nl.items[0] as Item).weight === 1 ? 2 : 1;
      },
    ],
    [
      'an effort',
      (nl) => {
        (nl.remedies[0] as { effort: number }).effort = 9;
      },
    ],
    [
      'a bar',
      (nl) => {
        (nl.levels[1] as { bar: number | null }).bar = 1;
      },
    ],
    ['the order of items', (nl) => void nl.items.reverse()],
  ])('changes with %s', (_name, change) => {
    expect(changed(change)).not.toBe(fingerprint(original));
  });

  test('does not change when a support measure is checked again', () => {
    const checkedAgain = changed((nl) => {
      for (const one of nl.instruments) one.checked = '2030-01-01';
    });
    expect(checkedAgain).toBe(fingerprint(original));
  });

  test('is noted for every published version', () => {
    const noted = JSON.parse(readFileSync(`${root}/content/published.json`, 'utf8')) as Record<string, string>;
    for (const ref of library.published) {
      const checklists = library.checklists[ref];
      expect(checklists && fingerprint(checklists), ref).toBe(noted[ref]);
    }
  });
});
