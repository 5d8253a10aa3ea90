import type { Language, SectorId } from '#app/domain/checklist.ts';
import type { FollowUpMail, FollowUpSide } from '#app/domain/follow-up-schedule.ts';
import type { GuidanceKind } from '#app/domain/guidance-kind.ts';
import type { Phase, PlacementSide, Route } from '#app/domain/placement.ts';
import type { PlacementEventKey } from '#app/domain/placement-event.ts';
import type { Helped, ThresholdRival, ThresholdWeight } from '#app/domain/placement-threshold.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';
import type { PeopleTables } from './people-tables.ts';

/** A placement and everything that is erased with it. Pseudonymous: a code, never a name (product: job coach). */
export function placementTables(
  dialect: Dialect,
  { person, organisation }: PeopleTables,
  { assessment }: AssessmentTables,
) {
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

  /** Planned and made visits; `report` is what the coach wrote, `changes` is computed from events in between. */
  const visit = table(
    'visit',
    {
      id: id(),
      placementId: placementId(),
      on: date('on_day').notNull(),
      /** HH:MM in Brussels, or empty. */
      time: text('time').notNull().default(''),
      purpose: text('purpose').notNull().default(''),
      startedAt: time('started_at'),
      doneAt: time('done_at'),
      report: text('report').notNull().default(''),
    },
    (t) => [index('visit_placement').on(t.placementId)],
  );

  /** Only for the coach. */
  const placementNote = table(
    'placement_note',
    {
      id: id(),
      placementId: placementId(),
      visitId: text('visit_id').references(() => visit.id, { onDelete: 'set null' }),
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

  /** One per month after the first contract day; the host's side opens by link. */
  const followUp = table(
    'follow_up',
    {
      id: id(),
      placementId: placementId(),
      month: int('month').notNull(),
      tokenHash: text('token_hash'),
      /** The token, sealed, so that a reminder carries the same link. */
      sealedToken: text('sealed_token'),
      /** Of the address that got the link: another address at the host gets another link. */
      mailedToHash: text('mailed_to_hash'),
      /** The mails that went, so that none goes twice. */
      sent: json<FollowUpMail[]>('sent').notNull(),
    },
    (t) => [
      unique('follow_up_placement_month').on(t.placementId, t.month),
      unique('follow_up_token_hash').on(t.tokenHash),
    ],
  );

  const followUpForm = table(
    'follow_up_form',
    {
      followUpId: text('follow_up_id')
        .notNull()
        .references(() => followUp.id, { onDelete: 'cascade' }),
      side: text<FollowUpSide>('side').notNull(),
      /** One may fill in for the other, and it says so; what the side itself fills in stands above that. */
      filledBy: text<FollowUpSide>('filled_by').notNull(),
      answers: json<Record<string, string>>('answers').notNull(),
      note: text('note').notNull().default(''),
      at: time('at').notNull(),
      /** Null while its three steps are not all sent. */
      doneAt: time('done_at'),
    },
    (t) => [primaryKey({ name: 'follow_up_form_pk', columns: [t.followUpId, t.side, t.filledBy] })],
  );

  /** Who wants no mail about this placement: its coach about the follow-ups, an owner of the host about a held stage. */
  const followUpStop = table(
    'follow_up_stop',
    {
      placementId: placementId(),
      personId: text('person_id')
        .notNull()
        .references(() => person.id, { onDelete: 'cascade' }),
      at: time('at').notNull(),
    },
    (t) => [primaryKey({ name: 'follow_up_stop_pk', columns: [t.placementId, t.personId] })],
  );

  /** The weekly summary of a coach: the last week it was made for, such as 2026-W48, and whether it was stopped. */
  const caseloadMail = table('caseload_mail', {
    personId: text('person_id')
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    lastWeek: text('last_week'),
    stoppedAt: time('stopped_at'),
  });

  /** A task on the floor, for job carving. */
  const task = table(
    'task',
    {
      id: id(),
      placementId: placementId(),
      title: text('title').notNull(),
      when: text('when_done').notNull(),
      minutes: int('minutes').notNull(),
      per: text('per').notNull(),
      needs: json<string[]>('needs').notNull(),
      risk: text('risk').notNull(),
      /** What was changed so that the risk is under control; empty when nothing was. */
      adapted: text('adapted').notNull().default(''),
      doneBy: text('done_by').notNull().default(''),
      carve: text('carve').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [index('task_placement').on(t.placementId)],
  );

  const carvedJob = table('carved_job', {
    placementId: placementId().primaryKey(),
    title: text('title').notNull(),
    redLines: json<string[]>('red_lines').notNull(),
    /** Working days of the floor, from 1 to 7: a task of each day counts so many times. */
    daysPerWeek: int('days_per_week').notNull().default(5),
    asks: text('asks').notNull().default(''),
    updatedAt: time('updated_at').notNull(),
  });

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
    visit,
    placementNote,
    guidance,
    waiver,
    followUp,
    followUpForm,
    followUpStop,
    caseloadMail,
    task,
    carvedJob,
    handover,
  };
}
export type PlacementTables = ReturnType<typeof placementTables>;
