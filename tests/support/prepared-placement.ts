import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import { stopText } from '#app/domain/mail-stop.ts';
import type { TestApp } from './app.ts';
import { openBeside } from './beside.ts';
import { publishIn } from './edition.ts';
import { answersOf, mailedLink } from './follow-up.ts';
import {
  newOrganisation,
  noteAtPlacement,
  type SignedInVisitor,
  secretOn,
  shareWithCoach,
  signIn,
  startForEmployer,
  storePlacement,
} from './people.ts';
import type { Visitor } from './visitor.ts';
import { openWorkplace } from './workplace.ts';

/** A placement at a prepared workplace, whose first two follow-ups are due; ids and tokens for its pages. */
export type PreparedPlacement = {
  placement: string;
  /** A threshold and a task noted there, where a visit is going on. */
  threshold: string;
  task: string;
  followUp: string;
  mailStop: string;
  /** The assessment of another employer that is shared with this coach, and the id of that share. */
  shared: string;
  share: string;
  /** An assessment that this coach started for an employer, and the secret with which that employer takes it over. */
  started: string;
  takeOver: string;
  /** A federation of whoever is signed in, with a published edition of care. */
  edition: { organisation: string; id: string; slug: string };
};

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
  const app = await openBeside(url, dataDir);
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
  const noted = await noteAtPlacement(app, coach, placement.id);
  await visitor.post(`/nl/placements/${placement.id}/visit`, { intent: 'start' });
  const federation = await newOrganisation(visitor, 'federation', 'Onze federatie');
  const edition = { organisation: federation, ...(await publishIn(app.services, federation)) };
  const elsewhere = await coachElsewhere(app, coach);
  await app.close();
  return {
    ...elsewhere,
    ...noted,
    edition,
    placement: placement.id,
    followUp: link.split('/').at(-1) ?? '',
    mailStop,
  };
}

async function coachElsewhere(app: TestApp, coach: SignedInVisitor) {
  const workplace = await openWorkplace(app, 'linnen');
  const share = await shareWithCoach(workplace, coach);
  const started = await startForEmployer(coach);
  const page = `/nl/assessments/${started}/hand-over`;
  await coach.visitor.post(page, { email: '' });
  return { shared: workplace.id, share, started, takeOver: await secretOn(coach.visitor, page, 'take-over') };
}
