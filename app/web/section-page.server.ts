import { type Answer, isSamePerson } from '#app/domain/answer.ts';
import { type AnswerInput, answerInput, refuse } from '#app/domain/answer-input.ts';
import type { Item } from '#app/domain/checklist.ts';
import { hasIdentityHint } from '#app/domain/identity-hints.ts';
import { keepName } from '#app/domain/kept-text.ts';
import { itemCode } from '#app/domain/progress.ts';
import type { ItemFields, ShownItem } from '#app/domain/shown-item.ts';
import { type AssessmentState, openAnswersOf } from './assessment-state.server.ts';
import { drawEarlier } from './earlier-answers.server.ts';
import { askerOf } from './edition-brand.ts';
import { isOwn, looksApart, readableAnswers } from './own-view.server.ts';
import type { Visit } from './visit.server.ts';

const empty: ItemFields = { value: '', reasonId: '', reasonText: '', note: '', proof: '' };

/** What the form shows for one item: what was typed and refused, else what is stored. */
export function showItem(visit: Visit, state: AssessmentState, item: Item, refused?: Refused): ShownItem {
  const open = openAnswersOf(state.answers, item.id);
  const shown = ownAnswer(visit, open);
  const apart = looksApart(visit);
  const again = apart ? null : (state.again.get(item.id) ?? null);
  return {
    item,
    code: itemCode(state.sections, item.id),
    askedBy: askerOf(visit, item),
    sources: visit.checklist.sources.filter((one) => item.sources.includes(one.id)),
    base: open.filter((one) => replacedBy(visit, one)).map((one) => one.id),
    newId: visit.services.newId(),
    fields: refused?.fields ?? (again === 'action-done' || again === 'expired' ? keepNotes(shown) : fieldsOf(shown)),
    rivals: !apart && state.counted[item.id]?.disputed ? open : [],
    beside: apart ? readableAnswers(visit, open).filter((one) => !isOwn(visit, one)) : [],
    earlier: state.earlier
      .filter(({ became }) => became.includes(item.id))
      .map((one) => drawEarlier(visit, one))
      .filter(({ answers }) => answers.length > 0),
    again,
    previous: again === 'action-done' || again === 'expired' ? (shown?.value ?? null) : null,
    error: refused?.error ?? null,
  };
}

/** What a new answer of this visitor takes the place of. */
const replacedBy = (visit: Visit, { voice, author }: Answer): boolean =>
  looksApart(visit)
    ? isSamePerson(author, visit.author) && voice === 'job-coach'
    : voice === visit.link.voice || voice === 'agreed';

/** The visitor's own answer where there is one, else the latest of their voice, else what another voice says. */
function ownAnswer(visit: Visit, open: Answer[]): Answer | undefined {
  const agreed = open.find((one) => one.voice === 'agreed');
  const voice = open.filter((one) => one.voice === visit.link.voice);
  if (looksApart(visit)) return voice.findLast((one) => isOwn(visit, one));
  return voice.find((one) => one.author === visit.author) ?? voice.at(-1) ?? agreed ?? undefined;
}

const fieldsOf = (answer: Answer | undefined): ItemFields =>
  answer
    ? {
        value: answer.value,
        reasonId: answer.reasonId ?? '',
        reasonText: answer.reasonText,
        note: answer.note,
        proof: answer.proof,
      }
    : empty;

/** An item that is asked again starts without an answer; its notes stay. */
const keepNotes = (answer: Answer | undefined): ItemFields => ({
  ...empty,
  note: answer?.note ?? '',
  proof: answer?.proof ?? '',
});

export type Refused = { fields: ItemFields; error: string };
/** What was typed, for an answer that could not be stored just now. */
export const refusedInput = ({ value, reasonId, reasonText, note, proof }: AnswerInput): Refused => ({
  fields: { value: value === 'unanswered' ? '' : value, reasonId: reasonId ?? '', reasonText, note, proof },
  error: 'error.not-saved',
});

