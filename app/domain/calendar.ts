/** Calendar rules in Europe/Brussels; instants come in as Date, days go out as YYYY-MM-DD. */

const zone = 'Europe/Brussels';
// Swedish writes a date as YYYY-MM-DD.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Brussels at this instant. */
export const brusselsDay = (instant: Date | string): string => day.format(new Date(instant));

/** The day so many days later. */
export function addDays(from: string, days: number): string {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** The same date so many months later; a date that the month does not have becomes its last day. */
export function addMonths(from: string, months: number): string {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** How many days later `to` is than `from`; below zero when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The last second of a day in Brussels. */
export function endOfDay(of: string): Date {
  const winter = new Date(`${of}T22:59:59Z`);
  return brusselsDay(winter) === of ? winter : new Date(`${of}T21:59:59Z`);
}

/** ISO 8601 week of a day, such as 2026-W48. */
export function isoWeek(of: string): string {
  const [year = 0, month = 1, date = 1] = of.split('-').map(Number);
  const thursday = new Date(Date.UTC(year, month - 1, date));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of an ISO 8601 week such as 2026-W48. */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  // The fourth of January is always in the first week.
  const inFirst = `${year}-01-04`;
  return addDays(inFirst, (Number(number) - 1) * 7 + 1 - weekday(inFirst));
}

/** Monday is 1, Sunday is 7. */
export const weekday = (of: string): number => new Date(`${of}T00:00:00Z`).getUTCDay() || 7;

/** Whether the text is a day that exists, such as 2027-02-28. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** A day or instant in words: 23 november 2026. */
export const showDay = (language: string, instant: Date | string): string => days(language).format(new Date(instant));

/** A time that was typed as HH:MM, in words: 9.30 in Dutch. */
export const showClock = (language: string, time: string): string =>
  language === 'nl' ? time.replace(/^0/, '').replace(':', '.') : time;

/** A day in few words: wo 25 nov. */
export const showShortDay = (language: string, on: string): string =>
  shortDays(language)
    .format(new Date(`${on}T12:00:00Z`))
    .replaceAll('.', '');

/** A moment in words: 23 november 2026 om 10.42 uur, without the word for hour. */
export const showTime = (language: string, instant: Date | string): string =>
  times(language)
    .format(new Date(instant))
    .replace(':', language === 'nl' ? '.' : ':');

/** Making a format costs as much as a hundred uses of it, so each is made once per language. */
function inLanguage(options: Intl.DateTimeFormatOptions): (language: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (language) => {
    const locale = language === 'en' ? 'en-GB' : 'nl-BE';
    const format = made.get(locale) ?? new Intl.DateTimeFormat(locale, options);
    made.set(locale, format);
    return format;
  };
}

const days = inLanguage({ timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const shortDays = inLanguage({ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
const times = inLanguage({ timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false });

/** Whether a check is more than a year old (product: content). */
export const isStale = (checked: string, today: string): boolean => {
  const [year = '', ...rest] = checked.split('-');
  return today > [String(Number(year) + 1).padStart(4, '0'), ...rest].join('-');
};
