import { listFollowUps } from '#app/data/follow-up.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { type FollowUpSide, followUpSides } from '#app/domain/follow-up-schedule.ts';
import { sideOf } from './follow-up.server.ts';
import { answerTo } from './follow-up-form.server.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** The follow-ups of a placement as this visitor may see and do them, for the component of that name. */
export async function followUpList(visit: PlacementVisit) {
  const { services, language, placement, today, t } = visit;
  const own = sideOf(visit);
  const listed = await listFollowUps(services.store, placement, readableBy(visit), today);
  const fillIn = visit.may('fill-in-follow-up') && placement.closedOn === null;
  const guidance = services.findGuidance(language).followUp;
  return listed.map(({ answers, dueOn, filledOn, ...one }) => ({
    ...one,
    dueOn,
    filledOn,
    months: t('follow-up.months', { count: one.month }),
    due: showDay(language, dueOn),
    filled: filledOn && showDay(language, filledOn),
    mayFillIn:
      fillIn &&
      one.state !== 'not-due' &&
      (one.side === own || (own === 'coach' && (one.state !== 'done' || one.byOtherSide))),
    forOtherSide: one.side !== own,
    lines: answers
      ? guidance[one.side].steps.flatMap(({ questions }) =>
          questions.map((question) => ({
            question: question.question,
            answer: answerTo(question, answers[question.id]),
          })),
        )
      : [],
  }));
}

/** The coach reads both sides, the host its own; who manages the placement sees how far it is. */
const readableBy = ({ role }: PlacementVisit): readonly FollowUpSide[] =>
  role === 'coach' ? followUpSides : role === 'manager' ? [] : ['employer'];
