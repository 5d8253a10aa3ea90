import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { largestOwnFile } from '#app/domain/own-file.ts';

const methods = ['GET', 'HEAD', 'POST'];
const unsafe = (method: string) => method === 'POST';

/** Forwarded headers are believed only behind a proxy the operator named. */
export const stripForwarded =
  (trusted: boolean): RequestHandler =>
  (request, _response, next) => {
    if (!trusted)
      for (const name of Object.keys(request.headers))
        if (/^(x-forwarded-|forwarded$)/.test(name)) delete request.headers[name];
    next();
  };

/**
 * Content security by nonce, no framing, no referrer to others; a nonce of its own for every answer. Only the cards that
 * federations put on their websites may be framed, and those may load pictures and one stylesheet and nothing else.
 */
export function secureHeaders(mode: 'development' | 'production', secure: boolean): RequestHandler[] {
  const development = mode === 'development';
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString('base64');
    next();
  };
  const shared = {
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // no-referrer would make browsers send Origin: null, and every form would be refused
    referrerPolicy: { policy: 'same-origin' },
  } as const;
  const headers = helmet({
    ...shared,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.cspNonce}'`],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
  const ofCards = helmet({
    ...shared,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ['*'],
      },
    },
    xFrameOptions: false,
    // A website that isolates itself may hold it as well.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  return [nonce, (request, response, next) => (isCard(request) ? ofCards : headers)(request, response, next)];
}

/**
 * The same headers as plain values, for pages that are answered before Express. A page that is kept has no script of its own
 * in it: its policy needs no nonce and allows none.
 */
export function headersOfPages(secure: boolean) {
  const marker = 'nonce-of-this-answer';
  const written: Record<string, string> = {};
  const answer = {
    locals: { cspNonce: marker },
    setHeader(name: string, value: string) {
      written[name] = value;
    },
    removeHeader: () => {},
  } as unknown as Response;
  const [, headers] = secureHeaders('production', secure);
  headers?.({ method: 'GET', path: '/' } as Request, answer, () => {});
  const policy = written['Content-Security-Policy'] ?? '';
  return {
    kept: { ...written, 'Content-Security-Policy': policy.replace(` 'nonce-${marker}'`, '') },
    withNonce: (nonce: string): Record<string, string> => ({
      ...written,
      'Content-Security-Policy': policy.replace(marker, nonce),
    }),
  };
}

const isCard = ({ method, path }: Request): boolean => !unsafe(method) && /^\/embed\/[a-z0-9-]+$/.test(path);

/** Remix runs a page's action for any method, and its old data requests lose the status of an answer. */
export const onlyPages: RequestHandler = (request, response, next) => {
  if (!methods.includes(request.method)) return void response.set('Allow', methods.join(', ')).sendStatus(405);
  if ('_data' in request.query) return void response.sendStatus(404);
  next();
};

/**
 * Remix's own check leaves out some requests (resource routes): this one stands before all of them. A post
 * from another site is refused; so is a body without a length or above the limit of its route.
 */
export const guardPosts =
  (baseUrl: string): RequestHandler =>
  (request, response, next) => {
    if (!unsafe(request.method)) return next();
    if (!isFromOurselves(request.headers.origin, request.headers['sec-fetch-site'], request.headers.host, baseUrl))
      return void response.status(403).type('text').send('Refused: this form was sent from another site.');
    if (request.headers['transfer-encoding']) return void response.sendStatus(411);
    if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return tooLarge(request, response);
    next();
  };

/** Bytes: the largest file of one's own, with the form around it. A section with very long notes is smaller. */
const bodyLimit = largestOwnFile + 2_000;

/** A file that is too large is not read at all; the page where it was chosen says so. */
function tooLarge(request: Request, response: Response): void {
  if (/^\/[a-z]{2}\/import$/.test(request.path)) response.redirect(303, `${request.path}?too-large`);
  else response.sendStatus(413);
}

/** Whether a post was sent by a page of ours; by its headers, of which browsers let nobody write these. */
export function isFromOurselves(
  origin: string | undefined,
  site: string | string[] | undefined,
  host: string | undefined,
  baseUrl: string,
) {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  // Every browser names the origin of a post; what names none is no browser and carries nobody's cookies.
  if (origin === undefined) return true;
  return origin === originOf(baseUrl) || origin === `http://${host}` || origin === `https://${host}`;
}

/** The address of the app is the same at every request. */
function originOf(baseUrl: string): string {
  const known = origins.get(baseUrl) ?? new URL(baseUrl).origin;
  origins.set(baseUrl, known);
  return known;
}
const origins = new Map<string, string>();

/**
 * The address behind a request: that of the connection, or what the nearest of so many trusted proxies wrote down, as
 * Express reads it.
 */
export const addressBehind =
  (trustedProxies: number) =>
  ({ socket, headers }: IncomingMessage): string => {
    const near = socket.remoteAddress ?? '';
    if (trustedProxies === 0) return near;
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    const far = forwarded.map((one) => one.trim()).filter((one) => one !== '');
    return [near, ...far.toReversed()][Math.min(trustedProxies, far.length)] ?? near;
  };

const perMinute = (limit: number) =>
  ({ windowMs: 60_000, limit, standardHeaders: 'draft-8', legacyHeaders: false }) as const;

export const limitPosts = (limit: number): RequestHandler =>
  rateLimit({
    ...perMinute(limit),
    skip: (request) => !unsafe(request.method),
    // Also stands before Express, where an answer has only what Node.js gives it.
    handler: (_request, response) =>
      void response.writeHead(429, { 'Content-Type': 'text/plain' }).end('Too many requests, please try again later.'),
    validate: { trustProxy: false, xForwardedForHeader: false },
  });

/** A document costs as much as many pages: fifty posts' worth. */
export const limitDocuments = (limit: number): RequestHandler => rateLimit(perMinute(Math.ceil(limit / 50)));

/** Programs that read figures: as often as documents, and told in their own way (RFC 9457). */
export const limitPrograms = (limit: number): RequestHandler =>
  rateLimit({
    ...perMinute(Math.ceil(limit / 50)),
    handler: (_request, response) => problem(response, 429, 'Too many requests', 'Wait a minute and ask again.'),
  });

/** What programs reach is only read. */
export const onlyReads: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  problem(response.set('Allow', 'GET, HEAD'), 405, 'Method not allowed', 'This API only reads: use GET.');
};

const problem = (response: Response, status: number, title: string, detail: string): void =>
  void response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail }));
