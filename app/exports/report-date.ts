import type { Language } from '#app/domain/checklist.ts';

const locales: Record<Language, string> = { nl: 'nl-BE', en: 'en-GB' };

/** An instant or a day as words for people, such as 23 november 2026, on the Brussels calendar. */
export const dateText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(
    new Date(date.length === 10 ? `${date}T12:00:00Z` : date),
  );

/** The day of an instant in Brussels, YYYY-MM-DD. */
export const brusselsDay = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Brussels' }).format(new Date(instant));
