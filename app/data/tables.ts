import { assessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import { peopleTables } from './people-tables.ts';
import { placementTables } from './placement-tables.ts';
import { serviceTables } from './service-tables.ts';

/** Every table of the app in one dialect: people, assessments, placements, and what the service itself keeps. */
export function tables(dialect: Dialect) {
  const people = peopleTables(dialect);
  const assessments = assessmentTables(dialect, people);
  const placements = placementTables(dialect, people, assessments);
  return { ...people, ...assessments, ...placements, ...serviceTables(dialect, assessments, placements) };
}
export type Tables = ReturnType<typeof tables>;
