import { type AnswerInput, answerInput } from '#app/domain/answer-input.ts';
import { hasIdentityHint } from '#app/domain/identity-hints.ts';
import { letterOf, type PaperAnswer, type PaperReading, paperCodes, readPaper } from '#app/domain/paper.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { showItem } from './section-page.server.ts';
import type { Visit } from './visit.server.ts';

/** The fields of the page, one per section that is asked here, with its first and last code. */
export function paperFields({ checklist }: Visit, { sections }: AssessmentState) {
  const codes = paperCodes(checklist);
  return sections.map(({ dimension, items }) => ({
    name: letterOf(dimension.id),
    section: dimension.name,
    first: codes.get(items[0]?.id ?? '') ?? '',
    last: codes.get(items.at(-1)?.id ?? '') ?? '',
  }));
}

/** What was typed in every field, read as one. */
export function readTyped(visit: Visit, state: AssessmentState, typed: Record<string, string>): PaperReading {
  const asked = new Set(state.items.map(({ id }) => id));
  const { answers, mistakes } = readPaper(Object.values(typed).join('\n'), visit.checklist, asked);
  const refused = answers.flatMap((one) => {
    const error = refusedReason(one);
    return error ? [{ code: one.code, typed: `${one.code} n (${one.reasonText})`, error }] : [];
  });
  return {
    answers: answers.filter(({ code }) => !refused.some((one) => one.code === code)),
    mistakes: [...mistakes, ...refused.map(({ typed: piece, error }) => ({ typed: piece, error }))],
  };
}

function refusedReason({ reasonText }: PaperAnswer): string | null {
  if (hasIdentityHint(reasonText)) return 'paper.error-identity';
  return answerInput.shape.reasonText.safeParse(reasonText).success ? null : 'paper.error-too-long';
}

/** Each answer beside what stands there now, in the order of the checklist. */
export function understood(visit: Visit, state: AssessmentState, { answers }: PaperReading) {
  return state.items.flatMap((item) => {
    const answer = answers.find((one) => one.item.id === item.id);
    if (!answer) return [];
    const { fields } = showItem(visit, state, item);
    return {
      code: answer.code,
      title: item.title,
      value: answer.value,
      reason: item.naReasons.find(({ id }) => id === answer.reasonId)?.label ?? answer.reasonText,
      was: fields.value && fields.value !== 'unanswered' ? fields.value : null,
      same: isSame(answer, fields),
    };
  });
}

type Fields = ReturnType<typeof showItem>['fields'];
const isSame = ({ value, reasonId, reasonText }: PaperAnswer, fields: Fields): boolean =>
  fields.value === value && fields.reasonId === (reasonId ?? '') && fields.reasonText === reasonText;

/** The answers to store: what stood there already is left out, and notes and proofs stay. */
export const inputsOf = (visit: Visit, state: AssessmentState, { answers }: PaperReading): AnswerInput[] =>
  answers.flatMap((answer) => {
    const { base, newId, fields } = showItem(visit, state, answer.item);
    if (isSame(answer, fields)) return [];
    const { value, reasonId, reasonText } = answer;
    return {
      id: newId,
      item: answer.item.id,
      value,
      reasonId,
      reasonText,
      note: fields.note,
      proof: fields.proof,
      base,
    };
  });
