import type { Answer } from '#app/domain/answer.ts';
import { anchorValues, scores } from '#app/domain/answer.ts';
import type { Checklist, Item } from '#app/domain/checklist.ts';
import { countedAnswers } from '#app/domain/counted.ts';
import type { Report, ReportItem, StepsGlyph } from '#app/domain/report.ts';
import { type Counted, scoreOf } from '#app/domain/verdict.ts';
import type { Translate } from '#app/domain/words.ts';
import { dateText } from './report-date.ts';
import type { ReportInput } from './report-input.ts';

/**
 * Every item that applies, by section, with all that was said about it. What a federation asks besides stands on its
 * own, behind them: it is never in the verdict (product: federation).
 */
export function sectionsOf(input: ReportInput, t: Translate): Report['sections'] {
  const codes = codesOf(input);
  const shown = (items: Item[]) => items.map((item) => reportItem(item, codes.get(item.id) ?? '', input, t));
  const core = input.checklist.dimensions.map(({ id, name }) => ({
    name,
    items: shown(input.items.filter(({ dimension, own }) => dimension === id && !own)),
  }));
  const own = {
    name: t('report.own', { federation: input.checklist.edition?.by ?? '' }),
    items: shown(input.items.filter((item) => item.own)),
    own: true as const,
  };
  const sections = [...core, own].filter(({ items }) => items.length > 0);
  return input.earlier.length > 0 ? [...sections, earlierSection(input, t)] : sections;
}

/** What was answered to questions of another version: in no score, and never left out. */
const earlierSection = (input: ReportInput, t: Translate): Report['sections'][number] => ({
  name: t('report.earlier'),
  items: input.earlier.map(({ item, version, answers }) => ({
    ...reportItem(item, `v${version}`, { ...input, answers, counted: countedAnswers([item], answers, input) }, t),
    gap: null,
    glyph: null,
    neededBy: null,
    met: null,
    of: null,
  })),
});

/** Per item id its section and place among the items that apply: 4.1 */
export function codesOf({ checklist, items }: Pick<ReportInput, 'checklist' | 'items'>): Map<string, string> {
  const sections = checklist.dimensions.map(({ id }) => items.filter(({ dimension }) => dimension === id));
  return new Map(
    sections.flatMap((section, at) => section.map((item, place) => [item.id, `${at + 1}.${place + 1}`] as const)),
  );
}

/** The anchor that counts, from 0 (worst) to 3; null when open or not applicable. */
export function anchorOf(item: Item, counted: Counted | undefined): StepsGlyph | null {
  const values: readonly string[] = anchorValues(item.kind);
  const place = values.indexOf(counted?.value ?? '');
  return place < 0 ? null : (place as StepsGlyph);
}

/** A wall shows the courses laid, steps show what is left of the threshold. */
export const glyphOf = (item: Item, anchor: StepsGlyph): StepsGlyph =>
  item.kind === 'threshold' ? ((3 - anchor) as StepsGlyph) : anchor;

/** Whether this anchor still leaves something to do. */
export const isGap = (item: Item, anchor: StepsGlyph | null): anchor is StepsGlyph =>
  anchor !== null && anchor < (item.kind === 'threshold' ? 2 : 3);

function reportItem(item: Item, code: string, input: ReportInput, t: Translate): ReportItem {
  const counted = input.counted[item.id];
  const heads = input.answers.filter((answer) => answer.item === item.id);
  const main = countingAnswer(heads, counted);
  const anchor = anchorOf(item, counted);
  return {
    code,
    kind: item.kind,
    title: item.title,
    gap: isGap(item, anchor) ? item.negative : null,
    essential: item.essential,
    legal: item.legal?.article ?? null,
    answer: answerText(main, counted, t),
    meaning: anchor === null ? '' : item.anchors[anchor],
    glyph: anchor === null ? null : glyphOf(item, anchor),
    others: heads.filter((head) => head !== main).map((head) => otherText(item, head, input.checklist, t)),
    who: main ? whoText(main, t) : '',
    when: main ? dateText(main.at, input.checklist.language) : '',
    reason: listedReason(item, main),
    ownReason: main?.reasonText ?? '',
    note: main?.note ?? '',
    proof: main?.proof ?? '',
    ...countsOf(item, counted),
  };
}

/** How the item adds to the score, so that every number can be checked. */
function countsOf(item: Item, counted: Counted | undefined): Pick<ReportItem, 'neededBy' | 'weight' | 'met' | 'of'> {
  const { total, met } = scoreOf([item], counted ? { [item.id]: counted } : {});
  const inScore = !item.hideable && total > 0;
  return {
    neededBy: item.hideable ? null : item.neededBy,
    weight: item.weight,
    met: inScore ? met : null,
    of: inScore ? total : null,
  };
}

/** The answer behind what counts: the one with that value, the newest if several say so. */
function countingAnswer(heads: Answer[], counted: Counted | undefined): Answer | undefined {
  const newestFirst = heads.filter(({ voice }) => scores(voice)).sort((a, b) => b.seq - a.seq);
  if (counted?.expired) return newestFirst.find(({ value }) => value !== 'unknown') ?? newestFirst[0];
  return newestFirst.find(({ value }) => value === counted?.value) ?? newestFirst[0];
}

function answerText(main: Answer | undefined, counted: Counted | undefined, t: Translate): string {
  const answer = t(`report.value.${main?.value ?? 'none'}`);
  if (counted?.expired) return t('report.answer.expired', { answer });
  return counted?.disputed ? t('report.answer.disputed', { answer }) : answer;
}

function whoText({ voice, authorLabel }: Answer, t: Translate): string {
  const name = t(`report.voice.${voice}`);
  return authorLabel ? t('report.voice.labelled', { voice: name, label: authorLabel }) : name;
}

const listedReason = (item: Item, answer: Answer | undefined): string =>
  item.naReasons.find(({ id }) => id === answer?.reasonId)?.label ?? '';

/** One line, or several when something was typed with it. */
function otherText(item: Item, answer: Answer, { language }: Checklist, t: Translate): string {
  const typed: [string, string][] = [
    ['reason', listedReason(item, answer)],
    ['ownReason', answer.reasonText],
    ['note', answer.note],
    ['proof', answer.proof],
  ];
  const first = t('report.other', {
    who: whoText(answer, t),
    when: dateText(answer.at, language),
    answer: t(`report.value.${answer.value}`),
  });
  const rest = typed.filter(([, text]) => text !== '').map(([key, text]) => `${t(`report.word.${key}`)}: ${text}`);
  return [first, ...rest].join('\n');
}
