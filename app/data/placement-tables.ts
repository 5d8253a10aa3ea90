import type { Language, SectorId } from '#app/domain/checklist.ts';
import type { GuidanceKind } from '#app/domain/guidance-kind.ts';
import type { Phase, PlacementSide, Route } from '#app/domain/placement.ts';
import type { PlacementEventKey } from '#app/domain/placement-event.ts';
import type { Helped, ThresholdRival, ThresholdWeight } from '#app/domain/placement-threshold.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import { floorTables } from './floor-tables.ts';
import { followUpTables } from './follow-up-tables.ts';
import type { PeopleTables } from './people-tables.ts';

/** A placement and everything that is erased with it. Pseudonymous: a code, never a name (product: job coach). */
export function placementTables(dialect: Dialect, people: PeopleTables, { assessment }: AssessmentTables) {
  const { person, organisation } = people;
  const { table, id, text, int, bool, time, date, json, index, unique, primaryKey } = dialect;

  const placement = table(
    'placement',
    {
      id: id(),
      /** Pronounceable, such as Anker 42. */
      code: text('code').notNull(),
      organisationId: text('organisation_id')
        .notNull()
        .references(() => organisation.id, { onDelete: 'cascade' }),
      /** Its coach; null once that person erased their account: the organisation then hands it over. */
      coachId: text('coach_id').references(() => person.id, { onDelete: 'set null' }),
      /** The host's assessment; null without self-scan, or once it was erased. */
      assessmentId: text('assessment_id').references(() => assessment.id, { onDelete: 'set null' }),
      assessmentErasedOn: date('assessment_erased_on'),
      sector: text<SectorId>('sector').notNull(),
      hostName: text('host_name').notNull(),
      place: text('place').notNull().default(''),
      targetJob: text('target_job').notNull(),
      /** Address of a function at the host, for the follow-ups; empty when none was given. */
      hostEmail: text('host_email').notNull().default(''),
      language: text<Language>('language').notNull(),
      route: text<Route>('route').notNull(),
      phase: text<Phase>('phase').notNull(),
      /** First day of the present phase. */
      since: date('since').notNull(),
      stageStart: date('stage_start'),
      firstContractDay: date('first_contract_day'),
      /** Legal items that the coach ticked one by one, where there is no self-scan. */
      legalTicked: json<string[]>('legal_ticked').notNull(),
      /** Day on which the worker agreed that the host sees the needs; null = only the coach. */
      needsSharedOn: date('needs_shared_on'),
      /** The placement at an earlier host; only the coach sees this. */
      previousId: text('previous_id'),
      closedOn: date('closed_on'),
      outcome: text('outcome'),
      outcomeReason: text('outcome_reason'),
      outcomeNote: text('outcome_note').notNull().default(''),
      demo: bool('demo').notNull().default(false),
      createdAt: time('created_at').notNull(),
      activeAt: time('active_at').notNull(),
    },
    (t) => [
      unique('placement_code').on(t.code),
      index('placement_coach').on(t.coachId),
      index('placement_organisation').on(t.organisationId),
      index('placement_assessment').on(t.assessmentId),
    ],
  );
  /** For what goes when the placement goes. */
  const placementId = () =>
    text('placement_id')
      .notNull()
      .references(() => placement.id, { onDelete: 'cascade' });

  /** What happened, in order; `what` is a key of interface words, `detail` its holes. */
  const placementEvent = table(
    'placement_event',
    {
      id: id(),
      placementId: placementId(),
      at: time('at').notNull(),
      side: text<PlacementSide>('side').notNull(),
      what: text<PlacementEventKey>('what').notNull(),
      detail: json<Record<string, string>>('detail').notNull(),
    },
    (t) => [index('placement_event_placement').on(t.placementId, t.at)],
  );

  const placementNeed = table('placement_need', { placementId: placementId(), need: text('need').notNull() }, (t) => [
    primaryKey({ name: 'placement_need_pk', columns: [t.placementId, t.need] }),
  ]);

  /** A threshold met on the way. `rival` is what another device wrote over the same version, until somebody chooses. */
  const placementThreshold = table(
    'placement_threshold',
    {
      id: id(),
      placementId: placementId(),
      item: text('item'),
      text: text('text').notNull(),
      weight: text<ThresholdWeight>('weight').notNull(),
      seenOn: date('seen_on').notNull(),
      /** Null while it is open. */
      loweredOn: date('lowered_on'),
      side: text<PlacementSide>('side').notNull(),
      version: int('version').notNull().default(1),
      rival: json<ThresholdRival>('rival'),
      createdAt: time('created_at').notNull(),
    },
    (t) => [index('placement_threshold_placement').on(t.placementId)],
  );

  /** A remedy tried on a threshold, and whether it helped: yes, partly, no; null = not known yet. */
  const triedRemedy = table(
    'tried_remedy',
    {
      id: id(),
      placementId: placementId(),
      thresholdId: text('threshold_id')
        .notNull()
        .references(() => placementThreshold.id, { onDelete: 'cascade' }),
      remedy: text('remedy'),
      text: text('text').notNull().default(''),
      triedOn: date('tried_on').notNull(),
      helped: text<Helped>('helped'),
    },
    (t) => [index('tried_remedy_threshold').on(t.thresholdId), index('tried_remedy_placement').on(t.placementId)],
  );

  const floor = floorTables(dialect, placementId);

  /** Only for the coach. */
  const placementNote = table(
    'placement_note',
    {
      id: id(),
      placementId: placementId(),
      visitId: text('visit_id').references(() => floor.visit.id, { onDelete: 'set null' }),
      text: text('text').notNull(),
      at: time('at').notNull(),
    },
    (t) => [index('placement_note_placement').on(t.placementId)],
  );

  /** Hours of guidance, in minutes; only for the coach. */
  const guidance = table(
    'guidance',
    {
      id: id(),
      placementId: placementId(),
      on: date('on_day').notNull(),
      minutes: int('minutes').notNull(),
      kind: text<GuidanceKind>('kind').notNull(),
    },
    (t) => [index('guidance_placement').on(t.placementId)],
  );

  /** An essential item, unmet and not legal, with which the host's owner lets the stage start all the same. */
  const waiver = table(
    'waiver',
    {
      placementId: placementId(),
      item: text('item').notNull(),
      reason: text('reason').notNull(),
      by: text('by_whom').notNull(),
      at: time('at').notNull(),
    },
    (t) => [primaryKey({ name: 'waiver_pk', columns: [t.placementId, t.item] })],
  );

  /** Handing a placement over to another coach, by mailed link. */
  const handover = table(
    'handover',
    {
      id: id(),
      placementId: placementId(),
      email: text('email').notNull(),
      tokenHash: text('token_hash').notNull(),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      acceptedAt: time('accepted_at'),
      revokedAt: time('revoked_at'),
    },
    (t) => [unique('handover_token_hash').on(t.tokenHash), index('handover_placement').on(t.placementId)],
  );

  return {
    placement,
    placementEvent,
    placementNeed,
    placementThreshold,
    triedRemedy,
    ...floor,
    placementNote,
    guidance,
    waiver,
    ...followUpTables(dialect, people, placementId),
    handover,
  };
}
export type PlacementTables = ReturnType<typeof placementTables>;
