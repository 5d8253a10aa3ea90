import { sortActions } from '#app/domain/action.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { Report } from '#app/domain/report.ts';
import { shortestWay, type Way } from '#app/domain/shortest-way.ts';
import { buildReport } from '#app/exports/build-report.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import type { Visit } from './visit.server.ts';

/** The shortest way from where the assessment stands now. */
export const wayOf = ({ checklist }: Visit, { items, counted }: AssessmentState): Way =>
  shortestWay(checklist.levels, items, counted, checklist.remedies);

/** The report of how the assessment stands now, with the typed texts this visitor may see. */
export function reportOf(
  visit: Visit,
  state: AssessmentState,
  frozen = false,
  showNotes = visit.may('read-notes'),
): Report {
  const { services, checklist, assessment, t } = visit;
  const now = services.now();
  return buildReport(
    {
      checklist,
      context: assessment.context,
      items: state.items,
      answers: state.answers,
      earlier: state.earlier,
      counted: state.counted,
      verdict: state.verdict,
      way: wayOf(visit, state),
      actions: visit.may('read-plan') ? sortActions(state.actions, brusselsDay(now)) : [],
      label: assessment.label,
      now: now.toISOString(),
      frozen,
      appVersion: services.appVersion,
      showNotes,
      url: `${services.baseUrl}/${visit.language}/resume`,
      demo: services.demo,
    },
    t,
  );
}
