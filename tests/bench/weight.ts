import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { findBrowser, unpackBrowser } from '../support/browser.ts';
import type { Visitor } from '../support/visitor.ts';
import { type Row, round } from './measured.ts';
import { setScene, startEmployer } from './scene.ts';

/** `form`: it hydrates; `shows`: it is there to be read. */
type Subject = { name: string; path: string; visitor: Visitor | null; form: boolean; shows?: boolean; tap: string };
type Weight = { requests: number; foreign: number; kinds: Record<string, number> };
type Pace = { lcp: number; inp: number; cls: number };

/** A phone on a slow line: 1.6 Mbit/s down, 0.75 up, 150 ms there and back, and a processor four times slower. */
const slowLine = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 };
const slowProcessor = 4;

/** What a first visit loads, and how soon a page on a slow phone is there and answers a tap. */
export async function weight(): Promise<Row[]> {
  await unpackBrowser();
  const found = findBrowser();
  if (!found) throw new Error('No browser: install Chrome or Chromium.');
  const scene = await setScene();
  const browser = await chromium.launch(found);
  try {
    const { visitor, base } = await startEmployer(scene.url);
    const subjects: Subject[] = [
      { name: 'home', path: '/nl', visitor: null, form: false, tap: 'summary' },
      {
        name: 'section',
        path: `${base}/sections/safety`,
        visitor,
        form: false,
        shows: false,
        tap: 'input[type=radio]',
      },
      { name: 'result', path: `${base}/result`, visitor, form: false, tap: 'summary' },
      { name: 'sign-in (a form)', path: '/nl/sign-in', visitor: null, form: true, tap: 'input' },
      { name: 'context (a form)', path: `${base}/context`, visitor, form: true, tap: 'input' },
    ];
    const rows: Row[] = [];
    for (const one of subjects) rows.push(...(await look(browser, scene.url, one)));
    return rows;
  } finally {
    await browser.close();
    await scene.end();
  }
}

async function look(browser: Browser, url: string, subject: Subject): Promise<Row[]> {
  const paces: Pace[] = [];
  let weight: Weight | null = null;
  for (let turn = 0; turn < 3; turn++) {
    const first = await visit(browser, url, subject);
    paces.push(first.pace);
    weight ??= first.weight;
  }
  const middle = (of: (pace: Pace) => number) => paces.map(of).sort((a, b) => a - b)[1] ?? 0;
  return rowsOf(subject, weight as Weight, {
    lcp: middle((one) => one.lcp),
    inp: middle((one) => one.inp),
    cls: middle((one) => one.cls),
  });
}

async function visit(browser: Browser, url: string, { path, visitor, tap }: Subject) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    if (visitor) await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url })));
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', slowLine);
    await line.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
    const weight = weigh(line, url);
    await page.addInitScript(watch);
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await page
      .locator(`main ${tap}:visible`)
      .first()
      .click({ timeout: 5000 })
      .catch(() => page.mouse.click(100, 300));
    await page.waitForTimeout(1000);
    return { weight, pace: await page.evaluate(() => (globalThis as unknown as { pace: Pace }).pace) };
  } finally {
    await context.close();
  }
}

/** Counts what comes over the line, by kind, in bytes as they were sent. */
function weigh(line: CDPSession, url: string): Weight {
  const weight: Weight = { requests: 0, foreign: 0, kinds: {} };
  const kinds = new Map<string, string>();
  line.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!/^https?:/.test(response.url)) return;
    kinds.set(requestId, type);
    weight.requests += 1;
    if (!response.url.startsWith(url)) weight.foreign += 1;
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) weight.kinds[kind] = (weight.kinds[kind] ?? 0) + encodedDataLength;
  });
  return weight;
}

/** Runs in the page, before anything else. */
function watch() {
  const pace = { lcp: 0, inp: 0, cls: 0 };
  Object.assign(globalThis, { pace });
  const follow = (type: string, work: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(work)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  follow('largest-contentful-paint', (entry) => {
    pace.lcp = entry.startTime;
  });
  follow('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) pace.cls += value;
  });
  follow('event', (entry) => {
    if ((entry as PerformanceEntry & { interactionId: number }).interactionId)
      pace.inp = Math.max(pace.inp, entry.duration);
  });
}

function rowsOf(
  { name, form, shows = !form }: Subject,
  { kinds, requests, foreign }: Weight,
  { lcp, inp, cls }: Pace,
): Row[] {
  const kilobytes = (...names: string[]) => names.reduce((sum, one) => sum + (kinds[one] ?? 0), 0) / 1000;
  const fonts = kilobytes('Font');
  const script = kilobytes('Script');
  const besideFonts = kilobytes(...Object.keys(kinds)) - fonts;
  const parts = `page ${round(kilobytes('Document'), 1)}, style ${round(kilobytes('Stylesheet'), 1)}, other ${round(kilobytes('Image', 'Other', 'Manifest'), 1)}`;
  const row = (what: string, measured: number, unit: string, most: number): Row => ({
    what: `${name}: ${what}`,
    measured: round(measured, 1),
    unit,
    goal: `≤ ${most}`,
    met: measured <= most,
  });
  return [
    row('script', script, 'kB', form ? 110 : 12),
    !shows
      ? {
          what: `${name}: all beside fonts (${parts})`,
          measured: round(besideFonts, 1),
          unit: 'kB',
          goal: '',
          met: null,
        }
      : row(`all beside fonts (${parts})`, besideFonts, 'kB', 30),
    row('fonts', fonts, 'kB', 70),
    row(`requests, ${foreign} to others`, requests, '', 8),
    row('largest paint, slow 4G and 4x processor', lcp, 'ms', 1000),
    row('answer to a tap', inp, 'ms', 50),
    { ...row('layout shift', cls, '', 0), measured: round(cls, 4) },
  ];
}
