import * as z from 'zod/mini';
import { handInTables } from './hand-in-rows.ts';

/* What the API answers: the document that describes it is made from these, and tests hold the answers against them. */

const count = z.int().check(z.gte(0), z.multipleOf(5));
const share = z.int().check(z.gte(0), z.lte(100), z.multipleOf(5));

const figures = z.strictObject({
  workplaces: count,
  levels: z.array(z.strictObject({ levels: z.array(z.int().check(z.gte(1), z.lte(5))), count, share })),
  dimensions: z.record(z.string(), share),
  open: z.record(z.string(), share),
  unknown: z.record(z.string(), share),
  notApplicable: z.record(z.string(), share),
  holdsBack: z.record(z.string(), z.strictObject({ count, share })),
  remedies: z.record(z.string(), z.strictObject({ chosen: count, finished: count })),
  instruments: z.record(z.string(), count),
  seconds: z.record(z.string(), count),
});

/** One published table; `figures` is null where a group is too small to show. */
export const tableSchema = z.strictObject({
  name: z.enum(handInTables),
  /** When it was made. */
  madeAt: z.iso.datetime(),
  rows: z.array(z.strictObject({ id: z.string(), figures: z.nullable(figures) })),
});

/** Every published table of a scope, such as sector:care or edition:<slug>. */
export const scopeSchema = z.strictObject({ scope: z.string(), tables: z.array(tableSchema) });

/** What there is to read, with addresses. */
export const listSchema = z.strictObject({
  sectors: z.array(z.strictObject({ sector: z.string(), url: z.string() })),
  tables: z.array(z.enum(handInTables)),
});

/** What went wrong (RFC 9457). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});
