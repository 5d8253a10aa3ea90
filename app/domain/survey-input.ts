import * as z from 'zod/mini';
import { cleanText } from './answer-input.ts';
import { editionInput, itemInput, ownId, remedyInput, short } from './edition-input.ts';
import type { Survey, SurveyChapter } from './survey-choice.ts';
import type { Values } from './words.ts';

/**
 * A survey from elsewhere that waits in the form for a choice: with the name of its file, and what did not fit in it. It
 * comes back from a browser, so it is read like anything else from outside.
 */
export type WaitingSurvey = {
  file: string;
  survey: Survey;
  chapters: SurveyChapter[];
  notes: { line: number; message: string; values: Values }[];
};

/** Most that can wait: bytes as text, and items and remedies together, so that one post of the form holds it all. */
export const waitingLimits = { bytes: 1_500_000, members: 2000, notes: 2000, file: 200 } as const;

/** Its text, or null when it is too much to wait in a form. */
export function writeWaiting(waiting: WaitingSurvey): string | null {
  const { items, remedies } = waiting.survey;
  const text = JSON.stringify(waiting);
  const fits = items.length + remedies.length <= waitingLimits.members && waiting.notes.length <= waitingLimits.notes;
  return fits && new TextEncoder().encode(text).length <= waitingLimits.bytes ? text : null;
}

/** Reads such a text; null when it is not one of ours any more. */
export function readWaiting(text: string): WaitingSurvey | null {
  if (text.length > waitingLimits.bytes) return null;
  try {
    const read = waitingInput.safeParse(JSON.parse(text));
    return read.success ? (read.data as WaitingSurvey) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const members = <T extends z.ZodMiniType<{ id: string }>>(member: T) =>
  z.array(member).check(
    z.maxLength(waitingLimits.members),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  );

const note = z.strictObject({
  line: z.int().check(z.minimum(1)),
  message: z.string().check(z.regex(/^foreign-note\.[a-z-]+$/)),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const chapter = z.strictObject({ title: short, items: z.array(ownId).check(z.maxLength(waitingLimits.members)) });

const waitingInput = z.strictObject({
  file: cleanText(waitingLimits.file),
  survey: z.extend(z.pick(editionInput, { languages: true, name: true, intro: true }), {
    items: members(itemInput),
    remedies: members(remedyInput),
  }),
  chapters: z.array(chapter).check(z.maxLength(waitingLimits.members)),
  notes: z.array(note).check(z.maxLength(waitingLimits.notes)),
});
