/** A pilot (proeftuin): partners try out the whole way, in nine phases, so that others can do it after them. */

export const pilotPhases = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export type PilotPhase = (typeof pilotPhases)[number];

export type PilotPhaseStatus = 'todo' | 'doing' | 'done' | 'skipped';
export type PilotPartnerKind = 'employer' | 'social-economy' | 'coaching' | 'federation' | 'other';
export type PilotLessonKind = 'worked' | 'did-not-work' | 'advice';
