import type { Context } from '#app/domain/context.ts';
import type { Member } from './member.ts';

/** A hand-in that may be counted, with the plan as it stands. */
export type CountedHandIn = {
  id: string;
  assessmentId: string;
  /** The organisation's id, or the key of the browser. */
  organisation: string;
  account: boolean;
  sector: string;
  editionId: string | null;
  context: Context;
  at: Date;
  plan: Plan;
};

/** Ids of the remedies taken on and finished, and of the instruments used; sorted. */
export type Plan = { chosen: string[]; finished: string[]; instruments: string[] };

/** The tables of hand-ins: a fixed list without cross filters (product: federation). */
export const handInTables = ['total', 'sub-sector', 'size', 'province', 'quarter'] as const;
export type HandInTable = (typeof handInTables)[number];

/**
 * The members that the hand-ins of one assessment are: its last one, in the tables of how things stand, and its last one of
 * each quarter, in the table of quarters.
 */
export function membersOf(handIns: readonly CountedHandIn[]): Member[] {
  const inOrder = [...handIns].sort((one, other) => one.at.getTime() - other.at.getTime());
  const last = inOrder.at(-1);
  if (!last) return [];
  const ofQuarter = new Map(inOrder.map((handIn) => [quarterOf(handIn.at), handIn]));
  return [
    member(last, `${last.id}:${planKey(last.plan)}`, standRows(last)),
    ...[...ofQuarter].map(([quarter, handIn]) => member(handIn, handIn.id, [`quarter/${quarter}`])),
  ];
}

/** Changes with the plan: what an organisation takes on is a change like a hand-in. */
const planKey = ({ chosen, finished, instruments }: Plan) =>
  [chosen, finished, instruments].map((ids) => ids.join(',')).join(';');

const member = (handIn: CountedHandIn, id: string, rows: readonly string[]): Member => ({
  id,
  source: handIn.assessmentId,
  organisation: handIn.organisation,
  account: handIn.account,
  rows: scopesOf(handIn).flatMap((scope) => rows.map((row) => `${scope}/${row}`)),
});

const scopesOf = ({ sector, editionId }: CountedHandIn): string[] =>
  editionId === null ? [`sector:${sector}`] : [`sector:${sector}`, `edition:${editionId}`];

const standRows = ({ context }: CountedHandIn): string[] => [
  'total/all',
  `sub-sector/${context.subSector ?? 'unknown'}`,
  `size/${context.size ?? 'unknown'}`,
  `province/${context.place ?? 'unknown'}`,
];

const monthInBrussels = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
});

const quarters = new Map<number, string>();
const hour = 60 * 60_000;

/** 2026-Q4 of an instant, on the calendar of Brussels, which is whole hours from the world's: each hour is looked up once. */
export function quarterOf(at: Date): string {
  const hours = Math.floor(at.getTime() / hour);
  const known = quarters.get(hours);
  if (known !== undefined) return known;
  const [year, month] = monthInBrussels.format(at).split('-');
  const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  quarters.set(hours, quarter);
  return quarter;
}
