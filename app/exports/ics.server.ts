import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Report, ReportAction } from '#app/domain/report.ts';
import { printable } from './printable.ts';

/**
 * A calendar with one all-day event per action that has a day. Days are written as days, so they hold wherever the
 * calendar is opened; the named time zone only tells it where that day is.
 */
export async function renderIcs(report: Report): Promise<Buffer> {
  const clean = printable(report);
  const calendar = ical({
    name: [clean.words.plan, clean.label].filter((part) => part !== '').join(': '),
    prodId: { company: 'Toolbox Doorstroom', product: 'Report', language: clean.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    x: [{ key: 'X-WR-TIMEZONE', value: 'Europe/Brussels' }],
  });
  for (const action of clean.actions) {
    if (action.dueDate) calendar.createEvent(eventOf(action, action.dueDate, clean));
  }
  return Buffer.from(calendar.toString());
}

const eventOf = (action: ReportAction, day: string, { date, words }: Report) => ({
  id: `${action.id}@toolbox-doorstroom`,
  start: new Date(`${day}T00:00:00Z`),
  allDay: true,
  stamp: new Date(date),
  summary: action.title,
  description: descriptionOf(action, words),
  status: action.statusId === 'dropped' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  transparency: ICalEventTransparency.TRANSPARENT,
});

function descriptionOf(action: ReportAction, words: Report['words']): string {
  const lines: [string, string][] = [
    [words.owner, action.owner],
    [words.status, action.status],
    [words.items, action.items.join('\n')],
    [words.instrument, action.instrument],
    [words.note, action.note],
    [words.done, action.done ?? ''],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n');
}
