import * as z from 'zod';
import { languages } from '#app/domain/checklist.ts';
import type { Report, ReportItem } from '#app/domain/report.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';

/* What a hand-in in a file of one's own must look like, so that its pages and documents can be made. */

const text = z.string();
const texts = z.array(text);
const glyph = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const range = { worst: z.number().nullable(), best: z.number().nullable() };

const item: z.ZodType<ReportItem> = z.object({
  code: text,
  kind: z.enum(['prerequisite', 'threshold']),
  title: text,
  gap: text.nullable(),
  essential: z.boolean(),
  legal: text.nullable(),
  answer: text,
  meaning: text,
  glyph: glyph.nullable(),
  others: texts,
  who: text,
  when: text,
  reason: text,
  ownReason: text,
  note: text,
  proof: text,
  neededBy: z.number().nullable(),
  weight: z.number(),
  met: z.number().nullable(),
  of: z.number().nullable(),
});

const level = z.object({
  ...range,
  number: z.int().min(1).max(5),
  name: text,
  short: text,
  here: z.boolean(),
  reached: z.boolean(),
  bar: z.number().nullable(),
  holds: texts,
});

const step = z.object({
  title: text,
  detail: text,
  effect: text,
  findOut: z.boolean(),
  legal: z.boolean(),
  essential: z.boolean(),
});

const action = z.object({
  id: text,
  title: text,
  items: texts,
  owner: text,
  due: text,
  dueDate: z.iso.date().nullable(),
  status: text,
  statusId: z.enum(['todo', 'doing', 'done', 'dropped']),
  instrument: text,
  note: text,
  done: text.nullable(),
});

const instrument = z.object({
  name: text,
  summary: text,
  conditions: texts,
  decides: text,
  applies: text,
  amounts: texts,
  caution: text,
  source: text,
  url: z.url({ protocol: /^https?$/ }).nullable(),
  checked: text,
});

export const reportSchema = z.object({
  format: z.literal('toolbox-doorstroom/report'),
  version: z.literal(1),
  language: z.enum(languages),
  appVersion: text,
  checklistRef: text,
  frozen: z.boolean(),
  date: z.iso.datetime(),
  title: text,
  meta: text,
  label: text,
  headline: text,
  permits: text,
  notes: texts,
  levels: z.array(level),
  way: z.object({ heading: text, intro: text, steps: z.array(step), goal: text }).nullable(),
  thresholds: z.array(z.object({ title: text, status: text, glyph, dimension: text })),
  profile: z.array(z.object({ ...range, name: text })),
  context: z.array(z.object({ question: text, answer: text })),
  sections: z.array(z.object({ name: text, items: z.array(item), own: z.literal(true).exactOptional() })),
  actions: z.array(action),
  instruments: z.array(instrument),
  contradictions: texts,
  words: z.record(text, text),
  closing: text,
}) satisfies z.ZodType<Omit<Report, 'words'>>;

export const factsSchema: z.ZodType<SubmissionFacts> = z.object({
  level: z.int().min(1).max(5),
  assessable: z.boolean(),
  provisional: z.boolean(),
  dimensions: z.record(text, z.object({ met: z.number(), best: z.number(), total: z.number() })),
  items: z.record(text, text),
});
