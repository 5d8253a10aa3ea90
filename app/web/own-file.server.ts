import { listActions } from '#app/data/action.server.ts';
import { listAllAnswers, listOpenAnswers } from '#app/data/answer.server.ts';
import { listRounds } from '#app/data/round.server.ts';
import { listWholeSubmissions } from '#app/data/submission.server.ts';
import { isAccepted } from '#app/domain/action.ts';
import { type OwnFile, ownFileFormat, ownFileVersion } from '#app/domain/own-file.ts';
import type { Visit } from './visit.server.ts';

/** The whole assessment as a file of one's own; no code, link or address goes along. */
export async function ownFile({ services, assessment }: Visit): Promise<OwnFile> {
  const { store } = services;
  const [answers, open, actions, rounds, submissions] = await Promise.all([
    listAllAnswers(store, assessment.id),
    listOpenAnswers(store, assessment.id),
    listActions(store, assessment.id),
    listRounds(store, assessment.id),
    listWholeSubmissions(store, assessment.id),
  ]);
  const openIds = new Set(open.map((one) => one.id));
  return {
    format: ownFileFormat,
    version: ownFileVersion,
    checklistRef: assessment.checklistRef,
    context: assessment.context,
    label: assessment.label,
    createdAt: assessment.createdAt.toISOString(),
    rounds: rounds.map((one) => ({ ...one, startedAt: one.startedAt.toISOString() })),
    answers: answers.map(({ id, author: _author, seq: _seq, base: _base, ...rest }) => ({
      ...rest,
      open: openIds.has(id),
    })),
    actions: actions.filter(isAccepted).map(({ id: _id, proposedBy: _coach, doneSeq, ...rest }) => ({
      ...rest,
      answersBefore: doneSeq === null ? null : answers.filter((one) => one.seq <= doneSeq).length,
    })),
    submissions: submissions.map(({ round, at, language, level, facts, report }) => ({
      round,
      at: at.toISOString(),
      language,
      level,
      facts,
      report: report as never,
    })),
  };
}
