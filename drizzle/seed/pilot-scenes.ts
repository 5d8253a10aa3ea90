import type { Fields } from './placement-scenes.ts';

/** A form of a pilot as its leader sends it; `confirm`: every partner follows its link and confirms what it reads. */
export type PilotScene = { daysAgo: number; fields: Fields } & (
  | { form: 'record' | 'publish' | 'confirm' }
  | { form: 'phase'; phase: number }
);

/** A pilot of the demo's coach; `links` names the workplaces by code, with the placements there, and when they were added. */
export type DemoPilot = {
  daysAgo: number;
  begin: Fields;
  links: { daysAgo: number; codes: string[] };
  scenes: PilotScene[];
};

export const phase = (number: number, daysAgo: number, fields: Fields): PilotScene => ({
  form: 'phase',
  phase: number,
  daysAgo,
  fields: { status: 'done', doneOn: { on: { days: -daysAgo } }, note: '', ...fields },
});
export const journal = (number: number, daysAgo: number, entry: string): PilotScene => ({
  form: 'record',
  daysAgo,
  fields: { intent: 'entry', phase: String(number), day: { on: { days: -daysAgo } }, entry },
});
export const partner = (
  daysAgo: number,
  partnerKind: string,
  partnerName: string,
  contribution: string,
): PilotScene => ({
  form: 'record',
  daysAgo,
  fields: { intent: 'partner', partner: '', partnerKind, partnerName, contribution },
});
export const lesson = (daysAgo: number, lessonKind: string, text: string, item = ''): PilotScene => ({
  form: 'record',
  daysAgo,
  fields: { intent: 'lesson', lessonKind, lesson: text, item },
});
