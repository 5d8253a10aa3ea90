import * as z from 'zod/mini';
import { actionStatuses } from './action.ts';
import { cleanText, neededText } from './answer-input.ts';
import { isDay } from './calendar.ts';
import { textForm } from './kept-text.ts';

const day = z.string().check(z.refine((text) => text === '' || isDay(text), 'error.day'));

/** An action as posted; an empty day or support measure is none. Days are YYYY-MM-DD. */
export const actionInput = textForm(
  {
    title: neededText(200),
    owner: cleanText(120),
    due: day,
    status: z.enum(actionStatuses, 'error.option'),
    instrument: z.string().check(z.maxLength(64)),
    note: cleanText(5000),
    items: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(60)),
    doneBy: cleanText(120),
    doneAt: day,
    doneHow: cleanText(2000),
  },
  ['title', 'owner', 'note', 'doneBy', 'doneHow'],
).check(
  z.refine((one) => one.status !== 'done' || one.doneBy !== '', { error: 'error.needed', path: ['doneBy'] }),
  z.refine((one) => one.status !== 'done' || one.doneAt !== '', { error: 'error.needed', path: ['doneAt'] }),
  z.refine((one) => one.status !== 'done' || one.doneHow !== '', { error: 'error.needed', path: ['doneHow'] }),
);
export type ActionInput = z.output<typeof actionInput>;
