import {
  AnswerIdTaken,
  listOpenAnswers,
  type NewAnswer,
  type Saved,
  saveAnswer,
  saveAnswers,
} from '#app/data/answer.server.ts';
import type { Voice } from '#app/domain/answer.ts';
import { type AnswerInput, refuse } from '#app/domain/answer-input.ts';
import { applies } from '#app/domain/context.ts';
import { hasIdentityHint } from '#app/domain/identity-hints.ts';
import { findItem } from './versions.server.ts';
import type { Visit } from './visit.server.ts';

export type AnswerResult = { ok: true; saved: Saved } | { ok: false; error: string };

/** Stores one answer in the voice of the visitor's link; it is durable when this returns. */
export async function answerAs(
  visit: Visit,
  input: AnswerInput,
  voice: Voice = visit.link.voice,
): Promise<AnswerResult> {
  const error = refuse(itemOf(visit, input.item), input);
  if (error) return { ok: false, error };
  try {
    return { ok: true, saved: await saveAnswer(visit.services.store, toNewAnswer(visit, input, voice)) };
  } catch (thrown) {
    if (thrown instanceof AnswerIdTaken) return { ok: false, error: 'error.text' };
    throw thrown;
  }
}

/** Whether a typed text points to a person and did not stand there before. */
export async function asksSecondLook({ services, assessment }: Visit, input: AnswerInput): Promise<boolean> {
  const pointing = textsOf(input).filter(hasIdentityHint);
  if (pointing.length === 0) return false;
  const known = (await listOpenAnswers(services.store, assessment.id))
    .filter((one) => one.item === input.item)
    .flatMap(textsOf);
  return pointing.some((text) => !known.includes(text));
}

const textsOf = ({ reasonText, note, proof }: Pick<AnswerInput, 'reasonText' | 'note' | 'proof'>) => [
  reasonText,
  note,
  proof,
];

/** Stores the answers of a page together; they must have been checked. */
export const answerAllAs = (visit: Visit, inputs: AnswerInput[]): Promise<Saved[]> =>
  saveAnswers(
    visit.services.store,
    inputs.map((input) => toNewAnswer(visit, input, visit.link.voice)),
  );

/**
 * Only items that apply here can be answered. One of another version can as well: a page or a link that was open when the
 * assessment moved on loses nothing, and its answer stands beside.
 */
export function itemOf(visit: Visit, id: string) {
  const item = findItem(visit, id);
  return item && applies(item, visit.assessment.context) ? item : undefined;
}

const toNewAnswer = (visit: Visit, input: AnswerInput, voice: Voice): NewAnswer => ({
  ...input,
  assessmentId: visit.assessment.id,
  voice,
  author: visit.author,
  authorLabel: visit.link.label,
  at: visit.services.now(),
});
