import type { AcceptedAction } from '#app/domain/action.ts';
import { isOverdue } from '#app/domain/action.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Checklist, Instrument } from '#app/domain/checklist.ts';
import { outsideFlanders } from '#app/domain/context.ts';
import type { ReportAction, ReportInstrument } from '#app/domain/report.ts';
import { remediesFor } from '#app/domain/what-helps.ts';
import type { Translate } from '#app/domain/words.ts';
import { anchorOf, codesOf, isGap } from './report-answers.ts';
import { dateText } from './report-date.ts';
import type { ReportInput } from './report-input.ts';

/** The plan, in the order given. */
export const actionsOf = (input: ReportInput, t: Translate): ReportAction[] =>
  input.actions.map((action) => ({
    id: action.id,
    title: action.title,
    items: itemTexts(action, input, t),
    owner: action.owner,
    due: action.due ? dateText(action.due, input.checklist.language) : '',
    dueDate: action.due,
    status: statusText(action, input, t),
    statusId: action.status,
    instrument: input.checklist.instruments.find(({ id }) => id === action.instrument)?.name ?? '',
    note: action.note,
    done: doneText(action, input.checklist, t),
  }));

/** Support that pays or helps with a gap or an action; Flemish measures only for a workplace in the Flemish Region. */
export function instrumentsOf(input: ReportInput, t: Translate): ReportInstrument[] {
  const useful = usefulInstruments(input);
  const abroad = input.context.place === outsideFlanders;
  return input.checklist.instruments
    .filter(({ id, flemish }) => useful.has(id) && !(abroad && flemish))
    .map((instrument) => reportInstrument(instrument, input, t));
}

/** Items that do not apply any more keep their title, without a code. */
function itemTexts(action: AcceptedAction, input: ReportInput, t: Translate): string[] {
  const codes = codesOf(input);
  return input.checklist.items
    .filter(({ id }) => action.items.includes(id))
    .map(({ id, title }) => t('report.action.item', { code: codes.get(id) ?? '', title }).trim());
}

function statusText(action: AcceptedAction, input: ReportInput, t: Translate): string {
  const status = t(`report.action.${action.status}`);
  return isOverdue(action, brusselsDay(input.now)) ? t('report.action.overdue', { status }) : status;
}

function doneText(action: AcceptedAction, { language }: Checklist, t: Translate): string | null {
  const { doneBy, doneAt, doneHow } = action;
  const seen = doneHow ? t('report.action.doneHow', { how: doneHow }) : '';
  const whoAndWhen = [
    ...(doneBy ? [t('report.action.doneBy', { who: doneBy })] : []),
    ...(doneAt ? [t('report.action.doneAt', { date: dateText(doneAt, language) })] : []),
  ].join(', ');
  return [whoAndWhen, seen].filter((part) => part !== '').join('. ') || null;
}

function usefulInstruments({ checklist, items, counted, actions }: ReportInput): Set<string> {
  const gaps = items.filter((item) => isGap(item, anchorOf(item, counted[item.id])));
  const remedies = new Set(gaps.flatMap((item) => remediesFor(item).map(({ id }) => id)));
  return new Set([
    ...checklist.remedies.filter(({ id }) => remedies.has(id)).flatMap(({ instruments }) => instruments),
    ...actions.flatMap(({ instrument }) => instrument ?? []),
  ]);
}

function reportInstrument(instrument: Instrument, { checklist, now }: ReportInput, t: Translate): ReportInstrument {
  const source = checklist.sources.find(({ id }) => id === instrument.source);
  const date = dateText(instrument.checked, checklist.language);
  const { name, summary, conditions, decides, applies, caution } = instrument;
  return {
    name,
    summary,
    conditions,
    decides,
    applies,
    amounts: instrument.amounts.map(({ text, year }) => t('report.amount', { text, year })),
    caution,
    source: source ? t('report.instrument.source', { title: source.title, publisher: source.publisher }) : '',
    url: source?.url ?? null,
    checked: t(isStale(instrument, now) ? 'report.instrument.stale' : 'report.instrument.checked', { date }),
  };
}

/** Checked more than a year ago. */
function isStale({ checked }: Instrument, now: string): boolean {
  const today = brusselsDay(now);
  return `${Number(checked.slice(0, 4)) + 1}${checked.slice(4)}` < today;
}
