import { addDays, brusselsDay } from './calendar.ts';

/** How long things stay (product: access, privacy, safety); said on the pages and kept by the nightly job. */

/** Months without activity after which an assessment is removed. */
export const retentionMonths = 12;

/** Months without signing in after which a person without organisation or placements is removed, and an empty organisation. */
export const accountMonths = 24;

/** Days between the mail that warns and the removal. */
export const warningDays = 30;

/** Days after which nothing deleted is left in a backup. */
export const backupDays = 35;

/** Months after closing at which a placement is erased. */
export const placementRetentionMonths = 24;

/** Days after which an assessment that a coach started is removed when no employer took it over, and when it is reminded of. */
export const takeOverDays = 60;
export const takeOverReminders = [30, 53] as const;

/** Days without a night's work after which the clock is doubted, and one night is waited before anything is removed. */
const silentDays = 30;

/** Whether the last night lies too far from now to trust the clock; before the first night it has nothing to be trusted by. */
export const isLongSilent = (lastNight: Date | null, now: Date): boolean =>
  lastNight === null || Math.abs(now.getTime() - lastNight.getTime()) > silentDays * 24 * 60 * 60_000;

/** When somebody was last active, and when a mail said that their account, or their organisation, will go. */
export type Quiet = { activeAt: Date; warnedAt: Date | null };

/** The day on which an account, or an empty organisation, is removed when nobody signs in before. */
export function leavesOn({ activeAt, warnedAt }: Quiet): string {
  const last = monthsLater(brusselsDay(activeAt), accountMonths);
  const afterWarning = warnedAt ? addDays(brusselsDay(warnedAt), warningDays) : '';
  return afterWarning > last ? afterWarning : last;
}

/** What the nightly job does with it today; `mail`: whether a warning can be sent, and so must come first. */
export function dueToday(quiet: Quiet, today: string, mail: boolean): 'warn' | 'remove' | null {
  const warning = addDays(leavesOn({ ...quiet, warnedAt: null }), -warningDays);
  if (mail && !quiet.warnedAt) return today >= warning ? 'warn' : null;
  return today >= leavesOn(quiet) ? 'remove' : null;
}

/** The day on which an assessment is removed when nobody works on it before. */
export const assessmentLeavesOn = (activeAt: Date): string => monthsLater(brusselsDay(activeAt), retentionMonths);

/** The same day so many months later; the 31st of a short month is its last day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
