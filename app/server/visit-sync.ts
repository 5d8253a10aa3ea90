import type { RequestHandler } from 'express';
import { visitSyncRequest } from '#app/domain/visit-entry.ts';
import { isLanguage } from '#app/web/language.ts';
import { findPlacementVisit } from '#app/web/placement-visit.server.ts';
import type { Services } from '#app/web/services.ts';
import { wasRefused } from '#app/web/unavailable.ts';
import { syncEntries } from '#app/web/visit-sync.server.ts';

/**
 * POST /visit-sync: what a coach noted without network, as JSON: {placement, language, entries}. 200 only after each
 * entry is durable or refused: {closed, results: [{id, outcome, …}]}, in the order of the entries. 404 when the
 * placement is not theirs, 422 when it is no such request.
 */
export const visitSyncRoute =
  (services: Services): RequestHandler =>
  async (request, response, next) => {
    try {
      const parsed = visitSyncRequest.safeParse(request.body);
      if (!parsed.success || !isLanguage(parsed.data.language))
        return void response.status(422).json({ error: 'error.text' });
      const { placement, language, entries } = parsed.data;
      const asked = toWebRequest(request.headers);
      const visit = await findPlacementVisit(services, asked, placement, language);
      if (!visit?.may('visit')) return void response.status(404).json({ error: 'error.not-found' });
      const results = await syncEntries(visit, asked, entries);
      response.json({ closed: visit.placement.closedOn !== null, results });
    } catch (error) {
      if (wasRefused(error)) response.status(503).set('Retry-After', '5').json({ error: 'error.unexpected' });
      else next(error);
    }
  };

const toWebRequest = (headers: { cookie?: string | undefined; 'user-agent'?: string | undefined }) =>
  new Request('http://localhost/visit-sync', {
    headers: {
      ...(headers.cookie ? { Cookie: headers.cookie } : {}),
      ...(headers['user-agent'] ? { 'User-Agent': headers['user-agent'] } : {}),
    },
  });
