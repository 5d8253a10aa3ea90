import type { RemarkKind } from '#app/domain/remark.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { Dialect } from './dialect.ts';

/** What is shown of many: frozen tables, and who stands in them. Pages read `figureTable` and nothing else. */
export function figureTables(dialect: Dialect, { assessment, submission }: AssessmentTables) {
  const { table, id, text, int, bool, time, json, index, unique, primaryKey } = dialect;

  /** One making of figures; numbered in order. */
  const figureNight = table('figure_night', { number: int('number').primaryKey(), madeAt: time('made_at').notNull() });

  /**
   * A published table as it stood from a night on, rounded and suppressed: exactly what may be shown. `scope` is sector:care,
   * edition:<id>, campaign:<id>, evidence:care or remarks:care; `name` is one of the fixed list.
   */
  const figureTable = table(
    'figure_table',
    {
      scope: text('scope').notNull(),
      name: text('name').notNull(),
      night: int('night').notNull(),
      madeAt: time('made_at').notNull(),
      rows: json<unknown>('rows').notNull(),
    },
    (t) => [primaryKey({ name: 'figure_table_pk', columns: [t.scope, t.name, t.night] })],
  );

  /**
   * That something of an organisation (a hand-in, a threshold met in a placement, a remark, a visit through a campaign) stood in
   * published rows, from a night until before another. Keys are keyed hashes; `facts` goes when its source is erased, the rest
   * stays, so that no two nights can be subtracted to find who left.
   */
  const figureMember = table(
    'figure_member',
    {
      id: id(),
      /** What is counted jointly: the hand-ins of a sector, its placements, its remarks, the visits through a campaign. */
      universe: text('universe').notNull(),
      /** Hash of what it came from, such as an assessment. */
      source: text('source').notNull(),
      /** Hash of what it is, such as a hand-in with its plan as it stood. */
      member: text('member').notNull(),
      organisation: text('organisation').notNull(),
      account: bool('account').notNull(),
      /** Ids of the published rows it stands in. */
      rows: json<string[]>('rows').notNull(),
      facts: json<unknown>('facts'),
      assessmentId: text('assessment_id').references(() => assessment.id, { onDelete: 'set null' }),
      fromNight: int('from_night').notNull(),
      untilNight: int('until_night'),
    },
    (t) => [
      unique('figure_member_from').on(t.member, t.fromNight),
      index('figure_member_assessment').on(t.assessmentId),
      index('figure_member_universe').on(t.universe),
    ],
  );

  /**
   * One making of the hand-ins of a sector. What a making wrote counts from the moment that it stands here, so that a night
   * of a million is written in small pieces and still comes in whole or not at all.
   */
  const figureMaking = table(
    'figure_making',
    { id: id(), universe: text('universe').notNull(), night: int('night').notNull() },
    (t) => [unique('figure_making_night').on(t.universe, t.night)],
  );

  /**
   * Many members that came to stand in the same rows in one night, a line each, or (`rows` is null) that no longer do. Only
   * added to. Keyed hashes as in `figureMember`; what is counted of a member stays with its hand-in.
   */
  const figureStanding = table(
    'figure_standing',
    {
      id: id(),
      makingId: text('making_id').notNull(),
      universe: text('universe').notNull(),
      night: int('night').notNull(),
      rows: json<string[]>('rows'),
      members: text('members').notNull(),
    },
    (t) => [index('figure_standing_universe').on(t.universe)],
  );

  /** The plan that stands in the figures beside a hand-in, where there is one; it goes with the hand-in. */
  const countedPlan = table('counted_plan', {
    submissionId: text('submission_id')
      .primaryKey()
      .references(() => submission.id, { onDelete: 'cascade' }),
    plan: json<unknown>('plan').notNull(),
  });

  /** The ids that the short facts of hand-ins name by their place; `id` is a hash of them. */
  const factsShape = table('facts_shape', {
    id: id(),
    items: json<string[]>('items').notNull(),
    dimensions: json<string[]>('dimensions').notNull(),
  });

  /** What somebody who fills in says of an item: a fixed choice; `note` is for the toolbox's own editors only. */
  const remark = table(
    'remark',
    {
      id: id(),
      assessmentId: text('assessment_id')
        .notNull()
        .references(() => assessment.id, { onDelete: 'cascade' }),
      checklistRef: text('checklist_ref').notNull(),
      item: text('item').notNull(),
      kind: text<RemarkKind>('kind').notNull(),
      note: text('note').notNull().default(''),
      at: time('at').notNull(),
      /** When an editor of the toolbox dealt with the note; another note is not dealt with. */
      dealtWithAt: time('dealt_with_at'),
    },
    (t) => [unique('remark_once').on(t.assessmentId, t.item, t.kind), index('remark_item').on(t.checklistRef, t.item)],
  );

  return { figureNight, figureTable, figureMember, figureMaking, figureStanding, countedPlan, factsShape, remark };
}
