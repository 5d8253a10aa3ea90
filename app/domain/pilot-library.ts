import type { SectorId, Source } from './checklist.ts';

/** What the content says about pilots, in one language: those of 2017-2018 as facts, and the phases of a new one. */
export type PilotContent = { earlier: EarlierPilots; guide: PilotGuide };

/** The pilots of the ESF call of 2017, as the answer to a written question tells them. Amounts in whole euros. */
export type EarlierPilots = {
  call: PilotCall;
  contractors: PilotContractor[];
  pilots: EarlierPilot[];
};

export type PilotCall = {
  source: Source;
  /** First and last day, YYYY-MM-DD. */
  from: string;
  to: string;
  budget: number;
  /** What the three contractors got together: as the answer says, and as the question says. */
  awarded: number;
  awardedInQuestion: number;
  payer: string;
  discrepancy: string;
  /** How little the source says of one pilot. */
  grain: string;
  aims: string[];
};

export type PilotContractor = { id: string; name: string; amount: number };

export const earlierPilotStatuses = ['continued', 'finished', 'report-wanted'] as const;
/** Finished with a follow-up tender, finished, or with a final report that is not public. */
export type EarlierPilotStatus = (typeof earlierPilotStatuses)[number];

/** One sector of one contractor; `asks` is what the source does not say. */
export type EarlierPilot = {
  id: string;
  contractor: string;
  icon: string;
  /** Where the toolbox has a checklist for it. */
  sector: SectorId | null;
  status: EarlierPilotStatus;
  domain: string;
  title: string;
  lead: string;
  happened: { id: string; when: string; text: string }[];
  asks: string;
};

/** The nine phases with what each asks, who does it and what it leaves; `synthesis` says that they are our own. */
export type PilotGuide = { synthesis: string; sources: Source[]; phases: PilotPhaseGuide[] };

/** Its place in the list is its number, 0 to 8. */
export type PilotPhaseGuide = {
  id: string;
  title: string;
  asks: string;
  who: string;
  deliverables: { id: string; label: string }[];
};

/** Whether every word of a query stands somewhere in these texts, whatever its accents and capitals. */
export function saysAll(texts: readonly string[], query: string): boolean {
  const said = plain(texts.join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
