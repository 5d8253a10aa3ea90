import * as z from 'zod/mini';
import { cleanText } from './answer-input.ts';
import type { Language } from './checklist.ts';
import { textForm } from './kept-text.ts';

/** What changed during a visit, in words, ready for paper; `day` is YYYY-MM-DD. */
export type VisitReport = {
  language: Language;
  day: string;
  title: string;
  /** Job and host. */
  about: string;
  /** From when to when. */
  when: string;
  parts: { heading: string; lines: string[] }[];
  words: { brand: string; nothing: string; closing: string; page: string };
};

/** A browser says a lone checkbox as a text, several as a list, and of none it says nothing. */
const ticked = z.pipe(
  z.transform((value: unknown) => [value ?? []].flat().filter((one) => one !== '')),
  z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200)),
);

/** How a visit is finished: the closing remark, the notes that go along, and whether the host gets it too. */
export const visitReportInput = textForm(
  {
    remark: cleanText(5000),
    notes: ticked,
    host: z._default(z.string(), ''),
  },
  ['remark'],
);
