import * as z from 'zod/mini';
import { listSchema, problemSchema, scopeSchema, tableSchema } from '#app/domain/figures/figure-schema.ts';
import { handInTables } from '#app/domain/figures/hand-in-rows.ts';

/** The description of the API (OpenAPI 3.1), made from the schemas that its answers keep to. */
export const openApi = (baseUrl: string, version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Toolbox Doorstroom: published figures',
    version,
    description:
      'Counts are rounded to 5; shares are whole per cents, rounded to 5. Groups of fewer than ten organisations are null. ' +
      'Tables are made at night and replaced as a whole; madeAt says when.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: `${baseUrl}/api/v1` }],
  paths: {
    '/figures': { get: operation('Which sectors and tables there are', 'List', []) },
    '/figures/{sector}': { get: operation('Every published table of a sector', 'Scope', ['sector']) },
    '/figures/{sector}/{table}': { get: operation('One published table of a sector', 'Table', ['sector', 'table']) },
    '/editions/{slug}/figures': { get: withKey(operation('Every published table of an edition', 'Scope', ['slug'])) },
    '/editions/{slug}/figures/{table}': {
      get: withKey(operation('One published table of an edition', 'Table', ['slug', 'table'])),
    },
  },
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    schemas: {
      List: z.toJSONSchema(listSchema),
      Scope: z.toJSONSchema(scopeSchema),
      Table: z.toJSONSchema(tableSchema),
      Problem: z.toJSONSchema(problemSchema),
    },
  },
});

type Parameter = 'sector' | 'slug' | 'table';
const schemas: Record<Parameter, object> = {
  sector: { type: 'string' },
  slug: { type: 'string' },
  table: { type: 'string', enum: handInTables },
};

const operation = (summary: string, schema: 'List' | 'Scope' | 'Table', parameters: Parameter[]) => ({
  summary,
  parameters: parameters.map((name) => ({ name, in: 'path', required: true, schema: schemas[name] })),
  responses: {
    200: { description: summary, content: { 'application/json': { schema: refTo(schema) } } },
    ...(parameters.length > 0 && { 404: failure('Not there') }),
    429: failure('Too many requests'),
  },
});

const withKey = (of: ReturnType<typeof operation>) => ({
  ...of,
  security: [{ key: [] }],
  responses: { ...of.responses, 401: failure('No key, or one that was stopped') },
});

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: refTo('Problem') } },
});

const refTo = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });
