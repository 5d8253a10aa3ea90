import type { Item, Level } from '#app/domain/checklist.ts';
import type { ReportStep, ReportWay } from '#app/domain/report.ts';
import type { Step } from '#app/domain/shortest-way.ts';
import { isOpen, percent } from '#app/domain/verdict.ts';
import type { Translate } from '#app/domain/words.ts';
import type { ReportInput } from './report-input.ts';

/** The shortest way in words; without a way, why there is none. */
export function wayOf(input: ReportInput, t: Translate): ReportWay {
  const { way, checklist } = input;
  if (way.kind === 'top') return { heading: t('report.way.top'), intro: t('report.way.topIntro'), steps: [], goal: '' };
  if (way.kind === 'none') {
    return { heading: t('report.way.none'), intro: blockedText(way.blocked, input, t), steps: [], goal: '' };
  }
  const level = checklist.levels.find(({ number }) => number === way.to);
  return {
    heading: t('report.way.heading', { level: way.to }),
    intro: t('report.way.intro', { count: way.steps.length, level: way.to }),
    steps: way.steps.map((step) => reportStep(step, input, level, t)),
    goal: level ? t('report.way.goal', { level: way.to, name: level.name, permits: level.permits }) : '',
  };
}

function blockedText(blocked: string[], { items }: ReportInput, t: Translate): string {
  const gaps = items.filter(({ id }) => blocked.includes(id)).map(({ negative }) => negative);
  return gaps.length > 0 ? t('report.way.noneIntro', { blocked: gaps.join(' ') }) : t('report.way.noneBare');
}

function reportStep(step: Step, input: ReportInput, level: Level | undefined, t: Translate): ReportStep {
  const remedy = input.checklist.remedies.find(({ id }) => id === step.remedy);
  const { findOut, legal, essential } = step;
  return {
    title: remedy?.title ?? step.remedy,
    detail: [
      ...openItems(step, input).map(({ title }) => t('report.way.finding', { title })),
      ...(remedy ? [t('report.way.who', { week: remedy.week, who: remedy.who })] : []),
    ].join(' '),
    effect: effectText(step, level, t),
    findOut,
    legal,
    essential,
  };
}

const openItems = (step: Step, { items, counted }: ReportInput): Item[] =>
  items.filter(({ id }) => step.lifts.some((lift) => lift.item === id) && isOpen(counted[id]));

function effectText(step: Step, level: Level | undefined, t: Translate): string {
  const from = percent(step.before)?.worst ?? 0;
  const to = percent(step.after)?.worst ?? 0;
  const number = level?.number ?? 0;
  return [
    ...(to > from ? [t('report.way.score', { level: number, from, to })] : []),
    ...(step.levelAfter >= number ? [t('report.way.reaches', { level: number })] : []),
  ].join('. ');
}
