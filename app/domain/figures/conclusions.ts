import type { HeatMap } from './heat.ts';
import type { HandInFigures } from './published.ts';
import { readyFrom } from './readiness.ts';
import { byValue } from './shown-tables.ts';

/**
 * Sentences about figures, by fixed rules (product: federation). A rule names its sentence and what stands in it, as ids and
 * numbers; null when no rule fires: then the numbers stand without a sentence. Equal values never make a winner.
 */
export type Conclusion = {
  rule: string;
  level?: number;
  item?: string;
  dimension?: string;
  highest?: string;
  column?: string;
  other?: string;
  remedy?: string;
  instrument?: string;
  from?: string;
  to?: string;
  /** Numbers that the sentence says. */
  numbers: Record<string, number>;
} | null;

/** What a group must be at least, in per cent, before a sentence on top speaks of it. */
const large = 40;
const notable = 20;
/** Points between two quarters that are more than rounding. */
const change = 10;

/** The one sentence on top: where most are, and what holds them back. */
export function mainConclusion(figures: HandInFigures): Conclusion {
  const group = levelLead(figures);
  const at = group && group.share >= large && group.level < 5 ? group : null;
  const gap = holdsLead(figures);
  const holds = gap && gap.share >= notable ? gap : null;
  if (at && holds)
    return { rule: 'most-and-holds', level: at.level, item: holds.item, numbers: { share: at.share, of: holds.share } };
  if (at) return { rule: 'most', level: at.level, numbers: { share: at.share } };
  return holds && { rule: 'holds', item: holds.item, numbers: { share: holds.share } };
}

/** Which level is the most frequent one. */
export function levelConclusion(figures: HandInFigures): Conclusion {
  const lead = levelLead(figures);
  return lead && { rule: lead.share > 50 ? 'level-half' : 'level', level: lead.level, numbers: { share: lead.share } };
}

/** The dimension of which the least is met. */
export function dimensionConclusion({ dimensions }: HandInFigures): Conclusion {
  const lowest = lead(Object.entries(dimensions), (one) => -one[1]);
  const highest = lead(Object.entries(dimensions), (one) => one[1]);
  if (!lowest || lowest[0] === highest?.[0]) return null;
  if (!highest) return { rule: 'dimension', dimension: lowest[0], numbers: { middle: lowest[1] } };
  return {
    rule: 'dimensions',
    dimension: lowest[0],
    highest: highest[0],
    numbers: { middle: lowest[1], most: highest[1] },
  };
}

/** The threshold on which groups differ most; else the one that is open most often of all. */
export function heatConclusion(map: HeatMap, { open }: HandInFigures): Conclusion {
  const widest = lead(map.rows.flatMap(spreadOf(map)), ({ high, low }) => high - low);
  if (widest && widest.high - widest.low >= notable)
    return {
      rule: 'heat-spread',
      item: widest.item,
      column: widest.most,
      other: widest.least,
      numbers: { high: widest.high, low: widest.low },
    };
  const top = lead(Object.entries(open), ([, share]) => share);
  return top && top[1] >= notable ? { rule: 'heat-top', item: top[0], numbers: { share: top[1] } } : null;
}

/** What holds most workplaces back from their next level. */
export function holdsConclusion(figures: HandInFigures): Conclusion {
  const gap = holdsLead(figures);
  return gap && { rule: 'holds-most', item: gap.item, numbers: { number: gap.count, share: gap.share } };
}

/** Whether more workplaces are ready to try in the last quarter than in the first one shown. */
export function quarterConclusion(quarters: readonly { id: string; figures: HandInFigures | null }[]): Conclusion {
  const known = quarters.flatMap(({ id, figures }) => {
    const ready = figures && readyFrom(figures, 3);
    return ready ? [{ id, share: ready.share }] : [];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const difference = last.share - first.share;
  const rule = difference >= change ? 'quarter-up' : difference <= -change ? 'quarter-down' : 'quarter-same';
  return { rule, from: first.id, to: last.id, numbers: { before: first.share, after: last.share } };
}

/** The quarter in which more workplaces had a result than in any other one shown; one alone stands out from nothing. */
export function busiestConclusion(quarters: readonly { id: string; figures: HandInFigures | null }[]): Conclusion {
  const known = quarters.flatMap(({ id, figures }) => (figures ? [{ id, number: figures.workplaces }] : []));
  const top = known.length > 1 ? lead(known, ({ number }) => number) : null;
  return top && { rule: 'busiest', column: top.id, numbers: { number: top.number } };
}

/** The remedy that was chosen most often. */
export function remedyConclusion({ remedies }: HandInFigures): Conclusion {
  const top = lead(Object.entries(remedies), ([, { chosen }]) => chosen);
  return top && top[1].chosen > 0
    ? { rule: 'remedy', remedy: top[0], numbers: { number: top[1].chosen, finished: top[1].finished } }
    : null;
}

/** The instrument that is used most often. */
export function instrumentConclusion({ instruments }: HandInFigures): Conclusion {
  const top = lead(Object.entries(instruments), ([, count]) => count);
  return top && top[1] > 0 ? { rule: 'instrument', instrument: top[0], numbers: { number: top[1] } } : null;
}

/** The single level that more workplaces are at than at any other. */
function levelLead({ levels }: HandInFigures) {
  const group = lead(levels, ({ count }) => count);
  const [level, ...more] = group?.levels ?? [];
  return group && level !== undefined && more.length === 0 ? { level, share: group.share } : null;
}

function holdsLead({ holdsBack }: HandInFigures) {
  const [first, second] = byValue(holdsBack, ({ count }) => count);
  if (!first || first[1].count === 0 || first[1].count === second?.[1].count) return null;
  return { item: first[0], ...first[1] };
}

const spreadOf =
  ({ columns }: HeatMap) =>
  ({ item, cells }: HeatMap['rows'][number]) => {
    const shown = cells.flatMap((share, index) => (share === null ? [] : [{ share, id: columns[index]?.id ?? '' }]));
    const most = lead(shown, ({ share }) => share);
    const least = lead(shown, ({ share }) => -share);
    return most && least && shown.length > 1
      ? [{ item, high: most.share, low: least.share, most: most.id, least: least.id }]
      : [];
  };

/** The one with the highest value; null when two share it. */
function lead<T>(list: readonly T[], value: (one: T) => number): T | null {
  const [first, second] = [...list].sort((one, other) => value(other) - value(one));
  if (first === undefined) return null;
  return second !== undefined && value(first) === value(second) ? null : first;
}
