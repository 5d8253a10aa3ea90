import type { AnswerValue } from './answer.ts';
import type { Item } from './checklist.ts';
import type { Phase } from './placement.ts';
import type { Helped } from './placement-threshold.ts';
import { meets } from './verdict.ts';

/** What the linked self-scans and placements of a pilot show, counted; never a typed text, a code or a day. */

/** The hand-ins of one workplace, oldest first: the level, and per item what counted. */
export type LinkedWorkplace = { handIns: { level: number; items: Record<string, string> }[] };

export type LinkedPlacement = {
  phase: Phase;
  hired: boolean;
  outcome: string | null;
  thresholds: { id: string; item: string | null; lowered: boolean }[];
  tried: { thresholdId: string; remedy: string | null; helped: Helped | null }[];
};

/** Whether a remedy helped, each answer once; `open`: not known yet. */
export type HelpedWord = Helped | 'open';
export type FoundRemedy = { remedy: string | null; helped: HelpedWord[] };
/** `item` null: met on the way, and not in the checklist. */
export type FoundThreshold = {
  item: string | null;
  solved: boolean;
  /** It was not lowered, and is only known from placements that ended: whether it still stands is not known. */
  ended?: true;
  remedies: FoundRemedy[];
};

export type PilotFindings = {
  /** Levels of each workplace that handed in, at the first and at the last hand-in. */
  workplaces: { first: number; last: number }[];
  /** What was not in order at the first hand-in of some workplace; solved where it is everywhere at the last. */
  prerequisites: { item: string; solved: boolean }[];
  /** What occurred at a first hand-in or was met in a placement; solved where it was lowered everywhere. */
  thresholds: FoundThreshold[];
  throughflow: Throughflow;
};
export type Throughflow = {
  placements: number;
  hired: number;
  /** How many are in each phase now, or ended in each outcome. */
  phases: { phase: Phase; count: number }[];
  outcomes: { outcome: string; count: number }[];
};

/** In the order of the items: what stands in the way first comes first. */
export function findingsOf(items: Item[], workplaces: LinkedWorkplace[], placements: LinkedPlacement[]): PilotFindings {
  const handed = workplaces.filter(({ handIns }) => handIns.length > 0);
  return {
    workplaces: handed.map(({ handIns }) => ({ first: handIns[0]?.level ?? 1, last: handIns.at(-1)?.level ?? 1 })),
    prerequisites: inOrder(items.filter(({ kind }) => kind === 'prerequisite')).flatMap((item) => {
      const lacking = handed.filter((one) => isGap(item, one.handIns[0]));
      return lacking.length > 0
        ? [{ item: item.id, solved: !handed.some((one) => isGap(item, one.handIns.at(-1))) }]
        : [];
    }),
    thresholds: thresholdsOf(inOrder(items), handed, placements),
    throughflow: throughflowOf(placements),
  };
}

/** Essential ones first, then by the level that needs them. */
const inOrder = (items: Item[]): Item[] =>
  [...items].sort((one, other) => Number(other.essential) - Number(one.essential) || one.neededBy - other.neededBy);

function isGap(item: Item, handIn: LinkedWorkplace['handIns'][number] | undefined): boolean {
  const said = handIn?.items[item.id];
  if (said === undefined || said === 'not-applicable') return false;
  const value = said === 'unanswered' ? null : (said as AnswerValue);
  return !meets(item, { value, listedReason: false, disputed: false, expired: false });
}

function thresholdsOf(items: Item[], workplaces: LinkedWorkplace[], placements: LinkedPlacement[]): FoundThreshold[] {
  const listed = items.flatMap((item) => {
    const found = metWith(item.id, placements);
    const onFloor = item.kind === 'threshold' && workplaces.some((one) => isGap(item, one.handIns[0]));
    if (found.thresholds.length === 0 && !onFloor) return [];
    const remains = item.kind === 'threshold' && workplaces.some((one) => isGap(item, one.handIns.at(-1)));
    return [{ item: item.id, ...standingOf(found, remains), remedies: found.remedies }];
  });
  const other = metWith(null, placements);
  return other.thresholds.length > 0
    ? [...listed, { item: null, ...standingOf(other, false), remedies: other.remedies }]
    : listed;
}

function standingOf(
  { thresholds }: Pick<Met, 'thresholds'>,
  onFloor: boolean,
): Pick<FoundThreshold, 'solved' | 'ended'> {
  const left = thresholds.filter(({ lowered }) => !lowered);
  if (onFloor || left.some(({ ended }) => !ended)) return { solved: false };
  return left.length > 0 ? { solved: false, ended: true } : { solved: true };
}

type Met = ReturnType<typeof metWith>;

function metWith(item: string | null, placements: LinkedPlacement[]) {
  const thresholds = placements.flatMap(({ phase, thresholds }) =>
    thresholds.filter((one) => one.item === item).map((one) => ({ ...one, ended: phase === 'closed' })),
  );
  const ids = new Set(thresholds.map(({ id }) => id));
  const tried = placements.flatMap((one) => one.tried.filter(({ thresholdId }) => ids.has(thresholdId)));
  const remedies = [...new Set(tried.map(({ remedy }) => remedy))];
  return {
    thresholds,
    remedies: remedies.map((remedy) => ({ remedy, helped: wordsOf(tried.filter((one) => one.remedy === remedy)) })),
  };
}

const helpedWords: HelpedWord[] = ['yes', 'partly', 'no', 'open'];
const wordsOf = (tried: { helped: Helped | null }[]): HelpedWord[] =>
  helpedWords.filter((word) => tried.some(({ helped }) => (helped ?? 'open') === word));

function throughflowOf(placements: LinkedPlacement[]): Throughflow {
  const running = placements.filter(({ phase }) => phase !== 'closed').map(({ phase }) => phase);
  const ended = placements.filter(({ phase }) => phase === 'closed').map(({ outcome }) => outcome ?? 'not-traced');
  return {
    placements: placements.length,
    hired: placements.filter(({ hired }) => hired).length,
    phases: [...new Set(running)].map((phase) => ({ phase, count: running.filter((one) => one === phase).length })),
    outcomes: [...new Set(ended)].map((outcome) => ({ outcome, count: ended.filter((one) => one === outcome).length })),
  };
}
