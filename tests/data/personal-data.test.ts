import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { sqlite } from '#app/data/dialect.ts';
import { tables } from '#app/data/tables.ts';

/*
 * What each column that can hold words is for (product: what is assessed). Nowhere is there a place for a candidate's name,
 * birth date, national number, contact, diagnosis or work-support package; where people type freely, the page warns.
 */

const meanings = {
  /** Ids, hashes, codes and tokens that we make. */
  made: [
    '*.id',
    '*.*_id',
    '*.*_hash',
    '*.counting_key',
    'edition.slug',
    'campaign.slug',
    'figure_member.member',
    'figure_member.organisation',
    'figure_member.rows',
    'figure_member.source',
    'figure_member.universe',
    'figure_making.universe',
    'figure_standing.universe',
    'figure_standing.members',
    'figure_standing.rows',
    'figure_table.scope',
    'logo.body',
    'answer.author',
    'action.proposed_by',
    'answer.base',
    'assessment.started_by',
    'digest.stop_token',
    'follow_up.sealed_token',
    'guess.key',
    'link.sealed',
    'passkey.public_key',
    'placement.code',
    'session.data',
    'job.payload',
    'mail.payload',
    'mail.last_error',
    'job.last_error',
  ],
  /** From a fixed list or a pattern that is checked at the edge. */
  fixed: [
    '*.language',
    '*.kind',
    '*.voice',
    '*.role',
    '*.status',
    '*.sector',
    '*.side',
    '*.scope',
    '*.what',
    '*.checklist_ref',
    'figure_member.facts',
    'counted_plan.plan',
    'facts_shape.items',
    'facts_shape.dimensions',
    'figure_table.name',
    'figure_table.rows',
    'logo.mime',
    'pilot_lesson.item',
    'pilot_phase.deliverables',
    'remark.item',
    'sector_action.item',
    'uptake.week',
    'action.instrument',
    'action.items',
    'action.remedy',
    'answer.item',
    'answer.value',
    'assessment.context',
    'assessment.starter_voice',
    'caseload_mail.last_week',
    'current_answer.item',
    'deletion.counts',
    'digest.last_week',
    'follow_up.sent',
    'follow_up_form.filled_by',
    'link.item',
    'log.who',
    'passkey.transports',
    'placement.legal_ticked',
    'placement.outcome',
    'placement.outcome_reason',
    'placement.phase',
    'placement.route',
    'placement_need.need',
    'placement_threshold.item',
    'placement_threshold.weight',
    'session.device',
    'sign_in_link.next',
    'submission.context',
    'submission.facts',
    'task.carve',
    'task.needs',
    'task.per',
    'task.risk',
    'task.when_done',
    'tried_remedy.helped',
    'tried_remedy.remedy',
    'visit.time',
    'waiver.item',
    'waiver.by_whom',
    'worker_count.answer',
    'worker_count.question',
  ],
  /** Days, YYYY-MM-DD: none of a birth. */
  day: [
    '*.*_on',
    '*.on_day',
    '*.due',
    'pilot_entry.day',
    '*.since',
    '*.backups_until',
    'action.done_at',
    'placement.first_contract_day',
    'placement.stage_start',
  ],
  /** The address of somebody who works for an employer, a coaching organisation or a federation. */
  'work address': ['*.email', '*.host_email', '*.to_address', 'organisation_log.who'],
  /** Typed freely about a job or a workplace: the page warns beside the field. */
  'free text': [
    '*.label',
    '*.note',
    'action.done_by',
    'action.done_how',
    'action.owner',
    'action.title',
    'answer.author_label',
    'answer.proof',
    'answer.reason_text',
    'carved_job.asks',
    'carved_job.red_lines',
    'carved_job.title',
    'campaign.title',
    'edition.draft',
    'edition_version.changes',
    'edition_version.content',
    'pilot.answer',
    'pilot.duplicated_from',
    'pilot.published',
    'pilot.question',
    'pilot.setting',
    'pilot.title',
    'pilot_lesson.origin',
    'pilot_partner.contribution',
    'pilot_partner.name',
    'sector_action.owner',
    'sector_action.title',
    'follow_up_form.answers',
    'link.question',
    'log.detail',
    'organisation.name',
    'organisation_log.detail',
    'placement.host_name',
    'placement.outcome_note',
    'placement.place',
    'placement.target_job',
    'placement_event.detail',
    'placement_note.text',
    'placement_threshold.rival',
    'placement_threshold.text',
    'submission.report',
    'task.adapted',
    'task.done_by',
    'task.title',
    'tried_remedy.text',
    'visit.purpose',
    'visit.report',
    'waiver.reason',
  ],
} as const;

const columns = Object.values(tables(sqlite))
  .map((table) => getTableConfig(table))
  .flatMap(({ name, columns }) =>
    columns.filter((column) => column.getSQLType() === 'text').map((column) => `${name}.${column.name}`),
  );

it('every column that can hold words says what it is for', () => {
  const known = Object.values(meanings).flat() as string[];
  expect(columns.filter((column) => !known.some((pattern) => matches(pattern, column)))).toEqual([]);
});

it('no column is named after a person’s identity, health or support', () => {
  const forbidden =
    /name|birth|national|gender|phone|address|diagnos|health|disab|limitation|support|wop|rijksregister/;
  const allowed = [
    'organisation.name',
    'pilot_partner.name',
    'figure_table.name',
    'placement.host_name',
    'mail.to_address',
  ];
  expect(columns.filter((column) => forbidden.test(column) && !allowed.includes(column))).toEqual([]);
});

it('every meaning is of a column that exists', () => {
  const patterns = Object.values(meanings).flat() as string[];
  expect(patterns.filter((pattern) => !columns.some((column) => matches(pattern, column)))).toEqual([]);
});

const matches = (pattern: string, column: string) =>
  new RegExp(`^${pattern.replace('.', '\\.').replaceAll('*', '\\w*')}$`).test(column);
