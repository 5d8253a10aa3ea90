import * as z from 'zod/mini';
import { answerInput, cleanText, limits, neededText } from './answer-input.ts';
import { isDay } from './calendar.ts';
import { thresholdWeights } from './placement-threshold.ts';

const id = z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));
const item = z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_-]*$/, 'error.option'));
const day = z.string().check(z.refine((text) => text === '' || isDay(text), 'error.day'));
const weight = z.enum(thresholdWeights, 'error.choose');
/** Ids on one line, as a form carries them. */
const ids = z.string().check(z.maxLength(1300), z.regex(/^[A-Za-z0-9_ -]*$/));

/**
 * One thing that a coach noted on the floor, as flat texts, so that a form and a script send the same. `id` is made by
 * the device: sent again, an entry changes nothing.
 */
export const visitEntry = z.discriminatedUnion(
  'kind',
  [
    /** The coach's own answer to an item of the host's assessment; `base`: the answers that were on screen. */
    z.object({
      kind: z.literal('answer'),
      id,
      item: answerInput.shape.item,
      value: z.union([z.literal(''), answerInput.shape.value], 'error.option'),
      note: z._default(cleanText(limits.note), ''),
      base: z._default(ids, ''),
    }),
    /** A threshold met for the first time; `id` becomes its own. */
    z.object({
      kind: z.literal('threshold'),
      id,
      text: neededText(1000),
      weight,
      item: z._default(item, ''),
      seenOn: z._default(day, ''),
    }),
    /** Another weight for a threshold, or the day on which it was lowered; `version`: the one that was on screen. */
    z.object({
      kind: z.literal('weigh'),
      id,
      threshold: id,
      version: z.string().check(z.regex(/^\d{1,9}$/)),
      weight,
      loweredOn: z._default(day, ''),
    }),
    z.object({ kind: z.literal('note'), id, text: neededText(limits.note) }),
  ],
  'error.text',
);
export type VisitEntry = z.output<typeof visitEntry>;
export type EntryOf<Kind extends VisitEntry['kind']> = Extract<VisitEntry, { kind: Kind }>;

/** What a device sends at once; each entry is checked by itself, so that a bad one does not hold up the others. */
export const visitSyncRequest = z.object({
  placement: z.string().check(z.maxLength(64)),
  language: z.string().check(z.maxLength(2)),
  entries: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(50)),
});
