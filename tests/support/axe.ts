import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';

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
  // The script stays in the page: putting it in costs more than looking.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const { violations } = await frame.evaluate(look, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary?.replace(/\s+/g, ' ')} ${node.html}`),
  );
}

// What passed is not written out, and no rule of these asks for style sheets: both would cost more than looking.
const look = (runOnly: string[]) =>
  (window as unknown as { axe: typeof axe }).axe.run({
    runOnly,
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  });
