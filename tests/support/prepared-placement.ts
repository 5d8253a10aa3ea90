import { fileURLToPath, pathToFileURL } from 'node:url';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import { stopText } from '#app/domain/mail-stop.ts';
import type { TestApp } from './app.ts';
import { answersOf, mailedLink } from './follow-up.ts';
import { signIn, storePlacement } from './people.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** A placement at a prepared workplace, whose first two follow-ups are due; ids and tokens for its pages. */
export type PreparedPlacement = { placement: string; followUp: string; mailStop: string };

/**
 * Signs the owner of a running server's assessment in as the coach of a placement there. Mail takes its time and nobody
 * waits a month for a follow-up, so what they would bring is written beside the server, into its own database.
 */
export async function preparePlacement(
  url: string,
  dataDir: string,
  assessmentId: string,
  visitor: Visitor,
): Promise<PreparedPlacement> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const built = await import(pathToFileURL(`${root}build/server/index.js`).href);
  const { openServices, readSettings } = built.entry.module;
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }, root);
  const app = { services: await openServices(settings, root, 'production'), visitor: () => newVisitor(url) } as TestApp;
  const coach = await signIn(app, 'coach@example.org', visitor);
  const placement = await storePlacement(app, coach, {
    assessmentId,
    phase: 'follow-up',
    firstContractDay: addMonths(brusselsDay(new Date()), -3),
    hostEmail: 'host@example.org',
  });
  const month1 = `/nl/placements/${placement.id}/follow-ups/1?side=employer`;
  for (const [step, answers] of Object.entries(answersOf(app, 'employer')))
    await visitor.post(`${month1}&step=${step}`, { ...answers, note: 'De keuken is verhuisd.' });
  const link = await mailedLink(app, placement, 3);
  const mailStop = app.services.seal(stopText({ kind: 'coach', placement: placement.id, person: coach.id }));
  await app.services.store.close();
  return { placement: placement.id, followUp: link.split('/').at(-1) ?? '', mailStop };
}
