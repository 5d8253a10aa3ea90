import type { ShareScope } from '#app/domain/access.ts';
import type { ActionStatus } from '#app/domain/action.ts';
import type { AnswerValue, Voice } from '#app/domain/answer.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Context } from '#app/domain/context.ts';
import type { RoundKind } from '#app/domain/round.ts';
import type { Dialect } from './dialect.ts';
import type { EditionTables } from './edition-tables.ts';
import type { PeopleTables } from './people-tables.ts';

export type LinkKind = 'owner' | 'colleague' | 'reader' | 'ask' | 'coach' | 'take-over' | 'worker';

/** The assessment and everything that is erased with it. */
export function assessmentTables(
  dialect: Dialect,
  { person, organisation }: PeopleTables,
  { editionVersion, campaign }: EditionTables,
) {
  const { table, id, text, int, big, bool, time, date, json, index, unique, primaryKey } = dialect;

  const assessment = table(
    'assessment',
    {
      id: id(),
      checklistRef: text('checklist_ref').notNull(),
      language: text<Language>('language').notNull(),
      context: json<Context>('context').notNull(),
      label: text('label').notNull().default(''),
      codeHash: text('code_hash'),
      countingKey: text('counting_key').notNull(),
      demo: bool('demo').notNull().default(false),
      createdAt: time('created_at').notNull(),
      activeAt: time('active_at').notNull(),
      /** The employer that keeps it; null while it has no account. */
      organisationId: text('organisation_id').references(() => organisation.id, { onDelete: 'set null' }),
      /** The coach who started it for an employer, and in which voice that coach writes until it is taken over. */
      startedBy: text('started_by').references(() => person.id, { onDelete: 'set null' }),
      starterVoice: text<Voice>('starter_voice'),
      takenOverAt: time('taken_over_at'),
      /** The federation's edition it runs in, and the campaign that led to it. */
      editionVersionId: text('edition_version_id').references(() => editionVersion.id, { onDelete: 'set null' }),
      campaignId: text('campaign_id').references(() => campaign.id, { onDelete: 'set null' }),
    },
    (t) => [
      index('assessment_organisation').on(t.organisationId),
      index('assessment_started_by').on(t.startedBy),
      index('assessment_edition_version').on(t.editionVersionId),
      index('assessment_campaign').on(t.campaignId),
      unique('assessment_code_hash').on(t.codeHash),
      index('assessment_active_at').on(t.activeAt),
    ],
  );
  const assessmentId = () =>
    text('assessment_id')
      .notNull()
      .references(() => assessment.id, { onDelete: 'cascade' });

  const link = table(
    'link',
    {
      id: id(),
      assessmentId: assessmentId(),
      kind: text<LinkKind>('kind').notNull(),
      tokenHash: text('token_hash').notNull(),
      label: text('label').notNull().default(''),
      voice: text<Voice | ''>('voice').notNull().default(''),
      item: text('item'),
      question: text('question').notNull().default(''),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at'),
      revokedAt: time('revoked_at'),
      openedAt: time('opened_at'),
      /** Of a coach's link: the first coach who opened it, whom the employer confirms, and what is shared. */
      personId: text('person_id').references(() => person.id, { onDelete: 'cascade' }),
      boundAt: time('bound_at'),
      confirmedAt: time('confirmed_at'),
      scope: json<ShareScope[]>('scope'),
      /** The secret, sealed, of a link that its maker must be able to show again: a QR code, a poster. */
      sealed: text('sealed'),
    },
    (t) => [
      index('link_person').on(t.personId),
      unique('link_token_hash').on(t.tokenHash),
      index('link_assessment').on(t.assessmentId),
    ],
  );

  const round = table(
    'round',
    {
      assessmentId: assessmentId(),
      number: int('number').notNull(),
      kind: text<RoundKind>('kind').notNull(),
      startedAt: time('started_at').notNull(),
    },
    (t) => [primaryKey({ name: 'round_pk', columns: [t.assessmentId, t.number] })],
  );

  /** Append-only: what was once said stays; `seq` is the order of arrival within its assessment. */
  const answer = table(
    'answer',
    {
      id: id(),
      assessmentId: assessmentId(),
      round: int('round').notNull(),
      item: text('item').notNull(),
      voice: text<Voice>('voice').notNull(),
      author: text('author').notNull(),
      authorLabel: text('author_label').notNull().default(''),
      /** `unanswered` takes an earlier answer back. */
      value: text<AnswerValue | 'unanswered'>('value').notNull(),
      reasonId: text('reason_id'),
      reasonText: text('reason_text').notNull().default(''),
      note: text('note').notNull().default(''),
      proof: text('proof').notNull().default(''),
      /** Ids of the answers the writer had before them. */
      base: json<string[]>('base').notNull(),
      at: time('at').notNull(),
      seq: big('seq').notNull(),
    },
    (t) => [
      unique('answer_assessment_seq').on(t.assessmentId, t.seq),
      index('answer_assessment_item').on(t.assessmentId, t.item),
    ],
  );

  /** The answers that stand. Two for one item and voice are a conflict that somebody has to settle. */
  const currentAnswer = table(
    'current_answer',
    {
      assessmentId: assessmentId(),
      round: int('round').notNull(),
      item: text('item').notNull(),
      voice: text<Voice>('voice').notNull(),
      answerId: text('answer_id').notNull(),
    },
    (t) => [primaryKey({ name: 'current_answer_pk', columns: [t.assessmentId, t.round, t.item, t.voice, t.answerId] })],
  );

  /** A hand-in, frozen: the report as it was, and the facts that dashboards count, in short (`facts_shape`). */
  const submission = table(
    'submission',
    {
      id: id(),
      assessmentId: assessmentId(),
      round: int('round').notNull(),
      at: time('at').notNull(),
      language: text<Language>('language').notNull(),
      level: int('level').notNull(),
      /** Whether the organisation agreed to be counted in the comparison. */
      counted: bool('counted').notNull(),
      countingKey: text('counting_key').notNull(),
      sector: text('sector').notNull(),
      /** The edition and campaign it counts for; figures read these, not the assessment's. */
      editionId: text('edition_id'),
      campaignId: text('campaign_id'),
      checklistRef: text('checklist_ref').notNull(),
      context: json<Context>('context').notNull(),
      facts: json<unknown>('facts').notNull(),
      report: json<unknown>('report').notNull(),
    },
    (t) => [
      unique('submission_assessment_round').on(t.assessmentId, t.round),
      index('submission_sector').on(t.sector, t.assessmentId),
    ],
  );

  const action = table(
    'action',
    {
      id: id(),
      assessmentId: assessmentId(),
      remedy: text('remedy'),
      title: text('title').notNull(),
      owner: text('owner').notNull().default(''),
      due: date('due'),
      status: text<ActionStatus>('status').notNull().default('todo'),
      instrument: text('instrument'),
      note: text('note').notNull().default(''),
      items: json<string[]>('items').notNull(),
      step: int('step'),
      doneBy: text('done_by').notNull().default(''),
      doneAt: date('done_at'),
      doneHow: text('done_how').notNull().default(''),
      /** The answer order at which it was done: what was answered later may count it. */
      doneSeq: big('done_seq'),
      /** The coach who proposed it; it counts nowhere until the owner accepts it. */
      proposedBy: text('proposed_by'),
      createdAt: time('created_at').notNull(),
      updatedAt: time('updated_at').notNull(),
    },
    (t) => [index('action_assessment').on(t.assessmentId)],
  );

  /** The weekly mail about one assessment; `stop_token` is sealed, because each mail carries it. */
  const digest = table(
    'digest',
    {
      assessmentId: assessmentId().primaryKey(),
      email: text('email').notNull(),
      language: text<Language>('language').notNull(),
      confirmHash: text('confirm_hash'),
      stopHash: text('stop_hash').notNull(),
      stopToken: text('stop_token').notNull(),
      askedAt: time('asked_at').notNull(),
      confirmedAt: time('confirmed_at'),
      lastWeek: text('last_week'),
    },
    (t) => [unique('digest_confirm_hash').on(t.confirmHash), unique('digest_stop_hash').on(t.stopHash)],
  );

  /** What was done to an assessment, by whom (a function or a key, never a name). */
  const log = table(
    'log',
    {
      id: id(),
      assessmentId: assessmentId(),
      at: time('at').notNull(),
      who: text('who').notNull(),
      what: text('what').notNull(),
      detail: json<unknown>('detail').notNull(),
    },
    (t) => [index('log_assessment').on(t.assessmentId, t.at)],
  );

  /** Devices that answered in the worker's voice: one answer per device, without time or order (product: job coach). */
  const workerDevice = table(
    'worker_device',
    { assessmentId: assessmentId(), deviceHash: text('device_hash').notNull() },
    (t) => [primaryKey({ name: 'worker_device_pk', columns: [t.assessmentId, t.deviceHash] })],
  );

  /** How often a question got an answer: counts are all that is kept of the worker's voice. */
  const workerCount = table(
    'worker_count',
    {
      assessmentId: assessmentId(),
      question: text('question').notNull(),
      answer: text('answer').notNull(),
      n: int('n').notNull(),
      /** `n` as it stood when it might be shown; the rule stands in the domain. */
      shown: int('shown').notNull().default(0),
    },
    (t) => [primaryKey({ name: 'worker_count_pk', columns: [t.assessmentId, t.question, t.answer] })],
  );

  return {
    assessment,
    link,
    round,
    answer,
    currentAnswer,
    submission,
    action,
    digest,
    log,
    workerDevice,
    workerCount,
  };
}
export type AssessmentTables = ReturnType<typeof assessmentTables>;
