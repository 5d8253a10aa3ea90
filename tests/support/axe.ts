import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';
import { serverUrl } from './pages.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What is in somebody's way on a page and in its frames, a line for each place: all of WCAG 2.2 AA and, for the page
 * itself, the good practices. A frame needs no landmarks of its own.
 */
export async function violations(page: Page): Promise<string[]> {
  const rulesOf = (frame: Frame) => (frame === page.mainFrame() ? [...wcag, 'best-practice'] : wcag);
  const found = await Promise.all(page.frames().map((frame) => violationsIn(frame, rulesOf(frame))));
  return found.flat();
}

async function violationsIn(frame: Frame, rules: string[]): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await putIn(frame);
  const { violations } = await frame.evaluate(look, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary?.replace(/\s+/g, ' ')} ${node.html}`),
  );
}

/**
 * Puts the script in a frame. One of our own pages asks for it as for a file of ours: a browser reads a file once, and
 * text that is handed to it anew in every page, which takes as long as looking.
 */
async function putIn(frame: Frame): Promise<void> {
  const page = frame.page();
  if (frame !== page.mainFrame() || !page.url().startsWith(`${serverUrl()}/`)) return frame.evaluate(source);
  await offer(page);
  await frame.evaluate(askFor, file);
}

const file = '/axe.js';
const offered = new WeakSet<Page>();

/** Answers for the server when a page asks for the script, and for nothing else. */
async function offer(page: Page): Promise<void> {
  if (offered.has(page)) return;
  offered.add(page);
  const session = await page.context().newCDPSession(page);
  session.on(
    'Fetch.requestPaused',
    ({ requestId }) => void session.send('Fetch.fulfillRequest', { requestId, ...answer }),
  );
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${file}` }] });
}

const answer = {
  responseCode: 200,
  responseHeaders: Object.entries({ 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600' }).map(
    ([name, value]) => ({ name, value }),
  ),
  body: Buffer.from(source).toString('base64'),
};

const askFor = (file: string) =>
  new Promise<void>((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: file, onload: resolve, onerror: reject });
    document.head.append(script);
    script.remove();
  });

// What passed is not written out, and no rule of these asks for style sheets: both would cost more than looking.
const look = (runOnly: string[]) =>
  (window as unknown as { axe: typeof axe }).axe.run({
    runOnly,
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  });
