import * as z from 'zod';
import { dimensionIds, prerequisiteValues, sectorIds, thresholdValues } from '#app/domain/checklist.ts';

/** What each content file must look like; messages are for authors, in plain English. */

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a kebab-case id, such as fixed-roster');
export const text = z.string().trim().min(2, 'expected a text');
const date = z.iso.date('expected a date as YYYY-MM-DD');
const anchors = z.tuple([text, text, text, text], 'expected four anchors, worst first');
const anchorValue = z.enum([...prerequisiteValues, ...thresholdValues]);

const option = z.strictObject({ id, label: text, help: text.exactOptional() });
const question = z.strictObject({ question: text, help: text.exactOptional(), options: z.array(option).min(2) });
const optionWords = z.strictObject({ label: text, help: text.exactOptional() });
const questionWords = z.strictObject({
  question: text,
  help: text.exactOptional(),
  options: z.record(id, optionWords),
});
export type QuestionWords = z.output<typeof questionWords>;

const item = z.strictObject({
  id,
  kind: z.enum(['prerequisite', 'threshold']),
  neededBy: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)], 'expected a level from 2 to 5'),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)], 'expected a weight from 1 to 3'),
  essential: z.boolean().default(false),
  legal: z.strictObject({ article: text, source: id }).nullable().default(null),
  validMonths: z.int().min(1).max(36).default(12),
  hideable: z.boolean().default(false),
  onlyFor: z
    .strictObject({
      subSector: z.array(id).min(1).exactOptional(),
      size: z.array(id).min(1).exactOptional(),
      targetJob: z.array(id).min(1).exactOptional(),
      shifts: z.array(id).min(1).exactOptional(),
    })
    .default({}),
  title: text,
  negative: text,
  anchors,
  why: text,
  sources: z.array(id).min(1, 'expected at least one source'),
  example: text,
  lookAt: text,
  naReasons: z.array(z.strictObject({ id, label: text })).default([]),
  remedies: z.array(z.strictObject({ id, to: anchorValue.exactOptional() })).min(1, 'expected at least one remedy'),
});

const why = { id, why: text };
const move = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['reworded', 'new', 'gone']), ...why }),
  z.strictObject({ kind: z.literal('split'), ...why, into: z.array(id).min(2, 'expected two new items or more') }),
  z.strictObject({ kind: z.literal('merged'), ...why, from: z.array(id).min(2, 'expected two old items or more') }),
]);

export const checklistFile = z.strictObject({
  sector: z.enum(sectorIds),
  version: z.int().min(1),
  status: z.enum(['draft', 'published']),
  icon: id,
  name: text,
  tagline: text,
  context: z.strictObject({ subSector: question, targetJob: question }),
  sections: z.array(z.strictObject({ dimension: z.enum(dimensionIds), items: z.array(item).min(1) })),
  contradictions: z
    .array(
      z.strictObject({
        id,
        when: z.array(z.strictObject({ item: id, is: z.array(anchorValue).min(1) })).min(2),
        topic: text,
      }),
    )
    .default([]),
  moves: z.array(move).default([]),
});
export type ChecklistFile = z.output<typeof checklistFile>;

export const checklistWords = z.strictObject({
  name: text,
  tagline: text,
  context: z.strictObject({ subSector: questionWords, targetJob: questionWords }),
  items: z.record(
    id,
    z.strictObject({
      title: text,
      negative: text,
      anchors,
      why: text,
      example: text,
      lookAt: text,
      legal: text.exactOptional(),
      naReasons: z.record(id, text).default({}),
    }),
  ),
  contradictions: z.record(id, text).default({}),
  moves: z.record(id, text).default({}),
});
export type ChecklistWords = z.output<typeof checklistWords>;

const remedyWords = { title: text, week: text, quarter: text, who: text, call: text };
export const remediesFile = z.array(
  z.strictObject({
    id,
    effort: z.union([z.literal(1), z.literal(2), z.literal(3)], 'expected an effort from 1 to 3'),
    instruments: z.array(id),
    ...remedyWords,
  }),
);
export const remediesWords = z.record(id, z.strictObject(remedyWords));

const instrumentWords = {
  name: text,
  summary: text,
  conditions: z.array(text).min(1),
  decides: text,
  applies: text,
  caution: z.string().default(''),
};
export const instrumentsFile = z.array(
  z.strictObject({
    id,
    flemish: z.boolean(),
    sectors: z.array(z.enum(sectorIds)),
    source: id,
    checked: date,
    amounts: z.array(z.strictObject({ text, year: z.int().min(2000).max(2100) })),
    ...instrumentWords,
  }),
);
export const instrumentsWords = z.record(
  id,
  z.strictObject({ ...instrumentWords, amounts: z.array(text).default([]) }),
);
export type InstrumentsWords = z.output<typeof instrumentsWords>;

export const sourcesFile = z.array(
  z.strictObject({
    id,
    title: text,
    publisher: text,
    year: z.int().nullable(),
    url: z.url({ protocol: /^https$/, error: 'expected an https address or null' }).nullable(),
  }),
);
export const sourcesWords = z.record(id, z.strictObject({ title: text, publisher: text.exactOptional() }));

const dimensionWords = { name: text, question: text };
export const dimensionsFile = z
  .array(z.strictObject({ id: z.enum(dimensionIds), ...dimensionWords }))
  .refine(
    (all) => all.length === dimensionIds.length && all.every(({ id }, at) => id === dimensionIds[at]),
    `expected the nine dimensions, in the order of ${dimensionIds.join(', ')}`,
  );
export const dimensionsWords = z.record(id, z.strictObject(dimensionWords));

const levelWords = { name: text, short: text, headline: text, permits: text };
export const levelsFile = z
  .array(
    z.strictObject({
      number: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      id,
      bar: z.int().min(1).max(100).nullable(),
      ...levelWords,
    }),
  )
  .refine(
    (all) => all.length === 5 && all.every(({ number }, at) => number === at + 1),
    'expected the levels 1 to 5, in this order',
  );
export const levelsWords = z.record(id, z.strictObject(levelWords));

export const contextFile = z.strictObject({ size: question, place: question, shifts: question });
export const contextWords = z.strictObject({ size: questionWords, place: questionWords, shifts: questionWords });
export type ContextFile = z.output<typeof contextFile>;
export type ContextWords = z.output<typeof contextWords>;
