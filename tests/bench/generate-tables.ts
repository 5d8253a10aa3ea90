import type Database from 'better-sqlite3';
import { newEdition } from '#app/domain/edition-form.ts';
import type { FactsShape } from '#app/domain/figures/coded-facts.ts';
import type { CrowdWorkplace } from '#drizzle/seed/crowd-workplace.ts';
import type { MadeAnswer } from './generate-answers.ts';

type Workplace = {
  id: string;
  checklistRef: string;
  context: object;
  at: number;
};
type Of = { id: string | null; key: string; edition: string | null; sector: string };
export type Tables = ReturnType<typeof openTables>;

/** One function per table, each a statement that is prepared once. */
export function openTables(database: Database.Database, now: Date) {
  const insert = (table: string, columns: string[]) =>
    database.prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`);
  const organisation = insert('organisation', ['id', 'kind', 'name', 'created_at']);
  const edition = insert('edition', ['id', 'organisation_id', 'sector', 'slug', 'draft', 'created_at', 'changed_at']);
  const version = insert('edition_version', ['id', 'edition_id', 'number', 'checklist_ref', 'content', 'published_at']);
  const shape = insert('facts_shape', ['id', 'items', 'dimensions']);
  const assessment = insert('assessment', [
    'id',
    'checklist_ref',
    'language',
    'context',
    'code_hash',
    'counting_key',
    'created_at',
    'active_at',
    'organisation_id',
  ]);
  const submission = insert('submission', [
    'id',
    'assessment_id',
    'round',
    'at',
    'language',
    'level',
    'counted',
    'counting_key',
    'sector',
    'edition_id',
    'checklist_ref',
    'context',
    'facts',
    'report',
  ]);
  const action = insert('action', [
    'id',
    'assessment_id',
    'remedy',
    'title',
    'status',
    'instrument',
    'items',
    'step',
    'created_at',
    'updated_at',
  ]);
  const answer = insert('answer', [
    'id',
    'assessment_id',
    'round',
    'item',
    'voice',
    'author',
    'value',
    'base',
    'at',
    'seq',
  ]);
  const current = insert('current_answer', ['assessment_id', 'round', 'item', 'voice', 'answer_id']);
  let answers = 0;
  return {
    organisation: (id: string, kind: string) => organisation.run(id, kind, `Bench: ${id}`, now.getTime()),
    edition(id: string, sector: string) {
      const content = JSON.stringify(newEdition(id, 'nl'));
      edition.run(id, 'federation', sector, id, content, now.getTime(), now.getTime());
      version.run(`${id}-version`, id, 1, `${sector}@1`, content, now.getTime());
    },
    shape: (id: string, { items, dimensions }: FactsShape) =>
      shape.run(id, JSON.stringify(items), JSON.stringify(dimensions)),
    assessment: (of: Omit<Workplace, 'id'> & { id: string; organisationId?: string | null } & { key: string }) =>
      assessment.run(
        of.id,
        of.checklistRef,
        'nl',
        JSON.stringify(of.context),
        `code-${of.id}`.padEnd(43, 'x'),
        of.key,
        of.at,
        now.getTime(),
        of.organisationId ?? null,
      ),
    submission: (
      of: Workplace & Omit<Of, 'id'> & { assessmentId: string; round: number; level: number; facts: string },
    ) =>
      submission.run(
        of.id,
        of.assessmentId,
        of.round,
        of.at,
        'nl',
        of.level,
        1,
        of.key,
        of.sector,
        of.edition,
        of.checklistRef,
        JSON.stringify(of.context),
        of.facts,
        '{"format":"toolbox-doorstroom/report","version":1}',
      ),
    action: (
      id: string,
      assessmentId: string,
      { remedy, title, status, instrument, step }: CrowdWorkplace['actions'][number],
    ) => action.run(id, assessmentId, remedy, title, status, instrument, '[]', step, now.getTime(), now.getTime()),
    answer(assessmentId: string, round: number, at: number, { item, voice, value, open }: MadeAnswer) {
      const id = `answer-${String(answers).padStart(9, '0')}`;
      answer.run(id, assessmentId, round, item, voice, 'author-of-bench-1', value, '[]', at, ++answers);
      if (open) current.run(assessmentId, round, item, voice, id);
    },
  };
}
