import { readLibrary } from '#app/content/library.ts';
import { anchorValues } from '#app/domain/answer.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { type CountedAnswers, judge } from '#app/domain/verdict.ts';
import { root } from '../support/root.ts';
import { at, type Row, round } from './measured.ts';

const rounds = 500;

/** How long the verdict and the exact shortest way take on every checklist, over 500 sets of answers. */
export async function verdict(): Promise<Row[]> {
  return Object.entries(readLibrary(root).library.checklists).flatMap(([ref, { nl }]) => {
    const answers = Array.from({ length: rounds }, (_, seed) => randomAnswers(nl, seed + 1));
    const judged = times(answers, (one) => judge(nl.levels, nl.items, one));
    const ways = times(answers, (one) => shortestWay(nl.levels, nl.items, one, nl.remedies));
    const size = `${ref}, ${nl.items.length} items`;
    return [
      { what: `verdict, ${size}`, measured: round(at(judged, 0.95)), unit: 'ms p95', goal: '', met: null },
      {
        what: `shortest way, ${size}, ${nl.remedies.length} remedies: p50 / p99 ${round(at(ways, 0.5))} / ${round(at(ways, 0.99))}`,
        measured: round(at(ways, 0.95)),
        unit: 'ms p95',
        goal: '≤ 5',
        met: at(ways, 0.95) <= 5,
      },
    ];
  });
}

const times = (answers: CountedAnswers[], work: (one: CountedAnswers) => unknown): number[] =>
  answers.map((one) => {
    const start = performance.now();
    work(one);
    return performance.now() - start;
  });

/** Repeatable answers: one in eight not known, weaker ones more often. */
function randomAnswers({ items }: Checklist, seed: number): CountedAnswers {
  let state = seed * 2654435761;
  const random = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return Object.fromEntries(
    items.map((item) => {
      const known = random() > 0.125;
      const value = known
        ? (anchorValues(item.kind)[Math.floor(random() * random() * 4)] ?? null)
        : ('unknown' as const);
      return [item.id, { value, listedReason: false, disputed: false, expired: false }];
    }),
  );
}
