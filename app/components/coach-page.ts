import type { Urgency } from '#app/domain/caseload.ts';
import type { Check } from '#app/domain/placement-moves.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import type { ShownFollowUp } from './follow-ups.tsx';
import type { ShownStep } from './phase-line.tsx';
import type { ShownEvent } from './placement-parts.tsx';
import type { ShownThreshold } from './threshold-log.tsx';

/** A placement as its coach sees it, with every text as it is shown. */
export type CoachPage = {
  code: string;
  placement: string;
  job: string;
  host: string;
  place: string;
  route: string;
  phases: ShownStep[];
  shared: boolean;
  assessment: string | null;
  erasedOn: string | null;
  withoutSelfScan: boolean;
  next: { to: string; name: string; checks: Check[]; held: boolean; unticked: number } | null;
  asks: { urgency: Urgency; day: string }[];
  waivers: { item: string; title: string; reason: string }[];
  thresholds: ShownThreshold[];
  items: { id: string; label: string }[];
  visits: { id: string; day: string; time: string; purpose: string; begun: boolean; late: boolean }[];
  notes: { id: string; text: string; day: string }[];
  guidance: { id: string; day: string; time: string; kind: string }[];
  total: string;
  needs: number;
  needsSharedOn: string | null;
  earlier: { id: string; code: string; mine: boolean } | null;
  followUps: ShownFollowUp[];
  history: ShownEvent[];
  closedOn: string | null;
  ending: { outcome: string; reason: string; note: string; erased: string; movedOn: boolean } | null;
  today: string;
};

/** The form of this name that was sent back. */
export type Failed = (intent: string) => FailedForm | undefined;
