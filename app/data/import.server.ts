import type { StoredValue } from '#app/domain/answer.ts';
import type { OwnFile } from '#app/domain/own-file.ts';
import { addAssessment, type NewAssessment } from './assessment.server.ts';
import { addLink, type NewLink } from './link.server.ts';
import type { Db, Store } from './store.server.ts';

/** Stores an opened file as a new assessment, all or nothing; `newId` gives fresh ids, so nothing is overwritten. */
export const importAssessment = (
  store: Store,
  file: OwnFile,
  assessment: NewAssessment,
  link: NewLink,
  newId: () => string,
): Promise<void> =>
  store.write(async (tx) => {
    await addAssessment(tx, store, assessment);
    await addLink(tx, store, link);
    await addRounds(tx, store, file, assessment.id);
    await addAnswers(tx, store, file, assessment.id, newId);
    await addActions(tx, store, file, assessment, newId);
    await addSubmissions(tx, store, file, assessment, newId);
  });

/** Round 1 came with the assessment. */
async function addRounds(tx: Db, { t }: Store, file: OwnFile, assessmentId: string) {
  const others = file.rounds.filter((one) => one.number > 1);
  for (const one of others)
    await tx
      .insert(t.round)
      .values({ ...one, assessmentId, startedAt: new Date(one.startedAt) })
      .onConflictDoNothing();
}

/** Answers keep their order; whoever answered before is another author than this browser. */
async function addAnswers(tx: Db, { t }: Store, file: OwnFile, assessmentId: string, newId: () => string) {
  for (const [index, { open, at, ...answer }] of file.answers.entries()) {
    const id = newId();
    const row = {
      ...answer,
      // Checked against the checklist before it comes here.
      value: answer.value as StoredValue,
      id,
      assessmentId,
      author: `file-${answer.authorLabel}`,
      base: [],
      at: new Date(at),
      seq: index + 1,
    };
    await tx.insert(t.answer).values(row);
    if (!open) continue;
    const { round, item, voice } = answer;
    await tx.insert(t.currentAnswer).values({ assessmentId, round, item, voice, answerId: id });
  }
}

/** In their order, by a millisecond each. */
async function addActions(tx: Db, { t }: Store, file: OwnFile, { id, activeAt }: NewAssessment, newId: () => string) {
  for (const [index, { answersBefore, ...action }] of file.actions.entries())
    await tx.insert(t.action).values({
      ...action,
      id: newId(),
      assessmentId: id,
      doneSeq: action.status === 'done' ? answersBefore : null,
      createdAt: new Date(activeAt.getTime() + index),
      updatedAt: activeAt,
    });
}

/** An imported hand-in is never counted: it may have been counted where it was made. */
async function addSubmissions(tx: Db, { t }: Store, file: OwnFile, assessment: NewAssessment, newId: () => string) {
  for (const one of file.submissions)
    await tx.insert(t.submission).values({
      ...one,
      id: newId(),
      assessmentId: assessment.id,
      at: new Date(one.at),
      counted: false,
      countingKey: assessment.countingKey,
      sector: assessment.checklistRef.split('@')[0] ?? '',
      checklistRef: assessment.checklistRef,
      context: assessment.context,
      facts: one.facts as never,
      report: one.report,
    });
}