export type PostedSection = { inputs: AnswerInput[]; refused: Record<string, Refused> };

/**
 * Reads a whole section as posted without script: the answers that differ from what was stored, and those that cannot
 * be stored, with what was typed.
 */
export function readSection(
  visit: Visit,
  state: AssessmentState,
  items: Item[],
  form: FormData,
  unchangedToo = false,
): PostedSection {
  const posted: PostedSection = { inputs: [], refused: {} };
  for (const item of items) {
    const fields = postedFields(form, item.id);
    const stored = showItem(visit, state, item).fields;
    if (isEmpty(fields) || (!unchangedToo && same(fields, stored))) continue;
    const parsed = answerInput.safeParse(toInput(form, item.id, fields));
    const error = parsed.success
      ? (refuse(item, parsed.data) ?? secondLook(state, form, parsed.data))
      : (parsed.error.issues[0]?.message ?? 'error.text');
    if (error) posted.refused[item.id] = { fields, error };
    else if (parsed.success) posted.inputs.push(parsed.data);
  }
  return posted;
}

/** A text that points to a person comes back, unless it stood there before or was confirmed. */
function secondLook({ answers }: AssessmentState, form: FormData, { item, note, proof, reasonText }: AnswerInput) {
  if (form.get(keepName(item)) === 'yes') return null;
  const known = answers.filter((one) => one.item === item).flatMap((one) => [one.note, one.proof, one.reasonText]);
  const points = [note, proof, reasonText].some((text) => hasIdentityHint(text) && !known.includes(text));
  return points ? 'error.identity' : null;
}

function postedFields(form: FormData, item: string): ItemFields {
  const text = (name: string) => {
    const value = form.get(`${item}.${name}`);
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  return {
    value: text('value'),
    reasonId: text('reasonId'),
    reasonText: text('reasonText'),
    note: text('note'),
    proof: text('proof'),
  };
}

/** A reason belongs to *not applicable* only; what was typed for another answer is left out. */
const toInput = (form: FormData, item: string, fields: ItemFields) => {
  const reasoned = fields.value === 'not-applicable';
  return {
    ...fields,
    id: form.get(`${item}.id`),
    item,
    value: fields.value || 'unanswered',
    reasonId: (reasoned && fields.reasonId) || null,
    reasonText: reasoned ? fields.reasonText : '',
    base: String(form.get(`${item}.base`) ?? '')
      .split(' ')
      .filter(Boolean),
  };
};

/** Something posted that has no place in this section: what it was about, and what was typed for it. */
export type Stray = { part: string; typed: string };

/** Answers and texts for items that are not asked in this section, the first twenty; they are not stored. */
export function strayParts({ checklist }: Visit, items: Item[], form: FormData): Stray[] {
  const asked = new Set(items.map((one) => one.id));
  const posted = [...form.keys()].flatMap((name) => answerField.exec(name)?.[1] ?? []);
  return [...new Set(posted)]
    .filter((item) => !asked.has(item) && !isEmpty(postedFields(form, item)))
    .slice(0, 20)
    .map((item) => {
      const { note, proof, reasonText } = postedFields(form, item);
      const typed = [note, proof, reasonText].filter((text) => text.trim()).join(' · ');
      return { part: checklist.items.find((one) => one.id === item)?.title ?? item.slice(0, 80), typed };
    });
}

const answerField = /^(.*)\.(?:value|reasonId|reasonText|note|proof)$/s;

const same = (a: ItemFields, b: ItemFields) =>
  (['value', 'reasonId', 'reasonText', 'note', 'proof'] as const).every(
    (name) => a[name].trim() === (b[name] === 'unanswered' ? '' : b[name]).trim(),
  );
const isEmpty = (fields: ItemFields) => fields.value === '' && fields.note.trim() === '' && fields.proof.trim() === '';
