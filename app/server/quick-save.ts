import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Services } from '#app/web/services.ts';
import { createAdmission } from './admission.ts';
import { logLine } from './log.ts';
import { comeBack, type SaveResult, saveAnswerOf } from './save.ts';
import { isFromOurselves } from './security.ts';

type Given = {
  services: Services;
  /** Security headers of every answer. */
  headers: Record<string, string>;
  /** The limit on posts from one address, and who is behind a request. */
  limit: RequestHandler;
  addressOf: (request: IncomingMessage) => string;
  rest: RequestListener;
};

/**
 * POST /save as the page's own script sends it, in front of Express because it comes most often. Posts that are no such
 * thing, come from elsewhere or are large go on to `rest`, which refuses what is to be refused. When more people save at
 * once than can be stored soon, the newest are told within milliseconds to come back.
 */
export function quickSave({ services, headers, limit, addressOf, rest }: Given): RequestListener {
  const admission = createAdmission();
  const log = logLine(services.log);

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const begin = performance.now();
    const result = await save(request);
    send(response, headers, result);
    log('POST', '/save', result.status, performance.now() - begin);
  }

  function turnAway(request: IncomingMessage, response: ServerResponse) {
    request.resume();
    const result = comeBack(1);
    send(response, headers, result);
    log('POST', '/save', result.status, 0);
  }

  async function save(request: IncomingMessage): Promise<SaveResult> {
    const sent = parse(await bodyOf(request));
    if (sent === undefined) return { status: 400, body: { error: 'error.unexpected' } };
    // Only what has come in whole takes a place: a slow line keeps nobody waiting.
    if (admission.isFull()) return comeBack(1);
    return admission.admit(() => saveAnswerOf(services, request.headers.cookie, sent));
  }

  return (request, response) => {
    if (!isOwnSave(request, services.baseUrl)) return rest(request, response);
    // Said before anything else is done for it: the more come at once, the less a no may cost.
    if (admission.isFull()) return turnAway(request, response);
    Object.assign(request, { ip: addressOf(request) });
    limit(request as never, response as never, () => {
      answer(request, response).catch((error: Error) => {
        services.log.error(
          { method: 'POST', name: error.name, message: error.message, stack: error.stack },
          'save failed',
        );
        if (response.headersSent) response.destroy();
        else send(response, headers, { status: 500, body: { error: 'error.unexpected' } });
      });
    });
  };
}

/** Bytes: the longest notes and proofs fit many times over. */
const largest = 64 * 1024;

const isOwnSave = ({ headers }: IncomingMessage, baseUrl: string): boolean =>
  /^application\/json\b/.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  Number(headers['content-length'] ?? Number.NaN) <= largest &&
  isFromOurselves(headers.origin, headers['sec-fetch-site'], headers.host, baseUrl);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', resolve).once('error', reject);
    request.once('close', () => reject(new Error('The post was not sent to its end.')));
  });
  return (parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)).toString();
}

/** Undefined for what is no JSON object. */
function parse(text: string): unknown {
  try {
    const sent: unknown = JSON.parse(text);
    return typeof sent === 'object' && sent !== null ? sent : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, headers: Record<string, string>, { status, body, retryAfter }: SaveResult) {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': text.length,
    ...(retryAfter ? { 'Retry-After': retryAfter } : {}),
  });
  response.end(text);
}
