import type { Member } from './member.ts';
import { organisationsOf } from './organisations.ts';
import type { EvidenceFigures } from './published.ts';
import { rounded, shareOf, wilson } from './rounded.ts';
import { rules } from './rules.ts';

/** What is counted of a placement: thresholds met that are items of the checklist, and the remedies tried on them. */
export type EvidenceFacts = { thresholds: { item: string; tried: { remedy: string; helped: string | null }[] }[] };
export type EvidenceMember = Member & { facts: EvidenceFacts };

/** The rows a placement stands in: that it is there, and each item that was a threshold in it. */
export const evidenceRows = (sector: string, { thresholds }: EvidenceFacts): string[] =>
  ['all', ...new Set(thresholds.map(({ item }) => item))].map((row) => `evidence:${sector}/threshold/${row}`);

/**
 * Of the placements in which an item was a threshold: how often, and per remedy that enough organisations tried, how often
 * it helped. *Partly* is not counted as helped: it is the strict side (product: evidence loop).
 */
export function evidenceFigures(item: string, members: readonly EvidenceMember[], placements: number): EvidenceFigures {
  const tries = members.flatMap((member) =>
    member.facts.thresholds
      .filter((one) => item === 'all' || one.item === item)
      .flatMap(({ tried }) => tried.map((one) => ({ ...one, member }))),
  );
  const known = tries.filter(({ helped }) => helped !== null);
  const remedies = [...Map.groupBy(known, ({ remedy }) => remedy)].filter(([, list]) =>
    organisationsOf(list.map(({ member }) => member)).isEnough(rules),
  );
  return {
    met: rounded(members.length),
    placements: rounded(placements),
    remedies: Object.fromEntries(
      remedies.map(([remedy, list]) => {
        const helped = list.filter((one) => one.helped === 'yes').length;
        return [
          remedy,
          {
            tried: rounded(list.length),
            helped: rounded(helped),
            share: shareOf(helped, list.length),
            ...wilson(helped, list.length),
          },
        ];
      }),
    ),
  };
}
