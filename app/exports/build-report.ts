import type { ContextQuestion } from '#app/domain/checklist.ts';
import { notYetKnown } from '#app/domain/context.ts';
import { contradictions } from '#app/domain/contradictions.ts';
import type { Report } from '#app/domain/report.ts';
import { withoutNotes } from '#app/domain/report.ts';
import { wordKeys } from '#app/domain/report-words.ts';
import type { Translate } from '#app/domain/words.ts';
import { sectionsOf } from './report-answers.ts';
import { dateText } from './report-date.ts';
import type { ReportInput } from './report-input.ts';
import { actionsOf, instrumentsOf } from './report-plan.ts';
import { levelsOf, profileOf, thresholdsOf } from './report-verdict.ts';
import { wayOf } from './report-way.ts';

/** The report of one assessment. `t` speaks the checklist's language and knows the keys `report.…`. */
export function buildReport(input: ReportInput, t: Translate): Report {
  const report = fullReport(input, t);
  return input.showNotes ? report : withoutNotes(report);
}

function fullReport(input: ReportInput, t: Translate): Report {
  const { checklist, verdict, counted } = input;
  const level = checklist.levels.find(({ number }) => number === verdict.level);
  return {
    format: 'toolbox-doorstroom/report',
    version: 1,
    language: checklist.language,
    appVersion: input.appVersion,
    checklistRef: checklist.ref,
    frozen: input.frozen,
    date: input.now,
    title: t('report.title', { checklist: checklist.name }),
    meta: metaOf(input, t),
    label: input.label,
    headline: level?.headline ?? '',
    permits: level?.permits ?? '',
    notes: notesOf(input, t),
    levels: levelsOf(input, t),
    way: wayOf(input, t),
    thresholds: thresholdsOf(input, t),
    profile: profileOf(input),
    context: contextOf(input),
    sections: sectionsOf(input, t),
    actions: actionsOf(input, t),
    instruments: instrumentsOf(input, t),
    contradictions: contradictions(checklist.contradictions, counted).map(({ topic }) => topic),
    words: wordsOf(input, t),
    closing: t('report.closing'),
  };
}

function metaOf({ checklist, context, now }: ReportInput, t: Translate): string {
  const { subSector, size, place } = checklist.context;
  const known = [
    ...chosen(subSector, [context.subSector]),
    ...chosen(size, [context.size]).map((employees) => t('report.meta.size', { size: employees })),
    ...chosen(place, [context.place]),
  ];
  return [t('report.meta.kind'), ...known, dateText(now, checklist.language)].join(' · ');
}

/** The labels of what was chosen; a question answered *not yet known* gives none. */
const chosen = (question: ContextQuestion, ids: string[]): string[] =>
  question.options.filter(({ id }) => id !== notYetKnown && ids.includes(id)).map(({ label }) => label);

function contextOf({ checklist, context }: ReportInput): Report['context'] {
  const keys = ['subSector', 'size', 'place', 'targetJob', 'shifts'] as const;
  return keys.map((key) => {
    const { question, options } = checklist.context[key];
    const ids = [context[key]].flat();
    const answer = options.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    return { question, answer: answer.join(', ') };
  });
}

function notesOf(input: ReportInput, t: Translate): string[] {
  const { checklist, verdict, counted, items } = input;
  const disputed = items.filter(({ id }) => counted[id]?.disputed).length;
  const date = dateText(input.now, checklist.language);
  return [
    ...(input.demo ? [t('report.note.demo')] : []),
    ...(verdict.provisional ? [t('report.note.provisional', { count: verdict.open.length })] : []),
    ...(verdict.assessable ? [] : [t('report.note.notAssessable')]),
    ...(disputed > 0 ? [t('report.note.disputed', { count: disputed })] : []),
    t(input.frozen ? 'report.note.frozen' : 'report.note.working', { date }),
    ...editionNotes(input, t),
    t('report.note.version', { checklist: checklist.name, version: checklist.version, appVersion: input.appVersion }),
  ];
}

/** Which edition it is, and that the level is the core's all the same. */
const editionNotes = ({ checklist: { edition } }: ReportInput, t: Translate): string[] =>
  edition ? [t('report.note.edition', { edition: edition.name, number: edition.number, federation: edition.by })] : [];

function wordsOf({ url }: ReportInput, t: Translate): Report['words'] {
  const words = Object.fromEntries(wordKeys.map((key) => [key, t(`report.word.${key}`)])) as Report['words'];
  return url ? { ...words, url } : words;
}
