/** How long things stay (product: access, privacy, safety); said on the privacy page and kept by the nightly job. */

/** Months without activity after which an assessment is removed. */
export const retentionMonths = 12;

/** Days after which nothing deleted is left in a backup. */
export const backupDays = 35;

/** Months after closing at which a placement is erased. */
export const placementRetentionMonths = 24;
