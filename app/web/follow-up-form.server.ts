import { redirect } from '@remix-run/node';
import { saveFollowUpStep } from '#app/data/follow-up-form.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import type { FollowUpQuestion, FollowUpStep } from '#app/domain/follow-up.ts';
import { partialStepInput, stepInput } from '#app/domain/follow-up-input.ts';
import { ownRecord, standingRecord, startingAnswer, startingNote } from '#app/domain/follow-up-record.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import type { FollowUpVisit } from './follow-up.server.ts';
import { checkForm, postedForm, typedValues } from './form.ts';
import { titled } from './page.ts';

/** Everything a page of the form shows: one step, or at the end what was said. */
export function followUpPage(visit: FollowUpVisit, request: Request) {
  const { t, language, placement, month, side, filledBy, form, dueOn } = visit;
  const months = t('follow-up.months', { count: month });
  const step = askedStep(visit, request);
  return {
    title: titled(t, t('follow-up.title', { months })),
    months,
    side,
    byOtherSide: side !== filledBy,
    code: placement.code,
    host: placement.hostName,
    job: placement.targetJob,
    firstDay: showDay(language, placement.firstContractDay as string),
    dueDay: showDay(language, dueOn),
    steps: form.steps.map(({ id, title }) => ({ id, title })),
    standIn: standInOf(visit),
    step: step ? stepPage(visit, step) : null,
    said: step ? null : saidBy(visit),
  };
}

/** The step in the address, or the first; null once all is sent and the last page is asked for. */
function askedStep({ form, ...visit }: FollowUpVisit, request: Request): FollowUpStep | null {
  const asked = new URL(request.url).searchParams.get('step');
  const own = ownRecord(visit.records, visit);
  if (own?.on && (asked === doneStep || asked === null)) return null;
  return form.steps.find(({ id }) => id === asked) ?? (form.steps[0] as FollowUpStep);
}

/** No step has this id: the page after the last. */
const doneStep = 'done';

/** The day on which the other side filled this in for the visitor. */
function standInOf({ records, month, side, filledBy, language }: FollowUpVisit): string | null {
  const standing = standingRecord(records, month, side);
  return standing?.on && standing.filledBy !== filledBy ? showDay(language, standing.on) : null;
}

function stepPage(visit: FollowUpVisit, { id, title, questions }: FollowUpStep) {
  const { form, records } = visit;
  const last = form.steps.at(-1)?.id === id;
  return {
    id,
    title,
    number: form.steps.findIndex((one) => one.id === id) + 1,
    questions: questions.map((question) => ({ ...question, start: startingAnswer(records, visit, question.id) })),
    note: last ? { ...form.note, ...startingNote(records, visit) } : null,
  };
}

/** What was said, step by step, as the words of the form. */
function saidBy({ form, records, ...visit }: FollowUpVisit) {
  const own = ownRecord(records, visit);
  return {
    note: own?.note ?? '',
    steps: form.steps.map(({ id, title, questions }) => ({
      id,
      title,
      lines: questions.map((one) => ({ question: one.question, answer: answerTo(one, own?.answers[one.id]) })),
    })),
  };
}

export const answerTo = ({ options }: FollowUpQuestion, id: string | undefined): string =>
  options.find((one) => one.id === id)?.label ?? '';

/** Keeps what was sent and goes to the next step, the one before, or the end; a missing answer comes back beside it. */
export async function sendStep(visit: FollowUpVisit, request: Request): Promise<FailedForm> {
  const step = askedStep(visit, request) ?? (visit.form.steps[0] as FollowUpStep);
  const posted = await postedForm(request);
  const back = posted.get('go') === 'back';
  const form = checkForm<Record<string, string | undefined>>(
    typedValues(posted),
    (back ? partialStepInput(step) : stepInput(step)) as never,
  );
  if (!form.ok) return form;
  const { note, ...given } = form.data;
  const answers = Object.fromEntries(
    Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined),
  );
  const at = visit.form.steps.indexOf(step);
  const isLast = at === visit.form.steps.length - 1;
  await keep(visit, answers, isLast ? (note ?? '') : null, isLast && !back);
  if (back) throw toStep(request, visit.form.steps[Math.max(at - 1, 0)]?.id ?? '');
  throw toStep(request, isLast ? firstOpen(visit, answers) : (visit.form.steps[at + 1]?.id ?? ''));
}

async function keep(visit: FollowUpVisit, answers: Record<string, string>, note: string | null, closes: boolean) {
  const { services, placement, month, side, filledBy, form } = visit;
  const kept = await saveFollowUpStep(services.store, placement.id, {
    id: services.newId(),
    month,
    side,
    filledBy,
    answers,
    note,
    closes: closes ? form.steps.flatMap(({ questions }) => questions.map(({ id }) => id)) : null,
    event: {
      id: services.newId(),
      at: services.now(),
      side: filledBy === 'coach' ? 'coach' : 'host',
      what: side === filledBy ? `follow-up.event-${side}` : 'follow-up.event-for-employer',
      detail: { month: String(month) },
    },
  });
  if (!kept) throw new Response(null, { status: 404 });
}

/** The first step that misses an answer, or the end. */
function firstOpen({ form, records, ...visit }: FollowUpVisit, sent: Record<string, string>): string {
  const answers = { ...ownRecord(records, visit)?.answers, ...sent };
  const open = form.steps.find(({ questions }) => questions.some(({ id }) => answers[id] === undefined));
  return open?.id ?? doneStep;
}

function toStep(request: Request, step: string): Response {
  const url = new URL(request.url);
  url.searchParams.set('step', step);
  return redirect(`${url.pathname.replace(/\.data$/, '')}${url.search}`);
}
