import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceProvider } from './components/nonce.ts';
import { type Speech, SpeechProvider } from './components/words.tsx';
import type { Language } from './domain/checklist.ts';
import type { Translate } from './domain/words.ts';
import { isLanguage, preferredLanguage, rememberLanguage } from './web/language.ts';
import type { Services } from './web/services.ts';

export { createApp } from './server/app.ts';
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
  remixContext: EntryContext,
  { cspNonce: nonce, services }: AppLoadContext,
): Promise<Response> {
  const language = languageOf(request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  const isPublic = headers.get('Cache-Control')?.startsWith('public') ?? false;
  // What is kept for everybody sets nobody's cookie.
  const cookie = isPublic ? null : languageCookie(request, services.secure);
  if (cookie) headers.append('Set-Cookie', cookie);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <SpeechProvider value={speechOf(services, language)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </SpeechProvider>
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          pipe(collect((body) => resolve(new Response(body as BodyInit, { headers, status }))));
        },
        onShellError: reject,
        onError: (error) => services.log.error({ err: error }, 'page could not be rendered'),
      },
    );
    const timer = setTimeout(abort, patience);
  });
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

/** Remembers the language of the address; of none, nothing. */
function languageCookie(request: Request, secure: boolean): string | null {
  const language = urlLanguage(request);
  return isLanguage(language) ? rememberLanguage(request, language, secure) : null;
}

const urlLanguage = (request: Request) => new URL(request.url).pathname.split('/')[1];

/** Speaks the language and remembers what was said, so that a page's script gets the same words. */
function speechOf({ translate, words }: Services, language: Language): Speech {
  const said = new Set<string>();
  const t: Translate = (key, values) => {
    said.add(key);
    return translate[language](key, values);
  };
  return { language, t, words: words[language], said };
}

/**
 * React 18 leaves bytes 0 where a letter of several bytes did not fit at the end of its buffer (react#24985). No
 * text of ours holds one: they are refused where they are typed.
 */
const withoutNul = (body: Buffer): Buffer => (body.includes(0) ? body.filter((byte) => byte !== 0) : body) as Buffer;

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
