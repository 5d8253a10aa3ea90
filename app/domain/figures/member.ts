/**
 * Something of one organisation that is counted: a hand-in, a threshold met in a placement, a visit through a campaign.
 * Equal ids are the same thing with the same facts; when facts change, it is another member.
 */
export type Member = {
  id: string;
  /** What it came from, such as an assessment. */
  source: string;
  organisation: string;
  /** Whether the organisation has an account; else the key stands for a browser. */
  account: boolean;
  /** The rows of published tables that it stands in, such as `sector:care/size/50-99`. */
  rows: readonly string[];
};

/** A member that stood in published tables from one night until before another; null: it still does. */
export type Standing = Member & { from: number; until: number | null };

/**
 * What an organisation changed since the last night: it came, handed in anew, or left. What left against our will (erased,
 * consent taken back) is `forced`: it cannot wait.
 */
export type Change = { add: readonly Member[]; remove: readonly Member[]; forced: boolean };

/** `sector:care/size` of `sector:care/size/50-99`. */
export const tableOf = (row: string): string => row.slice(0, row.lastIndexOf('/'));

/** `50-99` of that. */
export const groupOf = (row: string): string => row.slice(row.lastIndexOf('/') + 1);

/** Whether a member stood in what was published on a night. */
export const stoodOn = ({ from, until }: Pick<Standing, 'from' | 'until'>, night: number): boolean =>
  from <= night && (until === null || until > night);
