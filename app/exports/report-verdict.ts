import type { Item, Level } from '#app/domain/checklist.ts';
import type { Range, Report, ReportLevel, ReportThreshold } from '#app/domain/report.ts';
import type { LevelResult, Score } from '#app/domain/verdict.ts';
import { isOpen, percent } from '#app/domain/verdict.ts';
import type { Translate } from '#app/domain/words.ts';
import { anchorOf, codesOf, glyphOf, isGap } from './report-answers.ts';
import type { ReportInput } from './report-input.ts';

/** The five levels, each with what still stands in its way. */
export function levelsOf(input: ReportInput, t: Translate): ReportLevel[] {
  return input.checklist.levels.map((level) => {
    const result = input.verdict.levels.find((one) => one.level === level.number);
    return {
      ...rangeOf(level.bar === null ? undefined : result?.score),
      number: level.number,
      name: level.name,
      short: level.short,
      here: level.number === input.verdict.level,
      reached: result?.reached ?? false,
      bar: level.bar,
      holds: result && !result.reached ? holdsOf(level, result, input, t) : [],
    };
  });
}

/** One bar per section that has something to score. */
export const profileOf = ({ checklist, verdict }: ReportInput): Report['profile'] =>
  checklist.dimensions.flatMap(({ id, name }) => {
    const dimension = verdict.dimensions.find((one) => one.id === id);
    return dimension && dimension.score.weight > 0 ? [{ name, ...rangeOf(dimension.score) }] : [];
  });

/** Thresholds of the checklist that still stand: most steps left first, then heaviest, essential before the rest. */
export function thresholdsOf(input: ReportInput, t: Translate): ReportThreshold[] {
  const open = input.items.flatMap((item) => {
    const anchor = anchorOf(item, input.counted[item.id]);
    return item.kind === 'threshold' && !item.own && isGap(item, anchor)
      ? [{ item, glyph: glyphOf(item, anchor) }]
      : [];
  });
  return open
    .sort((a, b) => b.glyph - a.glyph || heaviness(b.item) - heaviness(a.item))
    .map(({ item, glyph }) => ({
      title: item.negative,
      status: t(`report.value.${input.counted[item.id]?.value}`),
      glyph,
      dimension: input.checklist.dimensions.find(({ id }) => id === item.dimension)?.name ?? '',
    }));
}

const heaviness = (item: Item): number => 2 * item.weight + (item.essential ? 1 : 0);

function rangeOf(score: Score | undefined): Range {
  return (score && percent(score)) ?? { worst: null, best: null };
}

function holdsOf(level: Level, result: LevelResult, input: ReportInput, t: Translate): string[] {
  const score = percent(result.score)?.worst ?? 0;
  const previous = input.verdict.levels.find((one) => one.level === level.number - 1);
  return [
    ...(previous && !previous.reached ? [t('report.level.previous', { level: previous.level })] : []),
    ...unmetHere(level, result, previous, input).map((id) => unmetText(id, input, t)),
    ...(result.meetsBar ? [] : [t('report.level.bar', { score, bar: level.bar ?? 0 })]),
    ...(result.assessable ? [] : [t('report.level.notAssessable')]),
  ];
}

/** What an earlier level lacks is said at that level; here only what this one adds. */
function unmetHere(level: Level, result: LevelResult, previous: LevelResult | undefined, { items }: ReportInput) {
  if (!previous || previous.reached) return result.unmetEssential;
  const own = items.filter(({ neededBy }) => neededBy === level.number).map(({ id }) => id);
  return result.unmetEssential.filter((id) => own.includes(id));
}

function unmetText(id: string, input: ReportInput, t: Translate): string {
  const item = input.items.find((one) => one.id === id);
  const key = isOpen(input.counted[id]) ? 'report.level.open' : 'report.level.gap';
  return t(key, { code: codesOf(input).get(id) ?? '', gap: item?.negative ?? id, title: item?.title ?? id });
}
