import type { SheetData } from 'write-excel-file/node';
import type { Report, ReportItem } from '#app/domain/report.ts';
import { headingRow, headRow, rows } from './xlsx-cells.ts';

/** Verdict, levels, way, thresholds, profile, context and how it was worked out. */
export const overviewSheet = (report: Report): SheetData => [
  ...headRow([report.title, report.headline]),
  ...rows([report.words.about, report.meta]),
  ...rows([report.words.label, report.label]),
  ...rows([null, report.permits]),
  ...report.notes.flatMap((note) => rows([null, note])),
  ...levelRows(report),
  ...wayRows(report),
  ...thresholdRows(report),
  ...profileRows(report),
  ...topicRows(report),
  ...contextRows(report),
  ...ruleRows(report),
];

export const answersSheet = ({ words: w, sections }: Report): SheetData => [
  ...headRow([
    ...[w.code, w.dimension, w.kind, w.statement, w.essential, w.answer, w.meaning, w.gap],
    ...[w.reason, w.ownReason, w.note, w.proof, w.who, w.when, w.others, w.legal],
  ]),
  ...sections.flatMap(({ name, items }) => items.flatMap((item) => answerRows(name, item, w))),
];

export const planSheet = ({ words: w, actions }: Report): SheetData => [
  ...headRow([w.action, w.items, w.owner, w.due, w.status, w.instrument, w.note, w.done]),
  ...actions.flatMap((action) =>
    rows([
      action.title,
      action.items.join('\n'),
      action.owner,
      action.dueDate ? new Date(`${action.dueDate}T00:00:00Z`) : null,
      action.status,
      action.instrument,
      action.note,
      action.done,
    ]),
  ),
];

export const supportSheet = ({ words: w, instruments }: Report): SheetData => [
  ...headRow([
    ...[w.name, w.summary, w.conditions, w.decides, w.applies],
    ...[w.amounts, w.caution, w.source, w.address, w.checked],
  ]),
  ...instruments.flatMap((one) =>
    rows([
      ...[one.name, one.summary, one.conditions.join('\n'), one.decides, one.applies],
      ...[one.amounts.join('\n'), one.caution, one.source, one.url, one.checked],
    ]),
  ),
];

const answerRows = (section: string, item: ReportItem, w: Report['words']): SheetData =>
  rows([
    ...[item.code, section, w[item.kind], item.title, essentialText(item, w), item.answer, item.meaning, item.gap],
    ...[item.reason, item.ownReason, item.note, item.proof, item.who, item.when, item.others.join('\n'), item.legal],
  ]);

const essentialText = ({ essential, legal }: ReportItem, w: Report['words']): string => {
  if (legal !== null) return w.legal;
  return essential ? w.essential : '';
};

const levelRows = ({ levels, words: w }: Report): SheetData => [
  ...headingRow(w.levels),
  ...headRow([w.level, w.outcome, w.worstScore, w.bestScore, w.bar, w.holds]),
  ...levels.flatMap(({ number, name, short, reached, worst, best, bar, holds }) =>
    rows([`${number} ${name}: ${short}`, reached ? w.reached : w.notReached, worst, best, bar, holds.join('\n')]),
  ),
];

const wayRows = ({ way, words: w }: Report): SheetData =>
  way === null
    ? []
    : [
        ...headingRow(way.heading),
        ...rows([null, way.intro]),
        ...way.steps.flatMap((step, index) =>
          rows([
            `${index + 1}. ${step.title}`,
            [step.findOut ? w.findOut : '', step.detail, step.effect].filter(Boolean).join('\n'),
          ]),
        ),
        ...rows([null, way.goal]),
      ];

const thresholdRows = ({ thresholds, words: w }: Report): SheetData => [
  ...headingRow(w.thresholds),
  ...(thresholds.length === 0 ? rows([w.noThresholds]) : []),
  ...thresholds.flatMap(({ title, status, dimension }) => rows([dimension, title, null, null, null, status])),
];

const profileRows = ({ profile, words: w }: Report): SheetData => [
  ...headingRow(w.profile),
  ...headRow([w.dimension, '', w.worstScore, w.bestScore]),
  ...profile.flatMap(({ name, worst, best }) => rows([name, null, worst, best])),
];

const topicRows = ({ contradictions, words: w }: Report): SheetData =>
  contradictions.length === 0
    ? []
    : [...headingRow(w.contradictions), ...contradictions.flatMap((topic) => rows([null, topic]))];

const contextRows = ({ context, words: w }: Report): SheetData => [
  ...headingRow(w.context),
  ...context.flatMap(({ question, answer }) => rows([question, answer])),
];

const ruleRows = ({ words: w, closing }: Report): SheetData => [
  ...headingRow(w.rules),
  ...[w.rulesAnswers, w.rulesLevel, w.rulesOpen, w.rulesPlan, closing].flatMap((rule) => rows([null, rule])),
];
