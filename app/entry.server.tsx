import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { FragmentProvider, type Fragments } from './components/kept.tsx';
import { keptPart } from './components/kept-parts.tsx';
import { NonceProvider } from './components/nonce.ts';
import { type Speech, SpeechProvider } from './components/words.tsx';
import type { Language } from './domain/checklist.ts';
import type { Translate } from './domain/words.ts';
import { compress, encodingFor } from './server/compressed.ts';
import { markOf, type Part, pageBytes } from './server/page-bytes.ts';
import { isLanguage, languageCookie, preferredLanguage } from './web/language.ts';
import type { RouteHandle } from './web/route-handle.ts';
import type { Services } from './web/services.ts';

export { createApp } from './server/app.ts';
export { runCommand } from './server/commands.ts';
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
        pipe(collect((body) => answer(import.meta.env.PROD ? scriptsLast(body) : body)));
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

export type Page = { context: EntryContext; url: string; language: Language; services: Services; nonce: string };

/** A page as React draws it, with the words of its language. */
const pageOf = ({ context, url, language, services, nonce }: Page): ReactElement => (
  <NonceProvider value={nonce}>
    <SpeechProvider value={speechOf(services, language)}>
      <RemixServer context={context} url={url} nonce={nonce} />
    </SpeechProvider>
  </NonceProvider>
);

/**
 * A page that waits for nothing and does not hydrate. Parts that are alike everywhere are made once.
 */
export function renderPage(page: Page): Buffer {
  const parts: { part: Part; url: string }[] = [];
  const fragments: Fragments = (of, key, url, speech, draw) => {
    parts.push({ part: keptPart(of, key, speech, draw), url });
    return markOf(parts.length - 1);
  };
  const text = renderToString(<FragmentProvider value={fragments}>{pageOf(page)}</FragmentProvider>);
  return pageBytes(`<!DOCTYPE html>${text}`, parts);
}

/** Speaks the language and remembers what was said, so that a page's script gets the same words. */
function speechOf({ translate, words }: Services, language: Language): Speech {
  const said = new Set<string>();
  const t: Translate = (key, values) => {
    said.add(key);
    return translate[language](key, values);
  };
  return { language, t, words: words[language], said };
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

/**
 * React 18 leaves bytes 0 where a letter of several bytes did not fit at the end of its buffer (react#24985). No
 * text of ours holds one: they are refused where they are typed.
 */
const withoutNul = (body: Buffer): Buffer => (body.includes(0) ? body.filter((byte) => byte !== 0) : body) as Buffer;

/**
 * Over a slow line what draws a page goes before what makes its form lively. In development React would complain about an
 * attribute that is not its own.
 */
function scriptsLast(body: Buffer): Buffer {
  const preload = 'rel="modulepreload"';
  return Buffer.from(body.toString('latin1').replaceAll(preload, `${preload} fetchpriority="low"`), 'latin1');
}

function collect(done: (body: Buffer) => void) {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    final(next) {
      done(withoutNul(Buffer.concat(chunks)));
      next();
    },
  });
}
