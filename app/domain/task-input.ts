import * as z from 'zod/mini';
import { cleanText, neededText } from './answer-input.ts';
import { carveChoices, type Task, taskRisks, taskTimes } from './carved-job.ts';
import { textForm } from './kept-text.ts';

/** A task on the floor as posted; minutes are whole, from 1 to a whole day. */
export const taskInput = textForm(
  {
    title: neededText(200),
    when: z.enum(taskTimes, 'error.choose'),
    minutes: z.string().check(
      z.refine((text) => /^\d{1,4}$/.test(text.trim()), 'error.minutes'),
      z.refine((text) => Number(text) >= 1 && Number(text) <= 1440, 'error.minutes'),
    ),
    per: z.enum(['day', 'week'], 'error.choose'),
    needs: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(60)),
    risk: z.enum(taskRisks, 'error.choose'),
    adapted: cleanText(500),
    doneBy: cleanText(120),
    carve: z.enum(carveChoices, 'error.choose'),
  },
  ['title', 'adapted', 'doneBy'],
);
export type TaskInput = z.output<typeof taskInput>;

/** The task that a form says; needs that are not in the list are left out. */
export const taskOf = (id: string, input: TaskInput, known: string[]): Task => {
  const { minutes, needs, ...task } = input;
  return { ...task, id, minutes: Number(minutes), needs: known.filter((need) => needs.includes(need)) };
};

/** The carved job as posted: red lines one per line, and what the job asks besides the needs of its tasks. */
export const carvedJobInput = textForm(
  {
    title: neededText(120),
    daysPerWeek: z.string().check(z.regex(/^[1-7]$/, 'error.days')),
    redLines: cleanText(2000),
    asks: cleanText(2000),
  },
  ['title', 'redLines', 'asks'],
);
