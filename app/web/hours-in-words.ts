import { inHours } from '#app/domain/carved-job.ts';
import type { Translate } from '#app/domain/words.ts';

/** A number of minutes in words, so that nobody reads it as a time of day: 2 uur 15 minuten. */
export function hoursInWords(t: Translate, total: number): string {
  if (total === 0) return t('duration.none');
  const { hours, minutes } = inHours(total);
  return [
    ...(hours > 0 ? [t('duration.hours', { count: hours })] : []),
    ...(minutes > 0 ? [t('duration.minutes', { count: minutes })] : []),
  ].join(' ');
}
