import type { PilotLesson, PilotPartnerKind, PilotPhase, PilotPhaseState } from './pilot.ts';
import { allPhases } from './pilot-phase.ts';

/** What of a pilot can be done again: one of ours, one in the library, or one of 2017-2018. */
export type PilotSource = {
  id: string;
  title: string;
  question: string;
  setting: string;
  partners: { kind: PilotPartnerKind }[];
  /** Empty where nothing is known of them. */
  phases: PilotPhaseState[];
  lessons: Omit<PilotLesson, 'id'>[];
};

/** What comes along into a new pilot. */
export type Duplicate = {
  duplicatedFrom: string;
  phases: PilotPhaseState[];
  partners: { kind: PilotPartnerKind; name: ''; contribution: '' }[];
  lessons: Omit<PilotLesson, 'id'>[];
};

/**
 * Lessons come along with the title of the pilot where they were learned, the kinds of partners, and which phases were
 * skipped and why. Results, the journal, confirmations and what was linked stay behind.
 */
export const duplicateOf = ({ id, title, partners, phases, lessons }: PilotSource): Duplicate => ({
  duplicatedFrom: id,
  phases: allPhases([]).map(({ phase }) => again(phase, phases)),
  partners: partners.map(({ kind }) => ({ kind, name: '', contribution: '' })),
  lessons: lessons.map((lesson) => ({ ...lesson, origin: lesson.origin || title })),
});

function again(phase: PilotPhase, before: PilotPhaseState[]): PilotPhaseState {
  const skipped = before.find((one) => one.phase === phase && one.status === 'skipped');
  return { phase, status: skipped ? 'skipped' : 'todo', deliverables: [], note: skipped?.note ?? '', doneOn: null };
}
