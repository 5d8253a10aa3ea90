import { idsOfAction, idsToKeep } from '#app/domain/across-versions.ts';
import type { AcceptedAction, Action } from '#app/domain/action.ts';
import type { ActionInput } from '#app/domain/action-input.ts';
import { itemCode } from '#app/domain/progress.ts';
import { remediesFor } from '#app/domain/what-helps.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { instrumentsOf } from './remedy-links.ts';
import { wayOf } from './report.server.ts';
import { remediesOf } from './result.server.ts';
import { versionsOf } from './versions.server.ts';
import type { Visit } from './visit.server.ts';

/** What a job coach proposed, as this visitor may read it. */
export const proposalsOf = (visit: Visit, state: AssessmentState) =>
  state.proposals.map((one) => ({
    id: one.id,
    title: visit.checklist.remedies.find((remedy) => remedy.id === one.remedy)?.title ?? one.title,
    remedy: one.remedy,
    note: visit.may('read-notes') || one.proposedBy === visit.author ? one.note : '',
    items: one.items.map((item) => itemCode(state.sections, item)).filter(Boolean),
  }));

/** A remedy, or words of their own, that a job coach proposes. */
export function proposedAction(
  visit: Visit,
  state: AssessmentState,
  { remedy, title, note }: { remedy: string; title: string; note: string },
): Action {
  const [action] = remedy ? actionsFromRemedies(visit, state, [remedy]) : [];
  return {
    ...(action ?? { ...ownAction(visit.services.newId()), title }),
    note,
    status: 'proposed',
    proposedBy: visit.author,
  };
}

const blank = {
  due: null,
  status: 'todo',
  instrument: null,
  note: '',
  doneBy: '',
  doneAt: null,
  doneHow: '',
  doneSeq: null,
  proposedBy: null,
} as const;

/** New actions for remedies of this checklist: title, usual owner and the gaps they close are filled in. */
export function actionsFromRemedies(visit: Visit, state: AssessmentState, ids: string[]): AcceptedAction[] {
  const steps = remediesOf(wayOf(visit, state));
  return visit.checklist.remedies
    .filter((remedy) => ids.includes(remedy.id))
    .map((remedy) => ({
      ...blank,
      id: visit.services.newId(),
      remedy: remedy.id,
      title: remedy.title,
      items: state.items
        .filter((item) => remediesFor(item).some((link) => link.id === remedy.id))
        .map((item) => item.id),
      owner: remedy.who,
      instrument: instrumentsOf(visit.checklist, visit.assessment.context, remedy.instruments)[0]?.id ?? null,
      step: steps.includes(remedy.id) ? steps.indexOf(remedy.id) : null,
    }));
}

export const ownAction = (id: string): AcceptedAction => ({
  ...blank,
  id,
  remedy: null,
  title: '',
  items: [],
  owner: '',
  step: null,
});

/** The action with the items that stand for its own in this version of the checklist. */
export const actionNow = (visit: Visit, action: AcceptedAction): AcceptedAction => ({
  ...action,
  items: idsOfAction(action.items, visit.checklist, versionsOf(visit)),
});

/**
 * The action with what was typed; only items and support measures of this checklist can be chosen. Items of another
 * version stay with it.
 */
export function changedAction(
  visit: Visit,
  state: AssessmentState,
  action: AcceptedAction,
  input: ActionInput,
): AcceptedAction {
  const { checklist } = visit;
  const ticked = input.items.filter((id) => state.items.some((item) => item.id === id));
  return {
    ...action,
    ...input,
    items: idsToKeep(action.items, ticked, checklist, versionsOf(visit)),
    instrument: checklist.instruments.some((one) => one.id === input.instrument) ? input.instrument : null,
    due: input.due || null,
    doneBy: input.status === 'done' ? input.doneBy : '',
    doneAt: input.status === 'done' ? input.doneAt || null : null,
    doneHow: input.status === 'done' ? input.doneHow : '',
    doneSeq: input.status === 'done' ? action.doneSeq : null,
  };
}
