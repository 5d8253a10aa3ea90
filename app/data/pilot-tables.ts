import type { SectorId } from '#app/domain/checklist.ts';
import type { PilotLessonKind, PilotPartnerKind, PilotPhaseStatus } from '#app/domain/pilot.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import type { PeopleTables } from './people-tables.ts';
import type { PlacementTables } from './placement-tables.ts';

/** Pilots (proeftuinen): one process of nine phases, done by partners, that others can read and do again. */
export function pilotTables(
  dialect: Dialect,
  { organisation }: PeopleTables,
  { assessment }: AssessmentTables,
  { placement }: PlacementTables,
) {
  const { table, id, text, int, time, date, json, index, unique, primaryKey } = dialect;

  const pilot = table(
    'pilot',
    {
      id: id(),
      /** Who leads it. */
      organisationId: text('organisation_id')
        .notNull()
        .references(() => organisation.id, { onDelete: 'cascade' }),
      title: text('title').notNull(),
      sector: text<SectorId>('sector').notNull(),
      /** The kind of workplace, in their own words. */
      setting: text('setting').notNull().default(''),
      /** What they want to find out. */
      question: text('question').notNull().default(''),
      /** What they found out. */
      answer: text('answer').notNull().default(''),
      startsOn: date('starts_on'),
      endsOn: date('ends_on'),
      createdAt: time('created_at').notNull(),
      changedAt: time('changed_at').notNull(),
      finishedAt: time('finished_at'),
      publishedAt: time('published_at'),
      /** What the library shows, frozen when it was published. */
      published: json<unknown>('published'),
      /** The pilot it was made from: another of ours, or one of the library's own, such as care-2017. */
      duplicatedFrom: text('duplicated_from'),
    },
    (t) => [index('pilot_organisation').on(t.organisationId), index('pilot_published').on(t.publishedAt)],
  );
  const pilotId = () =>
    text('pilot_id')
      .notNull()
      .references(() => pilot.id, { onDelete: 'cascade' });

  const pilotPhase = table(
    'pilot_phase',
    {
      pilotId: pilotId(),
      /** 0 to 8. */
      phase: int('phase').notNull(),
      status: text<PilotPhaseStatus>('status').notNull(),
      /** Ids of the deliverables that are there. */
      deliverables: json<string[]>('deliverables').notNull(),
      note: text('note').notNull().default(''),
      doneOn: date('done_on'),
    },
    (t) => [primaryKey({ name: 'pilot_phase_pk', columns: [t.pilotId, t.phase] })],
  );

  const pilotPartner = table(
    'pilot_partner',
    {
      id: id(),
      pilotId: pilotId(),
      kind: text<PilotPartnerKind>('kind').notNull(),
      /** Name of an organisation, never of a person. */
      name: text('name').notNull(),
      /** What this partner did and found, as the report and the library say it. */
      contribution: text('contribution').notNull().default(''),
      /** The link by which it re-reads and confirms; only its hash. */
      tokenHash: text('token_hash'),
      /** Hash of the text that it confirmed: another text is not confirmed. */
      confirmedHash: text('confirmed_hash'),
      confirmedAt: time('confirmed_at'),
    },
    (t) => [index('pilot_partner_pilot').on(t.pilotId), unique('pilot_partner_token_hash').on(t.tokenHash)],
  );

  const pilotAssessment = table(
    'pilot_assessment',
    {
      pilotId: pilotId(),
      assessmentId: text('assessment_id')
        .notNull()
        .references(() => assessment.id, { onDelete: 'cascade' }),
    },
    (t) => [
      primaryKey({ name: 'pilot_assessment_pk', columns: [t.pilotId, t.assessmentId] }),
      index('pilot_assessment_assessment').on(t.assessmentId),
    ],
  );

  const pilotPlacement = table(
    'pilot_placement',
    {
      pilotId: pilotId(),
      placementId: text('placement_id')
        .notNull()
        .references(() => placement.id, { onDelete: 'cascade' }),
    },
    (t) => [
      primaryKey({ name: 'pilot_placement_pk', columns: [t.pilotId, t.placementId] }),
      index('pilot_placement_placement').on(t.placementId),
    ],
  );

  /** The journal: what happened, on which day, in which phase. */
  const pilotEntry = table(
    'pilot_entry',
    {
      id: id(),
      pilotId: pilotId(),
      phase: int('phase').notNull(),
      day: date('day').notNull(),
      note: text('note').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [index('pilot_entry_pilot').on(t.pilotId, t.day)],
  );

  /** What they would do again, or not, or advise: this travels along with a duplicate. */
  const pilotLesson = table(
    'pilot_lesson',
    {
      id: id(),
      pilotId: pilotId(),
      kind: text<PilotLessonKind>('kind').notNull(),
      note: text('note').notNull(),
      /** The item of the checklist it is about, if any. */
      item: text('item'),
      /** The title of the pilot it came along from; empty when learned here. */
      origin: text('origin').notNull().default(''),
      createdAt: time('created_at').notNull(),
    },
    (t) => [index('pilot_lesson_pilot').on(t.pilotId)],
  );

  return { pilot, pilotPhase, pilotPartner, pilotAssessment, pilotPlacement, pilotEntry, pilotLesson };
}
