// npm run bench: how long the verdict and the shortest way take on the published checklists, in milliseconds.
import { fileURLToPath } from 'node:url';
import { readLibrary } from '#app/content/library.ts';
import { anchorValues } from '#app/domain/answer.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { type CountedAnswers, judge } from '#app/domain/verdict.ts';

const rounds = 500;
const { library } = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
for (const [ref, { nl }] of Object.entries(library.checklists)) {
  const answers = Array.from({ length: rounds }, (_, seed) => randomAnswers(nl, seed + 1));
  const verdict = times(answers, (one) => judge(nl.levels, nl.items, one));
  const way = times(answers, (one) => shortestWay(nl.levels, nl.items, one, nl.remedies));
  console.log(JSON.stringify({ ref, items: nl.items.length, remedies: nl.remedies.length, verdict, way }));
}

function times(answers: CountedAnswers[], work: (one: CountedAnswers) => unknown) {
  const taken = answers
    .map((one) => {
      const start = performance.now();
      work(one);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => Number((taken[Math.floor(share * (rounds - 1))] ?? 0).toFixed(2));
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}

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
