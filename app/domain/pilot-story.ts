import type { SectorId } from './checklist.ts';
import { rounded } from './figures/rounded.ts';
import { rules } from './figures/rules.ts';
import type { PilotLesson, PilotPartnerKind, PilotPhase, PilotPhaseStatus, WholePilot } from './pilot.ts';
import type { FoundThreshold, PilotFindings, Throughflow } from './pilot-findings.ts';

/** Everything that the final report of a pilot tells, as data: typed texts, and ids of what the content names. */
export type PilotStory = {
  title: string;
  /** Who led it. */
  organisation: string;
  sector: SectorId;
  /** Which checklist names the items. */
  checklistRef: string;
  setting: string;
  question: string;
  answer: string;
  startsOn: string | null;
  endsOn: string | null;
  partners: { kind: PilotPartnerKind; name: string; contribution: string }[];
  phases: StoryPhase[];
  prerequisites: PilotFindings['prerequisites'];
  thresholds: FoundThreshold[];
  lessons: Omit<PilotLesson, 'id'>[];
} & (
  | { reader: 'partners'; workplaces: PilotFindings['workplaces']; throughflow: Throughflow }
  | { reader: 'everyone'; throughflow: { placements: ShownCount; hired: ShownCount } }
);
export type PublicStory = Extract<PilotStory, { reader: 'everyone' }>;

export type StoryPhase = {
  phase: PilotPhase;
  status: PilotPhaseStatus;
  deliverables: string[];
  note: string;
  doneOn: string | null;
  entries: { day: string; note: string }[];
};

/** What may be said in public of a number of placements (product: pilots). */
export type ShownCount = 'none' | 'fewer-than-ten' | number;

type Told = { organisation: string; checklistRef: string; findings: PilotFindings };

/** The final report for who made the pilot. */
export const wholeStory = (whole: WholePilot, { organisation, checklistRef, findings }: Told): PilotStory => ({
  reader: 'partners',
  ...shared(whole, organisation, checklistRef),
  phases: whole.phases.map((one) => ({
    ...one,
    entries: whole.entries
      .filter(({ phase }) => phase === one.phase)
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ day, note }) => ({ day, note })),
  })),
  ...findings,
});

/**
 * The same for everyone: of placements only "fewer than ten" or a number rounded to five; no days of phases, no journal,
 * no level of a workplace, no remedy that somebody typed, and not whether a threshold was left because a placement ended.
 */
export const publicStory = (whole: WholePilot, { organisation, checklistRef, findings }: Told): PublicStory => ({
  reader: 'everyone',
  ...shared(whole, organisation, checklistRef),
  phases: whole.phases.map((one) => ({ ...one, doneOn: null, entries: [] })),
  prerequisites: findings.prerequisites,
  thresholds: findings.thresholds
    .filter(({ item }) => item !== null)
    .map(({ item, solved, remedies }) => ({
      ...{ item, solved },
      remedies: remedies.filter(({ remedy }) => remedy !== null),
    })),
  throughflow: {
    placements: shownCount(findings.throughflow.placements),
    hired: findings.throughflow.placements === 0 ? 'none' : atLeastFew(findings.throughflow.hired),
  },
});

/** The text that partners confirm: the same story gives the same text. */
export const textOf = (story: PublicStory): string => JSON.stringify(story);

export const shownCount = (count: number): ShownCount => (count === 0 ? 'none' : atLeastFew(count));

/** That of a few placements none was hired would say something of each of them. */
const atLeastFew = (count: number): ShownCount => (count < rules.minimum ? 'fewer-than-ten' : rounded(count));

const shared = ({ pilot, partners, lessons }: WholePilot, organisation: string, checklistRef: string) => ({
  title: pilot.title,
  organisation,
  sector: pilot.sector,
  checklistRef,
  setting: pilot.setting,
  question: pilot.question,
  answer: pilot.answer,
  startsOn: pilot.startsOn,
  endsOn: pilot.endsOn,
  partners: partners.map(({ kind, name, contribution }) => ({ kind, name, contribution })),
  lessons: lessons.map(({ id: _, ...lesson }) => lesson),
});
