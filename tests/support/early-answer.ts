import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the app must never be: a server that says an answer is kept before it is. It stands before the app and hands on
 * what it acknowledged so many milliseconds later. A fault test that finds nothing lost behind it finds nothing at all.
 */
export async function answerEarly(url: string, delay: number): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (asked, answer) => {
    const body = Buffer.concat(await asked.toArray());
    if (asked.url !== '/save') return handOn(url, asked, body, answer);
    answer.end('{}');
    setTimeout(() => handOn(url, asked, body, null), delay);
  }).listen(0);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function handOn(url: string, { method, headers, url: path }: IncomingMessage, body: Buffer, to: ServerResponse | null) {
  const onward = request(url + path, { method, headers }, (found) => {
    to?.writeHead(found.statusCode ?? 502, found.headers);
    if (to) found.pipe(to);
    else found.resume();
  });
  onward.on('error', () => to?.destroy());
  onward.end(body);
}
