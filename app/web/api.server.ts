import type { LoaderFunctionArgs } from '@remix-run/node';
import { findApiKey, markKeyUsed } from '#app/data/api-key.server.ts';
import { findPublishedEdition, type PublishedEdition } from '#app/data/published-edition.server.ts';
import { handInTables } from '#app/domain/figures/hand-in-rows.ts';
import type { HandInPublished } from '#app/domain/figures/shown-tables.ts';
import { type Figures, readTables, sectorFigures } from './figures.server.ts';
import { problem } from './problem.server.ts';
import { requireSector } from './sector.ts';
import { noteSecurity } from './security-event.ts';
import type { Services } from './services.ts';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** What there is to read without a key. */
export const apiList = ({ services }: Asked['context']) =>
  open({
    sectors: services.startable.map((ref) => {
      const sector = ref.split('@')[0] ?? '';
      return { sector, url: `${services.baseUrl}/api/v1/figures/${sector}` };
    }),
    tables: handInTables,
  });

/** The published tables of a sector, or one of them. */
export async function apiSector({ params, context: { services } }: Asked): Promise<Response> {
  const figures = await orNull(sectorFigures(services, params.sector, 'en'));
  if (!figures) return problem(404, 'There is no such sector.');
  return answer(figures, figures.scope, params.table, open);
}

/** The published tables of an edition, for a key of its own federation; another's and none are the same answer. */
export async function apiEdition({ params, request, context: { services } }: Asked): Promise<Response> {
  const organisation = await organisationOf(services, request);
  if (!organisation) return problem(401, 'Send a key of your federation: Authorization: Bearer <key>.');
  const edition = await findPublishedEdition(services.store, params.slug ?? '');
  if (!edition || edition.organisationId !== organisation) return problem(404, 'There is no such edition.');
  return answer(await editionFigures(services, edition), `edition:${edition.slug}`, params.table, own);
}

const editionFigures = (services: Services, { id, sector }: PublishedEdition) =>
  readTables(services, `edition:${id}`, requireSector(services, sector, 'en'), '');

/** Whose key came along; notes that it was used. */
async function organisationOf(services: Services, request: Request): Promise<string | null> {
  const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.get('Authorization') ?? '')?.[1];
  const key = token ? await findApiKey(services.store, services.hash(token)) : null;
  if (key) await markKeyUsed(services.store, key.id, services.now());
  else noteSecurity(services, { event: 'key-refused' });
  return key?.organisationId ?? null;
}

type Give = (body: unknown) => Response;

function answer({ tables }: Figures, scope: string, name: string | undefined, give: Give): Response {
  const published = handInTables.flatMap((one) => tables[one] ?? []);
  if (name === undefined) return give({ scope, tables: published.map(shown) });
  const table = published.find((one) => one.name === name);
  return table ? give(shown(table)) : problem(404, 'There is no such table, or it was not published yet.');
}

const shown = ({ name, madeAt, rows }: HandInPublished) => ({ name, madeAt: madeAt.toISOString(), rows });

/** For everybody, from any site. */
const open: Give = (body) =>
  Response.json(body, { headers: { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' } });

const own: Give = (body) => Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } });

/** What a page answers with 404 is said here as a problem. */
const orNull = <T>(found: Promise<T>): Promise<T | null> =>
  found.catch((thrown) => {
    if (thrown instanceof Response && thrown.status === 404) return null;
    throw thrown;
  });
