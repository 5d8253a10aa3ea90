import { findSubmission, type SubmissionLine } from '#app/data/submission.server.ts';
import { itemsOfEveryVersion } from '#app/domain/across-versions.ts';
import { brusselsDay, showDay } from '#app/domain/calendar.ts';
import { itemCode } from '#app/domain/progress.ts';
import { compareHandIns } from '#app/domain/rounds-compared.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { itemTitle, versionsOf } from './versions.server.ts';
import type { Visit } from './visit.server.ts';

/** Two hand-ins of this assessment side by side: those asked for, else the newest and the one before. */
export async function comparedRounds(visit: Visit, state: AssessmentState, from: string | null, to: string | null) {
  const { language } = visit;
  const oldestFirst = [...state.submissions].reverse();
  const rounds = oldestFirst.map((one) => ({ id: one.id, day: showDay(language, one.at) }));
  const last = oldestFirst.find((one) => one.id === to) ?? oldestFirst.at(-1);
  const earlier = oldestFirst.filter((one) => one.round < (last?.round ?? 0));
  const first = earlier.find((one) => one.id === from) ?? earlier.at(-1);
  return { rounds, compared: first && last ? await compared(visit, state, first, last) : null };
}

async function compared(visit: Visit, state: AssessmentState, first: SubmissionLine, last: SubmissionLine) {
  const { services, assessment, checklist, language } = visit;
  const [before, after] = await Promise.all(
    [first, last].map((one) => findSubmission(services.store, assessment.id, one.id)),
  );
  if (!before || !after) return null;
  const handIn = ({ at, facts }: typeof before) => ({ on: brusselsDay(at), facts });
  const actions = visit.may('read-plan') ? state.actions : [];
  const { moves } = compareHandIns(
    itemsOfEveryVersion(checklist, versionsOf(visit)),
    handIn(before),
    handIn(after),
    actions,
  );
  const round = ({ id, at, level }: SubmissionLine) => ({
    id,
    level,
    day: showDay(language, at),
    name: checklist.levels.find((one) => one.number === level)?.name ?? '',
  });
  return {
    from: round(first),
    to: round(last),
    moves: moves.map((one) => ({
      ...one,
      code: itemCode(state.sections, one.item),
      title: itemTitle(visit, one.item) ?? '',
      actions: one.actions.map((id) => actions.find((action) => action.id === id)?.title ?? ''),
    })),
  };
}
