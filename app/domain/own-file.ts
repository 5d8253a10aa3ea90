import * as z from 'zod';
import { actionStatuses } from './action.ts';
import { voices } from './answer.ts';
import { languages } from './checklist.ts';
import { roundKinds } from './round.ts';

/** An assessment as one file of one's own: everything typed and chosen, so that it can be opened again anywhere. */

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((one) => !one.includes('\0') && one.isWellFormed());
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

export const ownFileFormat = 'toolbox-doorstroom/assessment';
export const ownFileVersion = 1;
/** Bytes; the largest file of one's own that is opened. */
export const largestOwnFile = 2_000_000;

const answer = z.object({
  item: id,
  round: z.int().min(1).max(1000),
  voice: z.enum(voices),
  authorLabel: text(120),
  value: z.string().max(20),
  reasonId: id.nullable(),
  reasonText: text(1000),
  note: text(5000),
  proof: text(2000),
  at: z.iso.datetime(),
  open: z.boolean(),
});

const action = z.object({
  remedy: id.nullable(),
  title: text(200),
  items: z.array(id).max(60),
  owner: text(120),
  due: z.iso.date().nullable(),
  status: z.enum(actionStatuses),
  instrument: id.nullable(),
  note: text(5000),
  doneBy: text(120),
  doneAt: z.iso.date().nullable(),
  doneHow: text(2000),
  step: z.int().nullable(),
  /** How many of the file's answers were there when it was done; later ones answer its items anew. */
  answersBefore: z.int().min(0).nullable().default(0),
});

const submission = z.object({
  round: z.int().min(1).max(1000),
  at: z.iso.datetime(),
  language: z.enum(languages),
  level: z.int().min(1).max(5),
  facts: z.json(),
  report: z.json(),
});

export const ownFileSchema = z.object({
  format: z.literal(ownFileFormat),
  version: z.literal(ownFileVersion),
  checklistRef: z.string().max(60),
  context: z.object({
    subSector: id,
    size: id,
    place: id,
    targetJob: id,
    shifts: z.array(id).max(10),
  }),
  label: text(120),
  createdAt: z.iso.datetime(),
  rounds: z
    .array(z.object({ number: z.int().min(1).max(1000), kind: z.enum(roundKinds), startedAt: z.iso.datetime() }))
    .min(1)
    .max(200),
  answers: z.array(answer).max(20_000),
  actions: z.array(action).max(1000),
  submissions: z.array(submission).max(200),
});
export type OwnFile = z.output<typeof ownFileSchema>;

export type OpenedFile =
  | { ok: true; file: OwnFile }
  | { ok: false; error: 'import.not-json' | 'import.other' | 'import.newer' | 'import.damaged' };

/** Reads such a file; says whether it is something else, made by a newer version, or damaged. */
export function readOwnFile(source: string): OpenedFile {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return { ok: false, error: 'import.not-json' };
  }
  const head = z.object({ format: z.literal(ownFileFormat), version: z.int() }).safeParse(data);
  if (!head.success) return { ok: false, error: 'import.other' };
  if (head.data.version > ownFileVersion) return { ok: false, error: 'import.newer' };
  const parsed = ownFileSchema.safeParse(data);
  return parsed.success ? { ok: true, file: parsed.data } : { ok: false, error: 'import.damaged' };
}
