import type { Checklist, Instrument } from '#app/domain/checklist.ts';
import { type Context, outsideFlanders } from '#app/domain/context.ts';

/** The support measures of a remedy that exist where the workplace is. */
export function instrumentsOf(checklist: Checklist, context: Context, ids: string[]): Instrument[] {
  return checklist.instruments.filter(
    (one) => ids.includes(one.id) && !(one.flemish && context.place === outsideFlanders),
  );
}
