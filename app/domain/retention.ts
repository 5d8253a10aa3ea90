/** How long things stay (product: access, privacy, safety); said on the privacy page and kept by the nightly job. */

/** Months without activity after which an assessment is removed. */
export const retentionMonths = 12;

/** Days after which nothing deleted is left in a backup. */
export const backupDays = 35;

/** Days after which an assessment that a coach started is removed when no employer took it over, and when it is reminded of. */
export const takeOverDays = 60;
export const takeOverReminders = [30, 53] as const;
