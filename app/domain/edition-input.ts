import * as z from 'zod/mini';
import { cleanText } from './answer-input.ts';
import { isDay } from './calendar.ts';
import { dimensionIds, languages, sectorIds } from './checklist.ts';
import type { EditionContent } from './edition.ts';
import { emailInput } from './sign-in-input.ts';

/**
 * The shape and the limits of what a federation writes. A draft may still have holes: what must be there before it is
 * published is looked for in `edition-mistakes.ts`. Messages are keys of interface words.
 */

/** Longest texts, in characters, and longest lists. */
export const editionLimits = {
  short: 120,
  title: 200,
  text: 1000,
  intro: 2000,
  contacts: 6,
  hidden: 3,
  items: 12,
  remedies: 20,
  instruments: 20,
  links: 10,
  helps: 20,
} as const;

const texts = (longest: number) =>
  z.strictObject(Object.fromEntries(languages.map((one) => [one, z.optional(cleanText(longest))])) as TextShape);
type TextShape = Record<(typeof languages)[number], z.ZodMiniOptional<ReturnType<typeof cleanText>>>;

export const short = texts(editionLimits.short);
const title = texts(editionLimits.title);
const text = texts(editionLimits.text);

export const ownId = z
  .string('edition-error.id')
  .check(z.maxLength(60, 'edition-error.id'), z.regex(/^own-[a-z0-9]+(-[a-z0-9]+)*$/, 'edition-error.id'));
const anyId = z
  .string('error.option')
  .check(z.maxLength(64, 'error.option'), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'error.option'));
const ids = (most: number) =>
  z.array(anyId).check(
    z.maxLength(most, 'edition-error.too-many'),
    z.refine((all) => new Set(all).size === all.length, 'edition-error.twice'),
  );
const list = <T extends z.ZodMiniType>(one: T, most: number) =>
  z.array(one).check(z.maxLength(most, 'edition-error.too-many'));

const accentInput = z
  .string('edition-error.accent')
  .check(z.toLowerCase(), z.regex(/^#[0-9a-f]{6}$/, 'edition-error.accent'));
/** Numbers are typed in an international way: +32 2 123 45 67. */
const phone = cleanText(30).check(z.regex(/^$|^\+?[0-9 ()./-]{6,}$/, 'edition-error.phone'));
const day = z.string('error.day').check(z.refine((value) => value === '' || isDay(value), 'error.day'));
const logo = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'edition-error.logo'));

export const contactInput = z.strictObject({
  id: ownId,
  role: short,
  email: z.union([z.literal(''), emailInput], 'error.email'),
  phone,
});

export const itemInput = z.strictObject({
  id: ownId,
  dimension: z.enum(dimensionIds, 'error.choose'),
  kind: z.enum(['prerequisite', 'threshold'], 'error.choose'),
  title,
  negative: title,
  anchors: z.tuple([text, text, text, text]),
  why: text,
  source: text,
  example: text,
  lookAt: text,
  neededBy: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)], 'error.choose'),
  remedies: ids(editionLimits.links),
});

export const remedyInput = z.strictObject({
  id: ownId,
  title,
  week: text,
  quarter: text,
  who: text,
  effort: z.union([z.literal(1), z.literal(2), z.literal(3)], 'error.choose'),
  call: text,
  instruments: ids(editionLimits.links),
  helps: ids(editionLimits.helps),
});

export const instrumentInput = z.strictObject({
  id: ownId,
  name: title,
  summary: text,
  conditions: text,
  decides: text,
  applies: text,
  source: text,
  checked: day,
});

const offeredLanguages = z.array(z.enum(languages, 'error.choose')).check(
  z.minLength(1, 'error.choose'),
  z.refine((all) => new Set(all).size === all.length, 'edition-error.twice'),
);

/** Everything about an edition but its lists: what stands on its first page. */
const editionHead = {
  languages: offeredLanguages,
  name: short,
  logo: z.nullable(logo),
  logoText: short,
  accent: z.nullable(accentInput),
  intro: texts(editionLimits.intro),
};

const hidden = ids(editionLimits.hidden);
export const editionHeadInput = z.strictObject({ ...editionHead, hidden });

export const editionInput = z.strictObject({
  ...editionHead,
  contacts: list(contactInput, editionLimits.contacts),
  hidden,
  items: list(itemInput, editionLimits.items),
  remedies: list(remedyInput, editionLimits.remedies),
  instruments: list(instrumentInput, editionLimits.instruments),
});

/** Reads content that comes from outside; the type that everything else works with. */
export const readEdition = (value: unknown) =>
  editionInput.safeParse(value) as z.core.util.SafeParseResult<EditionContent>;

/** A new edition: its checklist, and where it will be found. */
export const newEditionInput = z.object({
  sector: z.enum(sectorIds, 'error.choose'),
  name: cleanText(editionLimits.short).check(z.minLength(1, 'error.needed')),
  slug: cleanText(40).check(z.toLowerCase(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'edition-error.slug')),
});

/** What goes with a publication: what is new in the maker's words, and when the draft that they saw was last changed. */
export const publishInput = z.object({
  changes: cleanText(editionLimits.text),
  seen: z.coerce.number('error.option').check(z.int('error.option')),
});
