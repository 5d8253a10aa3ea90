import fc from 'fast-check';
import type { AnswerValue } from '#app/domain/answer.ts';
import { anchorValues } from '#app/domain/answer.ts';
import type { AnchorValue, Effort, Item, NeededBy, RemedyLink, Weight } from '#app/domain/checklist.ts';
import type { Counted } from '#app/domain/verdict.ts';
import { anArticle, buildCounted, buildItem } from './build.ts';

/** A small checklist's worth of items, and what counts for them. */
export type Case = { items: Item[]; answers: Record<string, Counted>; remedies: { id: string; effort: Effort }[] };

/** Up to `most` items with every kind of answer, and remedies that items share. */
export function arbitraryCase(most: number, remedyCount: number): fc.Arbitrary<Case> {
  const remedyIds = Array.from({ length: remedyCount }, (_, index) => `remedy-${index}`);
  return fc
    .record({
      drafts: fc.array(arbitraryDraft(remedyIds), { minLength: 1, maxLength: most }),
      efforts: fc.tuple(...remedyIds.map(() => fc.constantFrom<Effort>(1, 2, 3))),
    })
    .map(({ drafts, efforts }) => {
      const items = drafts.map(({ item }, index) => ({ ...item, id: `item-${index}` }));
      const answered = drafts.flatMap(({ counted }, index) => (counted ? [[`item-${index}`, counted] as const] : []));
      const remedies = remedyIds.map((id, index) => ({ id, effort: efforts[index] ?? 1 }));
      return { items, answers: Object.fromEntries(answered), remedies };
    });
}

type Draft = { item: Item; counted: Counted | undefined };

function arbitraryDraft(remedyIds: string[]): fc.Arbitrary<Draft> {
  return fc.constantFrom<Item['kind']>('prerequisite', 'threshold').chain((kind) =>
    fc
      .record({
        neededBy: fc.constantFrom<NeededBy>(2, 2, 3, 4, 5),
        weight: fc.constantFrom<Weight>(1, 2, 3),
        binding: fc.constantFrom('none', 'none', 'essential', 'legal'),
        hideable: fc.constantFrom(false, false, false, false, false, true),
        remedies: arbitraryRemedies(kind, remedyIds),
        counted: arbitraryCounted(kind),
      })
      .map(({ binding, counted, ...rest }) => ({
        item: buildItem({
          ...rest,
          kind,
          essential: binding !== 'none',
          legal: binding === 'legal' ? anArticle : null,
        }),
        counted,
      })),
  );
}

function arbitraryRemedies(kind: Item['kind'], remedyIds: string[]): fc.Arbitrary<RemedyLink[]> {
  const targets = anchorValues(kind);
  const top = targets.at(kind === 'prerequisite' ? -1 : -2) as AnchorValue;
  const link = fc.record({ id: fc.constantFrom(...remedyIds), to: fc.constantFrom<AnchorValue>(top, top, ...targets) });
  return fc.uniqueArray(link, { selector: ({ id }) => id, maxLength: 3 });
}

/** Any answer, or none; the lower ones more often. */
export function arbitraryCounted(kind: Item['kind']): fc.Arbitrary<Counted | undefined> {
  const anchors = anchorValues(kind);
  const value = fc.constantFrom<AnswerValue>(...anchors.slice(0, 2), ...anchors, 'unknown', 'not-applicable');
  return fc.option(
    fc.tuple(value, fc.boolean()).map(([chosen, flag]) =>
      buildCounted(chosen, {
        listedReason: chosen === 'not-applicable' && flag,
        expired: chosen === 'unknown' && flag,
      }),
    ),
    { nil: undefined, freq: 8 },
  );
}
