import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import type { Language } from './domain/checklist.ts';
import type { RouteHandle } from './root.tsx';
import { compress, encodingFor } from './server/compressed.ts';
import { pageOf, renderPage } from './server/render-page.tsx';
import { isLanguage, languageCookie, preferredLanguage } from './web/language.ts';

export { createApp } from './server/app.ts';
export { runBackup } from './server/backup.ts';
export { runFigures } from './server/figures.ts';
export { runRestore } from './server/restore.ts';
export { openServices } from './server/services.ts';
export { readSettings } from './server/settings.ts';
export { startServer } from './server/start.ts';

/** Milliseconds a page may take before it is given up. */
const patience = 10_000;

/** Renders the whole page into one answer: it compresses better, and no page here waits for slow parts. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { cspNonce: nonce, services }: AppLoadContext,
): Promise<Response> {
  const language = languageOf(request);
  const page = { context, url: request.url, language, services, nonce };
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  rememberLanguage(request, headers, language, services.secure);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  return new Promise((resolve, reject) => {
    const answer = (body: Buffer) => resolve(compressed(request, body, headers, status));
    if (!hydrates(context)) return answer(renderPage(withoutData(context, page)));
    const { pipe, abort } = renderToPipeableStream(pageOf(page), {
      nonce,
      onAllReady() {
        clearTimeout(timer);
        pipe(collect(answer));
      },
      onShellError: reject,
      onError: (error) => services.log.error({ err: error }, 'page could not be rendered'),
    });
    const timer = setTimeout(abort, patience);
  });
}

const hydrates = ({ staticHandlerContext, routeModules }: EntryContext): boolean =>
  staticHandlerContext.matches.some(
    ({ route }) => (routeModules[route.id]?.handle as RouteHandle | undefined)?.hydrate,
  );

/** A page without script takes no data along. */
const withoutData = <T extends object>(context: EntryContext, page: T) => ({
  ...page,
  context: { ...context, serverHandoffStream: undefined } as unknown as EntryContext,
});

/** What is kept for everybody sets nobody's cookie. */
function rememberLanguage(request: Request, headers: Headers, language: Language, secure: boolean) {
  if (headers.get('Cache-Control')?.startsWith('public') || !isLanguage(urlLanguage(request))) return;
  const cookie = languageCookie(language, request.headers.get('Cookie'), secure);
  if (cookie) headers.append('Set-Cookie', cookie);
}

function compressed(request: Request, body: Buffer, headers: Headers, status: number): Response {
  const encoding =
    encodingFor(request.headers.get('Accept-Encoding') ?? undefined) === 'identity' ? 'identity' : 'gzip';
  const sent = compress(body, encoding, 'quick');
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding);
  headers.append('Vary', 'Accept-Encoding');
  headers.set('Content-Length', String(sent.length));
  return new Response(sent as BodyInit, { headers, status });
}

/** What pages are made of is as personal as the pages. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

/** Unexpected trouble is logged without what people typed; a request that was given up or refused is none. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  context.services.log.error({ method: request.method, name, message, stack }, 'request failed');
}

function languageOf(request: Request) {
  const first = urlLanguage(request);
  return isLanguage(first) ? first : preferredLanguage(request);
}

const urlLanguage = (request: Request) => new URL(request.url).pathname.split('/')[1];

function collect(done: (body: Buffer) => void) {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    final(next) {
      done(Buffer.concat(chunks));
      next();
    },
  });
}
