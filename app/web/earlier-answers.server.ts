import type { EarlierItem } from '#app/domain/across-versions.ts';
import { anchorValues } from '#app/domain/answer.ts';
import type { ShownEarlier } from '#app/domain/shown-item.ts';
import { openAnswersOf } from './assessment-state.server.ts';
import { readableAnswers } from './own-view.server.ts';
import type { Visit } from './visit.server.ts';

/** An answer to a question of another version, as this visitor may read it. */
export function drawEarlier(visit: Visit, { item, version, answers }: EarlierItem): ShownEarlier {
  const anchors: readonly string[] = anchorValues(item.kind);
  return {
    id: item.id,
    title: item.title,
    version,
    answers: readableAnswers(visit, openAnswersOf(answers, item.id)).map((one) => ({
      id: one.id,
      value: one.value,
      meaning: item.anchors[anchors.indexOf(one.value)] ?? '',
      who: one.authorLabel,
      voice: one.voice,
      reason: item.naReasons.find(({ id }) => id === one.reasonId)?.label ?? one.reasonText,
      note: one.note,
      proof: one.proof,
    })),
  };
}
