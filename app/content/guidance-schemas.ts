import * as z from 'zod';
import { sectorIds } from '#app/domain/checklist.ts';
import { followUpSides } from '#app/domain/follow-up.ts';
import { leafletEditions } from '#app/domain/leaflet.ts';
import { needGroups } from '#app/domain/need.ts';
import { phasesThatEnd } from '#app/domain/outcome.ts';
import { pictograms } from '#app/domain/worker-question.ts';
import { id, text } from './schemas.ts';

/** What the files for the job coach must look like; messages are for authors, in plain English. */

/** The same shape under each of these keys. */
const each = <K extends string, T extends z.ZodType>(keys: readonly K[], shape: T) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, T>);

const needWords = { title: text, meaning: text };
export const needsFile = z.array(
  z.strictObject({
    id,
    group: z.enum(needGroups),
    touches: each(sectorIds, z.array(id).min(1, 'expected at least one item of this sector')),
    ...needWords,
  }),
);
export const needsWords = z.record(id, z.strictObject(needWords));

const questionWords = { question: text };
export const workerQuestionsFile = z.array(
  z.strictObject({
    id,
    pictogram: z.enum(pictograms),
    items: each(sectorIds, id.exactOptional()).refine((all) => Object.keys(all).length > 0, 'expected an item'),
    ...questionWords,
  }),
);
export const workerQuestionsWords = z.record(id, z.strictObject(questionWords));

const label = { label: text };
export const outcomesFile = z.strictObject({
  outcomes: z.array(
    z.strictObject({
      id,
      after: z.array(z.enum(phasesThatEnd)).min(1, 'expected at least one phase'),
      lasting: z.boolean(),
      ...label,
    }),
  ),
  reasons: z.array(z.strictObject({ id, ...label })),
});
export type OutcomesFile = z.output<typeof outcomesFile>;
export const outcomesWords = z.strictObject({
  outcomes: z.record(id, z.strictObject(label)),
  reasons: z.record(id, z.strictObject(label)),
});
export type OutcomesWords = z.output<typeof outcomesWords>;

const note = z.strictObject({ label: text, help: text });
const options = z
  .array(z.strictObject({ id, ...label }))
  .refine((all) => all.length === 3 || all.length === 4, 'expected three or four options');
const step = z.strictObject({
  id,
  title: text,
  questions: z
    .array(z.strictObject({ id, question: text, options }))
    .refine((all) => all.length === 2 || all.length === 3, 'expected two or three questions'),
});
export const followUpFile = each(
  followUpSides,
  z.strictObject({ steps: z.array(step).refine((all) => all.length === 3, 'expected three steps'), note }),
);

const followUpQuestionWords = z.strictObject({ question: text, options: z.record(id, text) });
export type FollowUpQuestionWords = z.output<typeof followUpQuestionWords>;
const stepWords = z.strictObject({ title: text, questions: z.record(id, followUpQuestionWords) });
const followUpFormWords = z.strictObject({ steps: z.record(id, stepWords), note });
export type FollowUpFormWords = z.output<typeof followUpFormWords>;
export const followUpWords = each(followUpSides, followUpFormWords);

const leaflet = z.strictObject({
  title: text,
  intro: text,
  sections: z.array(z.strictObject({ id, heading: text, points: z.array(text).min(1) })).min(1),
});
export const leafletFile = each(leafletEditions, leaflet);
