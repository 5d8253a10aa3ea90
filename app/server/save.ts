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

/** What is answered to a save, as JSON; `retryAfter` in seconds where it can be tried again. */
export type SaveResult = { status: number; body: object; retryAfter?: number };

/**
 * Saves one answer. 200 only after it is durable: {at, open, conflict}; 422 {error: key} for a mistake the person can mend,
 * 404 when it is not theirs, 503 when nothing can be stored just now.
 */
export async function saveAnswerOf(services: Services, cookie: string | undefined, sent: unknown): Promise<SaveResult> {
  try {
    return await check(services, cookie, sent);
  } catch (error) {
    if (wasRefused(error)) return comeBack(5);
    throw error;
  }
}

/** Nothing was stored; the page keeps the answer and sends it again. */
export const comeBack = (retryAfter: number): SaveResult => ({
  status: 503,
  body: { error: 'error.unexpected' },
  retryAfter,
});

async function check(services: Services, cookie: string | undefined, sent: unknown): Promise<SaveResult> {
  const parsed = saveRequest.safeParse(sent);
  if (!parsed.success) return refused(parsed.error.issues[0]?.message ?? 'error.text');
  const { assessment, language, answer, keep } = parsed.data;
  const visit = await findVisit(services, { headers: { get: () => cookie ?? null } }, assessment, language);
  if (!visit?.may('answer')) return { status: 404, body: { error: 'error.not-found' } };
  if (!keep && (await asksSecondLook(visit, answer))) return refused('error.identity');
  const result = await answerAs(visit, answer);
  if (!result.ok) return refused(result.error);
  const { at, open } = result.saved;
  return { status: 200, body: { at: at.toISOString(), open, conflict: !looksApart(visit) && open.length > 1 } };
}

const refused = (error: string): SaveResult => ({ status: 422, body: { error } });

/** POST /save for whatever the front does not take. */
export const saveRoute =
  (services: Services): RequestHandler =>
  async (request, response, next) => {
    try {
      const { status, body, retryAfter } = await saveAnswerOf(services, request.headers.cookie, request.body);
      if (retryAfter) response.set('Retry-After', String(retryAfter));
      response.status(status).json(body);
    } catch (error) {
      next(error);
    }
  };
