import { type Answer, isSamePerson } from '#app/domain/answer.ts';
import { countedAnswers } from '#app/domain/counted.ts';
import { type SectionProgress, sectionsOf } from '#app/domain/progress.ts';
import type { CountedAnswers } from '#app/domain/verdict.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import type { Visit } from './visit.server.ts';

/*
 * A job coach answers as a second pair of eyes (product: job coach): until they answered a question themselves they do
 * not see what the employer said there, and of texts that others typed only what is shared.
 */

/** Whether this visitor answers beside the employer instead of for the workplace. */
export const looksApart = ({ link }: Visit): boolean => link.voice === 'job-coach';

export const isOwn = (visit: Visit, answer: Answer): boolean => isSamePerson(answer.author, visit.author);

/** An answer as this visitor may read it: without the texts of others when notes are not shared. */
export const readable = (visit: Visit, answer: Answer): Answer =>
  visit.may('read-notes') || isOwn(visit, answer)
    ? answer
    : { ...answer, authorLabel: '', reasonText: '', note: '', proof: '' };

/** The answers to one item that this visitor may read. */
export function readableAnswers(visit: Visit, answers: Answer[]): Answer[] {
  const answered = answers.some((one) => isOwn(visit, one) && one.value !== 'unanswered');
  const shown = looksApart(visit) && !answered ? answers.filter((one) => isOwn(visit, one)) : answers;
  return shown.map((one) => readable(visit, one));
}

/** What stands on this visitor's own list: what counts for the workplace, or what the coach answered. */
export function ownCounted(visit: Visit, state: AssessmentState): CountedAnswers {
  if (!looksApart(visit)) return state.counted;
  const own = state.answers.filter((one) => one.voice === 'job-coach' && isOwn(visit, one));
  // Weighed like an answer of the workplace: it expires likewise.
  const asWorkplace = own.map((one) => ({ ...one, voice: 'hr' as const }));
  return countedAnswers(state.items, asWorkplace, { now: visit.services.now() });
}

/** The sections with this visitor's own progress. */
export const ownSections = (visit: Visit, state: AssessmentState): SectionProgress[] =>
  looksApart(visit) ? sectionsOf(visit.checklist, state.items, ownCounted(visit, state)) : state.sections;
