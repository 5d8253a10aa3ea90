import type { RequestHandler } from 'express';
import * as z from 'zod/mini';
import { answerInput } from '#app/domain/answer-input.ts';
import { languages } from '#app/domain/checklist.ts';
import { answerAs, asksSecondLook } from '#app/web/answering.server.ts';
import { looksApart } from '#app/web/own-view.server.ts';
import type { Services } from '#app/web/services.ts';
import { wasRefused } from '#app/web/unavailable.ts';
import { findVisit } from '#app/web/visit.server.ts';

const saveRequest = z.object({
  assessment: z.string().check(z.maxLength(64)),
  language: z.enum(languages),
  answer: answerInput,
  /** Whoever typed it says that it is not about a candidate. */
  keep: z.optional(z.boolean()),
});

/**
 * POST /save: one answer as JSON, in front of the pages because it comes most often. 200 only after it is durable:
 * {at, open, conflict}; 422 {error: key} for a mistake the person can mend, 404 when it is not theirs.
 */
export const saveRoute =
  (services: Services): RequestHandler =>
  async (request, response, next) => {
    try {
      const parsed = saveRequest.safeParse(request.body);
      if (!parsed.success)
        return void response.status(422).json({ error: parsed.error.issues[0]?.message ?? 'error.text' });
      const { assessment, language, answer, keep } = parsed.data;
      const visit = await findVisit(services, toWebRequest(request.headers.cookie), assessment, language);
      if (!visit?.may('answer')) return void response.status(404).json({ error: 'error.not-found' });
      if (!keep && (await asksSecondLook(visit, answer)))
        return void response.status(422).json({ error: 'error.identity' });
      const result = await answerAs(visit, answer);
      if (!result.ok) return void response.status(422).json({ error: result.error });
      response.json({
        at: result.saved.at.toISOString(),
        open: result.saved.open,
        conflict: !looksApart(visit) && result.saved.open.length > 1,
      });
    } catch (error) {
      if (wasRefused(error)) response.status(503).set('Retry-After', '5').json({ error: 'error.unexpected' });
      else next(error);
    }
  };

const toWebRequest = (cookie: string | undefined) =>
  new Request('http://localhost/save', { headers: cookie ? { Cookie: cookie } : {} });
