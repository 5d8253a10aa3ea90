/**
 * The rules of honest figures (product: federation). They are one value, so that the attack test can switch each of them off
 * and see that it fails; the app uses `rules` and nothing else.
 */
export type FigureRules = {
  /** Organisations that a group needs before anything is shown of it. */
  minimum: number;
  /** How many of these may be browsers without an account: whoever makes up hand-ins makes up browsers. */
  browsers: number;
  /** The largest part of a group that one organisation may be. */
  largestShare: number;
  /** Counts and percentages are rounded to this. */
  step: number;
  /** Whether groups are also hidden because others would give them away. */
  complementary: boolean;
  /** Whether a change waits until enough organisations changed beside it. */
  together: boolean;
};

export const rules: FigureRules = {
  minimum: 10,
  browsers: 5,
  largestShare: 1 / 4,
  step: 5,
  complementary: true,
  together: true,
};
