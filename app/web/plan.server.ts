import type { Action } from '#app/domain/action.ts';
import type { ActionInput } from '#app/domain/action-input.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { instrumentsOf } from './remedy-links.ts';
import { wayOf } from './report.server.ts';
import { remediesOf } from './result.server.ts';
import type { Visit } from './visit.server.ts';

const blank = {
  due: null,
  status: 'todo',
  instrument: null,
  note: '',
  doneBy: '',
  doneAt: null,
  doneHow: '',
  doneSeq: null,
} as const;

/** New actions for remedies of this checklist: title, usual owner and the gaps they close are filled in. */
export function actionsFromRemedies(visit: Visit, state: AssessmentState, ids: string[]): Action[] {
  const steps = remediesOf(wayOf(visit, state));
  return visit.checklist.remedies
    .filter((remedy) => ids.includes(remedy.id))
    .map((remedy) => ({
      ...blank,
      id: visit.services.newId(),
      remedy: remedy.id,
      title: remedy.title,
      items: state.items.filter((item) => item.remedies.some((link) => link.id === remedy.id)).map((item) => item.id),
      owner: remedy.who,
      instrument: instrumentsOf(visit.checklist, visit.assessment.context, remedy.instruments)[0]?.id ?? null,
      step: steps.includes(remedy.id) ? steps.indexOf(remedy.id) : null,
    }));
}

export const ownAction = (id: string): Action => ({
  ...blank,
  id,
  remedy: null,
  title: '',
  items: [],
  owner: '',
  step: null,
});

/** The action with what was typed; only items and support measures of this checklist are kept. */
export function changedAction(visit: Visit, state: AssessmentState, action: Action, input: ActionInput): Action {
  const { checklist } = visit;
  return {
    ...action,
    ...input,
    items: input.items.filter((id) => state.items.some((item) => item.id === id)),
    instrument: checklist.instruments.some((one) => one.id === input.instrument) ? input.instrument : null,
    due: input.due || null,
    doneBy: input.status === 'done' ? input.doneBy : '',
    doneAt: input.status === 'done' ? input.doneAt || null : null,
    doneHow: input.status === 'done' ? input.doneHow : '',
    doneSeq: input.status === 'done' ? action.doneSeq : null,
  };
}
