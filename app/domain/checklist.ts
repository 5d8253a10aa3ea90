/**
 * A checklist in one language: what the content says, as plain data. Built by `app/content`, read everywhere.
 * Ids are stable kebab-case text; every other string is for people.
 */

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

export const sectorIds = ['care', 'retail', 'logistics'] as const;
export type SectorId = (typeof sectorIds)[number];

/** The nine dimensions, in the order in which they are asked. */
export const dimensionIds = [
  'commitment',
  'work-design',
  'matching',
  'guidance',
  'safety',
  'hours',
  'communication',
  'framework',
  'sustainability',
] as const;
export type DimensionId = (typeof dimensionIds)[number];

export type ItemKind = 'prerequisite' | 'threshold';
export type LevelNumber = 1 | 2 | 3 | 4 | 5;
export type NeededBy = 2 | 3 | 4 | 5;
export type Weight = 1 | 2 | 3;
export type Effort = 1 | 2 | 3;

/** The four anchors of a prerequisite, from worst to best. */
export const prerequisiteValues = ['not-yet', 'started', 'largely', 'in-place'] as const;
/** The four anchors of a threshold, from worst to best; `absent` = does not occur here. */
export const thresholdValues = ['untouched', 'partly', 'tackled', 'absent'] as const;
export type PrerequisiteValue = (typeof prerequisiteValues)[number];
export type ThresholdValue = (typeof thresholdValues)[number];
export type AnchorValue = PrerequisiteValue | ThresholdValue;

/** A reason for *not applicable* that this item accepts. */
export type NotApplicableReason = { id: string; label: string };

/** One remedy of an item and the answer it leads to. */
export type RemedyLink = { id: string; to: AnchorValue };

/** Switches an item off for context answers outside the list; an absent key limits nothing. */
export type OnlyFor = {
  subSector?: string[];
  size?: string[];
  targetJob?: string[];
  shifts?: string[];
};

export type Item = {
  id: string;
  dimension: DimensionId;
  kind: ItemKind;
  /** The statement that is assessed. */
  title: string;
  /** The same as a gap, for reports: never a double negation. */
  negative: string;
  /** What each of the four answers means here, worst first. */
  anchors: [string, string, string, string];
  why: string;
  sources: string[];
  example: string;
  /** What to look at as proof. */
  lookAt: string;
  neededBy: NeededBy;
  weight: Weight;
  essential: boolean;
  /** Only for a duty in law: the article, in words, and its source. Always essential. */
  legal: { article: string; source: string } | null;
  naReasons: NotApplicableReason[];
  /** Months after which the answer expires. */
  validMonths: number;
  /** Hideable items are in no verdict. */
  hideable: boolean;
  onlyFor: OnlyFor;
  remedies: RemedyLink[];
  /** Asked by the federation whose edition this is; in no verdict. */
  own?: true;
  /** Remedies of an edition that help here too. They are in no shortest way, so that every edition has the core's. */
  alsoHelps?: RemedyLink[];
};

export type Remedy = {
  id: string;
  title: string;
  /** What to do this week, and this quarter. */
  week: string;
  quarter: string;
  /** Who usually does it. */
  who: string;
  effort: Effort;
  instruments: string[];
  /** Whom to call. */
  call: string;
};

export type Instrument = {
  id: string;
  name: string;
  summary: string;
  conditions: string[];
  decides: string;
  /** Who applies, and when. */
  applies: string;
  amounts: { text: string; year: number }[];
  /** What could not be verified, in words; empty when nothing. */
  caution: string;
  source: string;
  /** Day on which it was last checked against its source, YYYY-MM-DD. */
  checked: string;
  /** Only in the Flemish Region. */
  flemish: boolean;
  /** Sub-sector option ids or sectors this is limited to; empty = everyone. */
  sectors: SectorId[];
};

export type Source = { id: string; title: string; publisher: string; year: number | null; url: string | null };

export type Level = {
  number: LevelNumber;
  id: string;
  name: string;
  /** What the level permits, short (ladder) and as a sentence (result). */
  short: string;
  headline: string;
  permits: string;
  /** Per cent of the weight that must be met; null at level 1. */
  bar: number | null;
};

export type Dimension = { id: DimensionId; name: string; question: string };

/** Two answers that do not go together: a topic to talk about. */
export type Contradiction = {
  id: string;
  when: { item: string; is: AnchorValue[] }[];
  topic: string;
};

/**
 * What became of one question of the version before; a question that is not named is asked in the same words. `id` is
 * that of the question itself: the old one where it is split or gone, else the new one. `why` is one plain sentence or
 * two (product: content).
 */
export type Move = { id: string; why: string } & (
  | { kind: 'reworded' | 'new' | 'gone' }
  | { kind: 'split'; into: string[] }
  | { kind: 'merged'; from: string[] }
);

export type ContextOption = { id: string; label: string; help?: string; group?: string };
export type ContextQuestion = { question: string; help?: string; options: ContextOption[] };

export type ContextQuestions = {
  subSector: ContextQuestion;
  size: ContextQuestion;
  place: ContextQuestion;
  targetJob: ContextQuestion;
  shifts: ContextQuestion;
};

/** The federation's layer that a checklist carries, in the language of the checklist. */
export type ChecklistEdition = {
  /** Of the edition and of its published version; empty for a draft. */
  id: string;
  versionId: string;
  /** In the address of its entrance. */
  slug: string;
  /** Of its published version; 0 for a draft. */
  number: number;
  /** The federation. */
  by: string;
  name: string;
  /** Fingerprint of its picture, and the words for it; null for none. */
  logo: string | null;
  logoText: string;
  /** #rrggbb; null for ours. */
  accent: string | null;
  intro: string;
  contacts: { id: string; role: string; email: string; phone: string }[];
};

export type Checklist = {
  /** sector@version, e.g. care@1; in an edition sector@version+slug@number, e.g. care@1+our-house@2 */
  ref: string;
  sector: SectorId;
  version: number;
  language: Language;
  name: string;
  tagline: string;
  icon: string;
  context: ContextQuestions;
  dimensions: Dimension[];
  levels: Level[];
  /** In the order of the dimensions. */
  items: Item[];
  contradictions: Contradiction[];
  /** From the version before to this one; none in version 1. */
  moves: Move[];
  /** Only the remedies, instruments and sources that this checklist uses. */
  remedies: Remedy[];
  instruments: Instrument[];
  sources: Source[];
  /** Absent in the checklist itself. */
  edition?: ChecklistEdition;
};
