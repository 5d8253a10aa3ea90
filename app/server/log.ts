import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Paths carry secrets after these words, and queries may carry typed text: neither reaches the log. */
const secretPaths = /\/(open|ask|confirm|stop|sign-in|follow-ups)\/[^/?]+/;

export const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(secretPaths, '/$1/…');

/** One line per request: method, path, status and milliseconds. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    response.on('finish', () =>
      log.info({
        method: request.method,
        path: loggedPath(request.originalUrl),
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      }),
    );
    next();
  };
