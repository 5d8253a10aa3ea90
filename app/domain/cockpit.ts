import type { EvidenceFigures, HandInFigures } from './figures/published.ts';
import { type RemarkKind, remarkId, remarkKinds } from './remark.ts';

/** What is published of one item; null or absent where too few are behind it. */
export type ItemFigures = {
  /** Shares in per cent of the workplaces that were asked. */
  unknown: number | null;
  notApplicable: number | null;
  /** The middle of the seconds that answering took. */
  seconds: number | null;
  /** At how many workplaces each kind of remark was made. */
  remarks: { kind: RemarkKind; count: number }[];
  /** At how many workplaces each remedy of the item was chosen, and finished. */
  remedies: { id: string; chosen: number; finished: number }[];
  evidence: EvidenceFigures | null;
};

/** The published figures of a sector: the total of its hand-ins, its remarks and what its placements taught. */
export type SectorFigures = {
  total: HandInFigures | null;
  remarks: ReadonlyMap<string, number>;
  evidence: ReadonlyMap<string, EvidenceFigures>;
};

type CountedItem = { id: string; remedies: readonly { id: string }[] };

/** What is published of one item of a checklist. */
export function itemFigures({ id, remedies }: CountedItem, { total, remarks, evidence }: SectorFigures): ItemFigures {
  return {
    unknown: total?.unknown[id] ?? null,
    notApplicable: total?.notApplicable[id] ?? null,
    seconds: total?.seconds[id] ?? null,
    remarks: remarkKinds.flatMap((kind) => {
      const count = remarks.get(remarkId(id, kind));
      return count ? [{ kind, count }] : [];
    }),
    remedies: remedies.flatMap((remedy) => {
      const found = total?.remedies[remedy.id];
      return found && found.chosen > 0 ? [{ id: remedy.id, ...found }] : [];
    }),
    evidence: evidence.get(id) ?? null,
  };
}

/** Why an item may need its author's eye. */
export const signals = ['remarks', 'unknown', 'not-applicable', 'slow', 'seldom-helps'] as const;
export type Signal = (typeof signals)[number];

/** From where on a figure is a signal: per cent, times the middle item, per cent. Ours; said on the page. */
export const signalFrom = { unknown: 20, notApplicable: 30, timesMiddle: 2, helpsBelow: 50 } as const;

/**
 * The signals of an item. `middle` is the middle of the seconds of all items. A remedy helps seldom when its share surely
 * lies below a half: the upper bound does.
 */
export function signalsOf(figures: ItemFigures, middle: number | null): Signal[] {
  const { unknown, notApplicable, seconds, remarks, evidence } = figures;
  const is: Record<Signal, boolean> = {
    remarks: remarks.length > 0,
    unknown: (unknown ?? 0) >= signalFrom.unknown,
    'not-applicable': (notApplicable ?? 0) >= signalFrom.notApplicable,
    slow: middle !== null && seconds !== null && seconds >= signalFrom.timesMiddle * middle,
    'seldom-helps': Object.values(evidence?.remedies ?? {}).some(({ high }) => high < signalFrom.helpsBelow),
  };
  return signals.filter((one) => is[one]);
}

/**
 * Items by what most needs an author's eye: the most signals first; then the most remarks, the largest share that does not
 * know, the largest to which it does not apply; then as they stand in the checklist.
 */
export function inOrderOfNeed<T extends CountedItem>(items: readonly T[], sector: SectorFigures) {
  const figured = items.map((item) => ({ item, figures: itemFigures(item, sector) }));
  const middle = middleOf(figured.flatMap(({ figures }) => figures.seconds ?? []));
  return figured
    .map((one) => ({ ...one, signals: signalsOf(one.figures, middle) }))
    .sort(
      (one, other) =>
        other.signals.length - one.signals.length ||
        remarksIn(other.figures) - remarksIn(one.figures) ||
        (other.figures.unknown ?? 0) - (one.figures.unknown ?? 0) ||
        (other.figures.notApplicable ?? 0) - (one.figures.notApplicable ?? 0),
    );
}

const remarksIn = ({ remarks }: ItemFigures) => remarks.reduce((sum, { count }) => sum + count, 0);

const middleOf = (list: readonly number[]): number | null =>
  [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? null;
