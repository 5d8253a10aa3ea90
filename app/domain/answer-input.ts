import * as z from 'zod/mini';
import { type AnswerValue, allowedValues, storedValues } from './answer.ts';
import type { Item } from './checklist.ts';

/** Longest typed texts, in characters. */
export const limits = { note: 5000, proof: 2000, reason: 1000, label: 120, question: 1000 } as const;

/** No NUL and no half characters: PostgreSQL and XML refuse them. Messages are keys of interface words. */
export const cleanText = (longest: number) =>
  z.string('error.text').check(
    z.refine((text) => !text.includes('\0') && text.isWellFormed(), 'error.characters'),
    z.trim(),
    z.maxLength(longest, 'error.too-long'),
  );

/** Text that must say something. */
export const neededText = (longest: number) => cleanText(longest).check(z.minLength(1, 'error.needed'));

const shortId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));

/** One answer as the browser sends it; `base` names the answers that were on screen. */
export const answerInput = z.object({
  id: shortId,
  item: shortId,
  value: z.enum(storedValues, 'error.option'),
  reasonId: z.nullable(shortId),
  reasonText: cleanText(limits.reason),
  note: cleanText(limits.note),
  proof: cleanText(limits.proof),
  base: z.array(shortId).check(z.maxLength(20)),
});
export type AnswerInput = z.output<typeof answerInput>;

/** What is wrong with an answer to this item, as a key of interface words; null when it may be stored. */
export function refuse(item: Item | undefined, input: AnswerInput): string | null {
  if (!item) return 'error.item';
  if (input.value === 'unanswered') return input.note || input.proof ? null : 'error.empty';
  if (!allowedValues(item.kind).includes(input.value as AnswerValue)) return 'error.option';
  if (input.value !== 'not-applicable') return null;
  if (input.reasonId && !item.naReasons.some((one) => one.id === input.reasonId)) return 'error.option';
  return input.reasonId || input.reasonText ? null : 'error.reason-needed';
}
