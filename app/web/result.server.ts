import { findSubmission } from '#app/data/submission.server.ts';
import type { Item, Level } from '#app/domain/checklist.ts';
import { itemCode } from '#app/domain/progress.ts';
import { type Report, withoutNotes, withoutPlan } from '#app/domain/report.ts';
import type { Way } from '#app/domain/shortest-way.ts';
import { isOpen, judge } from '#app/domain/verdict.ts';
import { type Gap, whatHelps } from '#app/domain/what-helps.ts';
import { withRemedies } from '#app/domain/what-if.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { askedBy } from './edition-brand.ts';
import { reportOf } from './report.server.ts';
import type { Visit } from './visit.server.ts';

/** Which report is asked for: a hand-in by id, the newest hand-in, or how it stands today. */
export async function requireReport(visit: Visit, state: AssessmentState, which: string): Promise<Report> {
  if (which === 'today') return reportOf(visit, state);
  const id = which === 'newest' ? state.submissions[0]?.id : which;
  if (!id) return reportOf(visit, state);
  const submission = await findSubmission(visit.services.store, visit.assessment.id, id);
  if (!submission) throw new Response(null, { status: 404 });
  const report = submission.report as Report;
  const planned = visit.may('read-plan') ? report : withoutPlan(report);
  return visit.may('read-notes') ? planned : withoutNotes(planned);
}

/** The verdict that ticked steps would bring; null without ticks. Only ids of real remedies count. */
export function whatIf(visit: Visit, state: AssessmentState, ticked: string[]): Level | null {
  const known = ticked.filter((id) => visit.checklist.remedies.some((one) => one.id === id));
  if (known.length === 0) return null;
  const verdict = judge(visit.checklist.levels, state.items, withRemedies(state.items, state.counted, known));
  return visit.checklist.levels.find((one) => one.number === verdict.level) ?? null;
}

export const remediesOf = (way: Way): string[] => (way.kind === 'way' ? way.steps.map((step) => step.remedy) : []);

/**
 * Every gap as it stands today, by section, with the remedies for it; sections without one are left out. What a
 * federation asks besides stands last.
 */
export function helpOf(visit: Visit, state: AssessmentState) {
  const gaps = whatHelps(state.items, state.counted);
  const lines = (isHere: (item: Item) => boolean) =>
    gaps.filter(({ item }) => isHere(item)).map((gap) => gapLine(gap, visit, state));
  const core = state.sections.map(({ dimension }) => ({
    name: dimension.name,
    gaps: lines((item) => !item.own && item.dimension === dimension.id),
  }));
  const own = { name: askedBy(visit) ?? '', gaps: lines((item) => item.own === true) };
  return [...core, own].filter((section) => section.gaps.length > 0);
}

function gapLine({ item, remedies }: Gap, { checklist }: Visit, state: AssessmentState) {
  const open = isOpen(state.counted[item.id]);
  return {
    code: itemCode(state.sections, item.id),
    text: open ? item.title : item.negative,
    open,
    remedies: checklist.remedies
      .filter(({ id }) => remedies.includes(id))
      .map(({ id, title }) => ({ id, title, planned: isPlanned(id, state) })),
  };
}

const isPlanned = (remedy: string, { actions }: AssessmentState): boolean =>
  actions.some((one) => one.remedy === remedy && one.status !== 'dropped');
