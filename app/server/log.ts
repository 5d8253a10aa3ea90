import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** What has the length of a secret is one, wherever it stands: a new kind of link needs no line here. */
const secrets = /[\w-]{20,}/g;
/** Paths carry secrets after these words, also half a secret, and queries may carry typed text: neither reaches the log. */
const secretPaths = /\/(open|ask|confirm|stop|share|take-over|hand-over|sign-in|follow-ups|invitations)(\/+)[^/]+/gi;

/** The worker's voice leaves no line at all: a time beside a path would tell who was where (product: worker's voice). */
const unlogged = /\/voice\//i;

/** Whether no trace of a request may be kept. */
export const isUnlogged = (url: string): boolean => unlogged.test(decoded(url));

export const loggedPath = (url: string): string =>
  decoded(url.split('?')[0] ?? '')
    .replace(secretPaths, '/$1$2…')
    .replace(secrets, '…');

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

/** However the address is written; what cannot be read is judged without it. */
const decoded = (url: string): string =>
  url.replace(/(%[0-9a-f]{2})+/gi, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return '…';
    }
  });
