import { rules } from './rules.ts';

/** A count as it may be shown. */
export const rounded = (count: number): number => Math.round(count / rules.step) * rules.step;

/** A share in per cent, from rounded counts, rounded itself; 0 of nothing. */
export function shareOf(count: number, total: number): number {
  const whole = rounded(total);
  return whole === 0 ? 0 : Math.min(100, rounded((rounded(count) / whole) * 100));
}

/**
 * Between which shares, in per cent, a share lies with 95 % confidence (Wilson's score interval), from rounded counts.
 * Of nothing: 0 to 100.
 */
export function wilson(count: number, total: number): { low: number; high: number } {
  const [found, of] = [rounded(count), rounded(total)];
  if (of === 0) return { low: 0, high: 100 };
  const z = 1.96;
  const share = Math.min(1, found / of);
  const centre = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const at = (value: number) => Math.round((100 * value) / (1 + z ** 2 / of));
  return { low: Math.max(0, at(centre - spread)), high: Math.min(100, at(centre + spread)) };
}
