import type { Range, Report, ReportAction, ReportInstrument, ReportItem, ReportStep } from '#app/domain/report.ts';
import type { Block } from './docx-pieces.ts';
import { bullets, heading, labelled, listing, paragraph } from './docx-pieces.ts';

type Words = Report['words'];

export const levelBlocks = ({ words: w, levels }: Report): Block[] => [
  heading(w.levels, 2),
  listing(
    [24, 14, 10, 14, 38],
    [w.level, w.score, w.bar, w.outcome, w.holds],
    levels.map((level) => [
      [...paragraph(`${level.number} ${level.name}`, { bold: true }), ...paragraph(level.short)],
      level.bar === null ? '–' : rangeText(level, w),
      level.bar === null ? '–' : String(level.bar),
      level.here ? `${w.reached}. ${w.here}` : reachedText(level.reached, w),
      level.holds.length > 0 ? bullets(level.holds) : '–',
    ]),
  ),
];

export const wayBlocks = ({ words: w, way }: Report): Block[] =>
  way === null
    ? []
    : [
        heading(way.heading, 2),
        ...paragraph(way.intro),
        ...way.steps.flatMap((step, index) => stepBlocks(step, index + 1, w)),
        ...paragraph(way.goal, { bold: true }),
      ];

export const thresholdBlocks = ({ words: w, thresholds }: Report): Block[] => [
  heading(w.thresholds, 2),
  ...(thresholds.length === 0
    ? paragraph(w.noThresholds)
    : [
        listing(
          [50, 25, 25],
          [w.threshold, w.status, w.dimension],
          thresholds.map(({ title, status, dimension }) => [title, status, dimension]),
        ),
      ]),
];

export const profileBlocks = ({ words: w, profile }: Report): Block[] => [
  heading(w.profile, 2),
  listing(
    [70, 30],
    [w.dimension, w.score],
    profile.map((one) => [one.name, rangeText(one, w)]),
  ),
];

export const answerBlocks = ({ words: w, sections }: Report): Block[] => [
  heading(w.answers, 2),
  ...sections.flatMap(({ name, items }) => [heading(name, 3), ...items.flatMap((item) => itemBlocks(item, w))]),
];

export const planBlocks = ({ words: w, actions }: Report): Block[] => [
  heading(w.plan, 2),
  ...(actions.length === 0
    ? paragraph(w.noPlan)
    : [
        listing(
          [40, 16, 15, 13, 16],
          [w.action, w.owner, w.due, w.status, w.instrument],
          actions.map((action) => actionCells(action, w)),
        ),
      ]),
];

export const topicBlocks = ({ words: w, contradictions }: Report): Block[] =>
  contradictions.length === 0 ? [] : [heading(w.contradictions, 2), ...bullets(contradictions)];

export const supportBlocks = ({ words: w, instruments }: Report): Block[] =>
  instruments.length === 0 ? [] : [heading(w.support, 2), ...instruments.flatMap((one) => instrumentBlocks(one, w))];

export const contextBlocks = ({ words: w, context }: Report): Block[] => [
  heading(w.context, 2),
  listing(
    [50, 50],
    [w.question, w.answer],
    context.map(({ question, answer }) => [question, answer]),
  ),
];

export const ruleBlocks = ({ words: w }: Report): Block[] => [
  heading(w.rules, 2),
  ...[w.rulesAnswers, w.rulesLevel, w.rulesOpen, w.rulesPlan].flatMap((rule) => paragraph(rule)),
];

const reachedText = (reached: boolean, w: Words): string => (reached ? w.reached : w.notReached);

const rangeText = ({ worst, best }: Range, w: Words): string => {
  if (worst === null || best === null) return '–';
  return worst === best ? `${worst}` : w.range.replace('{worst}', `${worst}`).replace('{best}', `${best}`);
};

function essentialText({ legal, essential }: { legal: boolean; essential: boolean }, w: Words): string[] {
  if (legal) return [w.legal];
  return essential ? [w.essential] : [];
}

const stepBlocks = (step: ReportStep, number: number, w: Words): Block[] => [
  heading(`${number}. ${step.title}`, 3),
  ...paragraph([...(step.findOut ? [w.findOut] : []), ...essentialText(step, w)].join(' · '), { bold: true }),
  ...paragraph(step.detail),
  ...paragraph(step.effect),
];

const itemBlocks = (item: ReportItem, w: Words): Block[] => [
  heading(`${item.code} ${item.title}`, 4),
  ...paragraph(
    [w[item.kind], ...essentialText({ legal: item.legal !== null, essential: item.essential }, w)].join(' · '),
  ),
  ...labelled(w.answer, [item.answer, item.meaning].filter((part) => part !== '').join('. ')),
  ...labelled(w.gap, item.gap === item.title ? null : item.gap),
  ...labelled(w.legal, item.legal),
  ...labelled(w.reason, item.reason),
  ...labelled(w.ownReason, item.ownReason),
  ...labelled(w.note, item.note),
  ...labelled(w.proof, item.proof),
  ...item.others.flatMap((other) => labelled(w.others, other)),
  ...(item.who ? labelled(w.who, `${item.who}, ${item.when}`) : []),
];

const actionCells = (action: ReportAction, w: Words): (string | Block[])[] => [
  [
    ...paragraph(action.title, { bold: true }),
    ...paragraph(action.items.join('\n')),
    ...labelled(w.note, action.note),
    ...labelled(w.done, action.done),
  ],
  action.owner,
  action.due || '–',
  action.status,
  action.instrument || '–',
];

const instrumentBlocks = (one: ReportInstrument, w: Words): Block[] => [
  heading(one.name, 3),
  ...paragraph(one.summary),
  ...(one.conditions.length > 0 ? [...paragraph(`${w.conditions}:`, { bold: true }), ...bullets(one.conditions)] : []),
  ...labelled(w.decides, one.decides),
  ...labelled(w.applies, one.applies),
  ...labelled(w.amounts, one.amounts.join('; ')),
  ...labelled(w.caution, one.caution),
  ...labelled(w.source, [one.source, one.url ?? '', one.checked].filter((part) => part !== '').join('. ')),
];
