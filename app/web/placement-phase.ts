import type { PlacementEvent } from '#app/data/placement.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { FollowUp } from '#app/domain/follow-up-schedule.ts';
import { followUpMonths } from '#app/domain/follow-up-schedule.ts';
import { phaseClock } from '#app/domain/phase-limit.ts';
import { type Phase, type Placement, phases } from '#app/domain/placement.ts';
import type { Translate } from '#app/domain/words.ts';

type Reader = { language: Language; t: Translate };
export type StepState = 'done' | 'now' | 'next';

const steps = phases.filter((phase) => phase !== 'closed');

const stateOf = (step: Phase, phase: Phase): StepState => {
  const [at, now] = [phases.indexOf(step), phases.indexOf(phase)];
  return at < now ? 'done' : at === now ? 'now' : 'next';
};

/** The phase of a placement in few words, with the bars and months that draw it. */
export function drawPhase({ language, t }: Reader, placement: Placement, followUps: FollowUp[], today: string) {
  const { phase } = placement;
  const coachs = followUps.filter(({ side }) => side === 'coach');
  const isDone = (month: number) => coachs.some((one) => one.month === month && one.state === 'done');
  const current = coachs.find(({ state }) => state !== 'done' && state !== 'not-due')?.month;
  return {
    phase,
    phaseText: [t(`phase.${phase}`), lowerFirst(clockText({ language, t }, placement, today))]
      .filter(Boolean)
      .join(', '),
    bars: steps.map((step) => ({ step, state: phase === 'closed' ? ('done' as const) : stateOf(step, phase) })),
    months: followUpMonths.map((month) => ({
      month,
      state: isDone(month) ? ('done' as const) : month === current ? ('now' as const) : ('next' as const),
    })),
  };
}

/** The phases as a line: what is done and since when, where it stands, what comes. */
export function drawPhases({ language, t }: Reader, placement: Placement, events: PlacementEvent[], today: string) {
  const left = (step: Phase) =>
    events.find(({ what, detail }) => ['placement.moved', 'placement.closed'].includes(what) && detail.from === step);
  const dated: Partial<Record<Phase, string | null>> = {
    stage: placement.stageStart,
    contract: placement.firstContractDay,
  };
  return steps.map((step) => {
    const state = placement.phase === 'closed' ? closedState(left(step)) : stateOf(step, placement.phase);
    const until = left(step);
    const day = dated[step];
    return {
      step,
      name: t(`phase.${step}`),
      state,
      text:
        state === 'now'
          ? clockText({ language, t }, placement, today)
          : state === 'done' && until
            ? t('placement.until', { day: showDay(language, until.at) })
            : state === 'next' && day
              ? showDay(language, day)
              : step === 'follow-up'
                ? t('placement.months')
                : '',
    };
  });
}

/** Of a closed placement only the phases that it went through are done. */
const closedState = (left: PlacementEvent | undefined): StepState => (left ? 'done' : 'next');

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Week 5 of 12, or the last day of a phase that has one. */
function clockText({ language, t }: Reader, placement: Placement, today: string): string {
  const { week, lastDay, over } = phaseClock(placement, today);
  if (week && !over) return t(week.of ? 'placement.week-of' : 'placement.week', { now: week.now, of: week.of ?? '' });
  if (lastDay) return t(over ? 'placement.limit-passed' : 'placement.limit', { day: showDay(language, lastDay) });
  return '';
}
