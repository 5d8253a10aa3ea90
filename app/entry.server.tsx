import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceProvider } from './components/nonce.ts';
import { SpeechProvider } from './components/words.tsx';
import { isLanguage, preferredLanguage } from './web/language.ts';

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
  if (isLanguage(urlLanguage(request)) && !request.headers.get('Cookie')?.includes(`lang=${language}`))
    headers.append('Set-Cookie', `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax`);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <SpeechProvider value={{ language, t: services.translate[language], words: services.words[language] }}>
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

/** Unexpected trouble is logged without what people typed; a request that was given up is none. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return;
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
