import type { SectorId } from './checklist.ts';

/** A pilot (proeftuin): partners try out the whole way, in nine phases, so that others can do it after them. */

export const pilotPhases = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export type PilotPhase = (typeof pilotPhases)[number];
export const isPilotPhase = (number: number): number is PilotPhase =>
  (pilotPhases as readonly number[]).includes(number);

export const pilotPhaseStatuses = ['todo', 'doing', 'done', 'skipped'] as const;
export type PilotPhaseStatus = (typeof pilotPhaseStatuses)[number];
export const pilotPartnerKinds = ['employer', 'social-economy', 'coaching', 'federation', 'other'] as const;
export type PilotPartnerKind = (typeof pilotPartnerKinds)[number];
/** In the order in which a reader wants them: what to do, what worked, what did not. */
export const pilotLessonKinds = ['advice', 'worked', 'did-not-work'] as const;
export type PilotLessonKind = (typeof pilotLessonKinds)[number];

/** What its leader says of a pilot; days are YYYY-MM-DD. */
export type Pilot = {
  id: string;
  organisationId: string;
  title: string;
  sector: SectorId;
  setting: string;
  question: string;
  /** What they found out about it; empty while they do not know. */
  answer: string;
  startsOn: string | null;
  endsOn: string | null;
  finishedAt: Date | null;
  publishedAt: Date | null;
  duplicatedFrom: string | null;
};

export type PilotPhaseState = {
  phase: PilotPhase;
  status: PilotPhaseStatus;
  /** Ids of the deliverables that are there. */
  deliverables: string[];
  note: string;
  doneOn: string | null;
};

/** `confirmedHash`: of the text that it confirmed; another text is not confirmed. */
export type PilotPartner = {
  id: string;
  kind: PilotPartnerKind;
  /** Empty where only the kind of partner is known yet. */
  name: string;
  contribution: string;
  confirmedHash: string | null;
  confirmedAt: Date | null;
};

export type PilotEntry = { id: string; phase: PilotPhase; day: string; note: string };

export type PilotLesson = {
  id: string;
  kind: PilotLessonKind;
  note: string;
  item: string | null;
  /** The title of the pilot it came along from; empty when learned here. */
  origin: string;
};

/** Everything that is typed and ticked in one pilot; `phases` are all nine, in order. */
export type WholePilot = {
  pilot: Pilot;
  phases: PilotPhaseState[];
  partners: PilotPartner[];
  entries: PilotEntry[];
  lessons: PilotLesson[];
};
