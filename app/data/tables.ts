import { assessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import { editionTables } from './edition-tables.ts';
import { figureTables } from './figure-tables.ts';
import { peopleTables } from './people-tables.ts';
import { pilotTables } from './pilot-tables.ts';
import { placementTables } from './placement-tables.ts';
import { serviceTables } from './service-tables.ts';

/** Every table of the app in one dialect: people, editions, assessments, placements, figures, pilots, and what the service itself keeps. */
export function tables(dialect: Dialect) {
  const people = peopleTables(dialect);
  const editions = editionTables(dialect, people);
  const assessments = assessmentTables(dialect, people, editions);
  const placements = placementTables(dialect, people, assessments);
  return {
    ...people,
    ...editions,
    ...assessments,
    ...placements,
    ...figureTables(dialect, assessments),
    ...pilotTables(dialect, people, assessments, placements),
    ...serviceTables(dialect, assessments, placements),
  };
}
export type Tables = ReturnType<typeof tables>;
