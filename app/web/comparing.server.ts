import { anchorValues } from '#app/domain/answer.ts';
import type { Item } from '#app/domain/checklist.ts';
import { contradictions } from '#app/domain/contradictions.ts';
import { voiceSaysOf } from '#app/domain/counted.ts';
import { itemCode } from '#app/domain/progress.ts';
import { type ComparedItem, compareVoices } from '#app/domain/voices-compared.ts';
import { type AssessmentState, openAnswersOf } from './assessment-state.server.ts';
import { askerOf, markedTitle } from './edition-brand.ts';
import { isOwn, looksApart, readable } from './own-view.server.ts';
import type { Visit } from './visit.server.ts';
import { hearWorkers } from './worker-voice.server.ts';

/**
 * Where the voices differ, as this visitor may read it. A job coach sees only questions that they answered: before that
 * the employer's answer would colour theirs.
 */
export async function comparison(visit: Visit, state: AssessmentState) {
  const moment = { now: visit.services.now() };
  const items = state.items.filter((item) => !looksApart(visit) || hasAnswered(visit, state, item));
  const compared = compareVoices(items, state.answers, moment);
  const differing = new Set(compared.differences.map((one) => one.item));
  const heard = await hearWorkers(visit);
  const lines = compared.differences.flatMap((one) => {
    const item = items.find(({ id }) => id === one.item);
    return item ? [differenceLine(visit, state, item, one, heard)] : [];
  });
  const agreeing = items.filter((item) => !differing.has(item.id) && voicesOn(item, state, moment).length > 1);
  return {
    total: compared.answeredByTwo,
    agreeing: compared.agreeing,
    differences: lines.filter((one) => !one.settled),
    settled: lines.filter((one) => one.settled),
    agreed: agreeing.map((item) => ({
      id: item.id,
      code: itemCode(state.sections, item.id),
      title: markedTitle(visit, item),
      value: voicesOn(item, state, moment)[0] ?? 'unknown',
    })),
    topics: contradictions(visit.checklist.contradictions, state.counted).map(({ id, topic }) => ({ id, topic })),
    heard,
  };
}

const hasAnswered = (visit: Visit, { answers }: AssessmentState, { id }: Item): boolean =>
  answers.some((one) => one.item === id && isOwn(visit, one) && one.value !== 'unanswered');

const voicesOn = (item: Item, { answers }: AssessmentState, moment: { now: Date }): string[] =>
  (['hr', 'team-lead', 'job-coach'] as const).flatMap(
    (voice) => voiceSaysOf(item, voice, answers, moment)?.value ?? [],
  );

function differenceLine(
  visit: Visit,
  state: AssessmentState,
  item: Item,
  { says, settled, employer }: ComparedItem,
  heard: Awaited<ReturnType<typeof hearWorkers>>,
) {
  const anchors: readonly string[] = anchorValues(item.kind);
  const remarks = openAnswersOf(state.answers, item.id).map((one) => readable(visit, one));
  return {
    id: item.id,
    kind: item.kind,
    code: itemCode(state.sections, item.id),
    title: item.title,
    essential: item.essential,
    askedBy: askerOf(visit, item),
    settled: settled ? (employer?.value ?? null) : null,
    says: Object.entries(says).map(([voice, value]) => {
      const at = anchors.indexOf(value);
      return { voice, value, at: at < 0 ? null : at };
    }),
    remarks: remarks
      .filter((one) => one.voice !== 'agreed' && one.note !== '')
      .map(({ id, voice, note }) => ({ id, voice, note })),
    options: anchors.map((value, at) => ({ value, text: item.anchors[at] ?? '' })),
    workers: heard?.filter((one) => one.items.includes(item.id)) ?? [],
  };
}
