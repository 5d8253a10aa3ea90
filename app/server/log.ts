import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Paths carry secrets after these words, and queries may carry typed text: neither reaches the log. */
const secretPaths = /\/(open|ask|confirm|stop|share|take-over|sign-in|follow-ups|invitations)\/[^/?]+/;

/** The worker's voice leaves no line at all: a time beside a path would tell who was where (product: worker's voice). */
const unlogged = /\/voice\//i;

/** Whether no trace of a request may be kept. */
export const isUnlogged = (url: string): boolean => unlogged.test(decoded(url));

export const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(secretPaths, '/$1/…');

/** One line per request: method, path, status and milliseconds. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    if (isUnlogged(request.originalUrl)) return next();
    const start = performance.now();
    const line = logLine(log);
    response.on('finish', () =>
      line(request.method, request.originalUrl, response.statusCode, performance.now() - start),
    );
    next();
  };

/** Writes what may be known of an answer. */
export const logLine = (log: Logger) => (method: string, url: string, status: number, ms: number) =>
  log.info({ method, path: loggedPath(url), status, ms: Math.round(ms) });

/** However the address is written; one that cannot be read is judged as it came. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
