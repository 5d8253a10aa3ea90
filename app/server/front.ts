import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import type { Language } from '#app/domain/checklist.ts';
import { languageCookie } from '#app/web/language.ts';
import type { Services } from '#app/web/services.ts';
import { compress, type Encoding, encodingFor } from './compressed.ts';
import { keepFiles } from './kept-files.ts';
import { hourOf, keepPages } from './kept-pages.ts';
import { logLine } from './log.ts';
import type { Match } from './page-matcher.ts';
import { type QuickPage, quickPages } from './quick-page.ts';
import { quickSave } from './quick-save.ts';
import { addressBehind, headersOfPages } from './security.ts';

type Behind = {
  build: ServerBuild;
  match: Match;
  services: Services;
  /** The limit on posts, which counts here and behind together. */
  posts: RequestHandler;
  trustedProxies: number;
  /** Where the built files for browsers are. */
  clientFolder: string | undefined;
  rest: RequestListener;
};

/**
 * Stands before everything else and answers what is asked most: files and public pages from memory,
 * pages that are only read, and saves.
 * All else, and what it cannot answer, goes on to `rest` as it came.
 */
export function createFront({
  build,
  match,
  services,
  posts,
  trustedProxies,
  clientFolder,
  rest,
}: Behind): RequestListener {
  const files = clientFolder === undefined ? null : keepFiles(clientFolder);
  const find = quickPages(build, match, services);
  const keep = keepPages(services);
  const secure = headersOfPages(services.secure);
  const log = logLine(services.log);
  const readyPages = new Map<string, Ready>();
  const save = quickSave({
    services,
    headers: secure.kept,
    limit: posts,
    addressOf: addressBehind(trustedProxies),
    rest,
  });

  async function answer(request: IncomingMessage, response: ServerResponse, page: QuickPage, at: Address) {
    const begin = performance.now();
    const done = page.handle.kept
      ? await sendKept(request, response, page, at)
      : await sendMade(request, response, page, at);
    if (done) log(request.method ?? '', at.url, response.statusCode, performance.now() - begin);
    else rest(request, response);
  }

  async function sendKept(request: IncomingMessage, response: ServerResponse, page: QuickPage, at: Address) {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const make = () => page.make({ ...at, cookie: undefined, nonce: '' });
    const kept = await keep(at.url, page.handle.kept ?? 'day', encoding, make);
    if (!kept) return false;
    const caching = page.headers['Cache-Control'] ?? 'private, no-cache';
    const headers = { ...secure.kept, ...pageHeaders(at.language, encoding, caching), ETag: kept.etag };
    const ready = {
      hour: hourOf(services),
      headers,
      body: kept.body,
      language: at.language,
      remembers: !page.headers['Cache-Control'],
    };
    if (page.handle.kept === 'day') {
      if (readyPages.size >= mostReady) readyPages.clear();
      readyPages.set(`${encoding} ${at.url}`, ready);
    }
    sendReady(request, response, ready);
    return true;
  }

  /** What is kept, with the cookie of the language beside it for a browser that has none. */
  function sendReady(
    request: IncomingMessage,
    response: ServerResponse,
    { headers, body, language, remembers }: Ready,
  ) {
    const cookie = remembers ? languageCookie(language, request.headers.cookie, services.secure) : null;
    sendUnlessKnown(request, response, cookie ? { ...headers, 'Set-Cookie': cookie } : headers, body);
  }

  async function sendMade(request: IncomingMessage, response: ServerResponse, page: QuickPage, at: Address) {
    const nonce = randomBytes(16).toString('base64');
    const made = await page.make({ ...at, cookie: request.headers.cookie, nonce });
    if (made === null) return false;
    const gzip = encodingFor(request.headers['accept-encoding']) === 'identity' ? 'identity' : 'gzip';
    const headers = { ...secure.withNonce(nonce), ...pageHeaders(at.language, gzip, 'private, no-store') };
    remember(headers, request, at.language);
    send(request, response, headers, compress(made, gzip, 'quick'));
    return true;
  }

  /** As every page does: a reader's language is known the next time. */
  function remember(headers: Headers, request: IncomingMessage, language: Language) {
    const cookie = languageCookie(language, request.headers.cookie, services.secure);
    if (cookie) headers['Set-Cookie'] = cookie;
  }

  return (request, response) => {
    if (request.method === 'POST' && request.url === '/save') return save(request, response);
    const ready = readyPages.get(`${encodingFor(request.headers['accept-encoding'])} ${request.url}`);
    if (ready && isRead(request) && ready.hour === hourOf(services)) {
      const begin = performance.now();
      sendReady(request, response, ready);
      return log(request.method ?? '', request.url ?? '', response.statusCode, performance.now() - begin);
    }
    const at = addressOf(request);
    const file = at?.search === '' ? files?.(at.pathname, encodingFor(request.headers['accept-encoding'])) : null;
    if (file && !request.headers.range)
      return sendUnlessKnown(request, response, { ...secure.kept, ...file.headers }, file.body);
    const page = at && find(at.pathname);
    if (!page || (page.handle.kept && !isKeepable(at))) return rest(request, response);
    answer(request, response, page, at).catch((error: unknown) => {
      services.log.error({ err: error }, 'page could not be made');
      if (response.headersSent) response.destroy();
      else rest(request, response);
    });
  };
}

/** A public page with its headers, as long as it needs no look into the database. */
type Ready = { hour: number; headers: Headers; body: Buffer; language: Language; remembers: boolean };
const mostReady = 300;

type Address = { url: string; pathname: string; search: string; language: Language };
type Headers = Record<string, string | number>;

/** The address of a page asked for by its own name; whatever looks otherwise is for the rest. */
function addressOf({ method, url = '' }: IncomingMessage): Address | null {
  if (!isRead({ method })) return null;
  const query = url.indexOf('?');
  const pathname = query < 0 ? url : url.slice(0, query);
  const search = query < 0 ? '' : url.slice(query);
  if (search.includes('_data')) return null;
  return { url, pathname, search, language: pathname.slice(1, 3) as Language };
}

const isRead = ({ method }: Pick<IncomingMessage, 'method'>): boolean => method === 'GET' || method === 'HEAD';

/** Nobody fills the memory with made-up questions: only the one that pages of figures ask of themselves is kept. */
const isKeepable = ({ search }: Address): boolean => search === '' || /^\?by=[a-z-]{1,20}$/.test(search);

const pageHeaders = (language: Language, encoding: Encoding, caching: string): Headers => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Language': language,
  'Cache-Control': caching,
  Vary: 'Accept-Encoding',
  ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
});

/** Who has these very bytes is told so. */
function sendUnlessKnown(request: IncomingMessage, response: ServerResponse, headers: Headers, body: Buffer): void {
  if (request.headers['if-none-match']?.includes(String(headers.ETag))) response.writeHead(304, headers).end();
  else send(request, response, headers, body);
}

function send({ method }: IncomingMessage, response: ServerResponse, headers: Headers, body: Buffer) {
  response.writeHead(200, { ...headers, 'Content-Length': body.length });
  response.end(method === 'HEAD' ? undefined : body);
}
