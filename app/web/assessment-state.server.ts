import { listActions } from '#app/data/action.server.ts';
import { listOpenAnswers } from '#app/data/answer.server.ts';
import { listRounds, type StoredRound } from '#app/data/round.server.ts';
import { listSubmissions, type SubmissionLine } from '#app/data/submission.server.ts';
import { type EarlierItem, earlierItems, idsOfAction } from '#app/domain/across-versions.ts';
import { type AcceptedAction, type Action, isAccepted } from '#app/domain/action.ts';
import type { Answer } from '#app/domain/answer.ts';
import type { Item } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { countedAnswers } from '#app/domain/counted.ts';
import { type SectionProgress, sectionsOf } from '#app/domain/progress.ts';
import { type AskReason, reopenedItems, toAskAgain } from '#app/domain/round.ts';
import { type CountedAnswers, judge, type Verdict } from '#app/domain/verdict.ts';
import { versionsOf } from './versions.server.ts';
import type { Visit } from './visit.server.ts';

/** Everything stored of an assessment, and the conclusions drawn from it now. */
export type AssessmentState = {
  items: Item[];
  answers: Answer[];
  /** Answers to questions that only another version asks: they count for nothing and stay. */
  earlier: EarlierItem[];
  /** The plan: what was only proposed counts nowhere. */
  actions: AcceptedAction[];
  proposals: Action[];
  counted: CountedAnswers;
  verdict: Verdict;
  sections: SectionProgress[];
  rounds: StoredRound[];
  submissions: SubmissionLine[];
  /** The round that a new answer goes to, and whether the last one was handed in. */
  round: number;
  handedIn: boolean;
  /** Items to look at again: re-opened or expired, and after a hand-in also what is open or in dispute. */
  again: Map<string, AskReason>;
};

export async function readState(visit: Visit): Promise<AssessmentState> {
  const { services, assessment, checklist } = visit;
  const { store } = services;
  const [answers, stored, rounds, submissions] = await Promise.all([
    listOpenAnswers(store, assessment.id),
    listActions(store, assessment.id),
    listRounds(store, assessment.id),
    listSubmissions(store, assessment.id),
  ]);
  const versions = versionsOf(visit);
  const all = stored.map((one) => ({ ...one, items: idsOfAction(one.items, checklist, versions) }));
  const actions = all.filter(isAccepted);
  const items = itemsFor(checklist, assessment.context);
  const counted = countedAnswers(items, answers, { now: services.now() });
  const reopened = reopenedItems(actions, answers);
  const lastRound = rounds.at(-1)?.number ?? 1;
  const handedIn = submissions[0]?.round === lastRound;
  return {
    items,
    answers,
    earlier: earlierItems(answers, checklist, versions),
    actions,
    proposals: all.filter((one) => one.status === 'proposed'),
    counted,
    verdict: judge(checklist.levels, items, counted),
    sections: sectionsOf(checklist, items, counted, reopened),
    rounds,
    submissions,
    round: handedIn ? lastRound + 1 : lastRound,
    handedIn,
    again: toAskAgain(items, counted, reopened, submissions.length > 0),
  };
}

/** The answers on screen for one item in the newest round that has any, per voice. */
export function openAnswersOf(answers: Answer[], item: string): Answer[] {
  const own = answers.filter((answer) => answer.item === item);
  const newest = new Map<string, number>();
  for (const { voice, round } of own) newest.set(voice, Math.max(newest.get(voice) ?? 0, round));
  return own.filter(({ voice, round }) => newest.get(voice) === round);
}
