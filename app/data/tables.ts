import { assessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import { serviceTables } from './service-tables.ts';

/** Every table of the app in one dialect: the assessment with all that hangs on it, and what the service itself keeps. */
export function tables(dialect: Dialect) {
  const ofAssessments = assessmentTables(dialect);
  return { ...ofAssessments, ...serviceTables(dialect, ofAssessments) };
}
export type Tables = ReturnType<typeof tables>;
