import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { type Beside, openBeside } from './beside.ts';
import { lend } from './pages.ts';
import { type SignedInVisitor, shareWithCoach, signIn, storePlacement } from './people.ts';
import { freePort, type RunningServer, startServer } from './server.ts';
import { openWorkplace } from './workplace.ts';

/* A coach with a phone on a floor, and a placement of its own for each test. */

let folder: string;
export let server: RunningServer;
export let app: Beside;
export let coach: SignedInVisitor;
export let placement: string;

/** Called on top of a file: its tests run one after the other, on a server of their own. */
export function setVisitScene(): void {
  test.use({ viewport: { width: 390, height: 844 } });
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'toolbox-visit-'));
    server = await startServer({ dataDir: folder, port: await freePort() });
    app = await openBeside(server.url, folder);
    coach = await signIn(app, 'coach@example.org');
  });
  test.afterAll(async () => {
    await app.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  test.beforeEach(async ({ context }) => {
    const workplace = await openWorkplace(app);
    await shareWithCoach(workplace, coach);
    ({ id: placement } = await storePlacement(app, coach, { assessmentId: workplace.id }));
    await lend(context, coach.visitor, server.url);
  });
}

export const address = () => `${server.url}/nl/placements/${placement}/visit`;
export const unsent = (page: Page) => page.locator('[data-unsent]');
export const firstItem = (page: Page) => page.locator('#floor-items > li').first();

export async function noteThreshold(page: Page, text: string, weight: string) {
  await page.locator('#threshold-text').fill(text);
  await page.locator(`#threshold input[value=${weight}]`).check();
  await page.locator('#threshold').getByRole('button').click();
}
export async function note(page: Page, text: string) {
  await page.locator('#note-text').fill(text);
  await page.locator('#note').getByRole('button').click();
}

/** What the database holds of the placement. */
export async function stored() {
  const { read, t: tables } = app.services.store;
  const own = (rows: { placementId: string }[]) => rows.filter((one) => one.placementId === placement);
  return {
    thresholds: own(await read.select().from(tables.placementThreshold)),
    notes: own(await read.select().from(tables.placementNote)),
    events: own(await read.select().from(tables.placementEvent)).length,
  };
}
