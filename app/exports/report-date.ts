import { showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';

/** An instant or a day as words for people, such as 23 november 2026, on the Brussels calendar. */
export const dateText = (date: string, language: Language): string =>
  showDay(language, date.length === 10 ? `${date}T12:00:00Z` : date);
