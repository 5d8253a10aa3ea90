import { findAssessment } from '#app/data/assessment.server.ts';
import { findOwnerLink } from '#app/data/link.server.ts';
import { handIn } from '#app/data/submission.server.ts';
import { showCode } from '#app/domain/code.ts';
import { demoPeople } from '#app/domain/demo-person.ts';
import { makeFigures } from '#app/jobs/figures.server.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { demoSignInLink, listDemoPeople } from '#app/web/demo-people.server.ts';
import { actionsFromRemedies } from '#app/web/plan.server.ts';
import type { Services } from '#app/web/services.ts';
import { readSession } from '#app/web/session.server.ts';
import { newSubmission } from '#app/web/submission.server.ts';
import type { Visit } from '#app/web/visit.server.ts';
import { seedCrowd } from '#drizzle/seed/crowd.ts';
import { listOpenable, seedDemo } from '#drizzle/seed/demo.ts';
import { playEditions } from './demo-editions.ts';
import { playPeople } from './demo-people.ts';
import { playPilots } from './demo-pilots.ts';
import { playPlacements } from './demo-placements.ts';

/** What is printed at start: a line for each member of the cast that opens by code, and a link for each person. */
export type DemoEntries = { codes: string[]; links: string[] };

/** Fills an empty demo database with the cast, and makes links to sign in as its people. */
export async function openDemo(services: Services): Promise<DemoEntries> {
  const filled = await seedDemo({
    ...services,
    async handIn(assessmentId, at, input) {
      const visit = await ownerAt(services, assessmentId, at);
      await handIn(services.store, newSubmission(visit, await readState(visit), input));
    },
    async plan(assessmentId, at, remedies) {
      const visit = await ownerAt(services, assessmentId, at);
      return actionsFromRemedies(visit, await readState(visit), remedies);
    },
  });
  if (filled) {
    await playPeople(services);
    await playPlacements(services);
    await playEditions(services);
    await playPilots(services);
    await seedCrowd(services);
    await makeFigures(services);
  }
  const members = await listOpenable(services);
  const codes = members.map(({ code, label }) => `${showCode(code)}  ${label}`);
  return { codes, links: await signInLinks(services) };
}

async function signInLinks(services: Services): Promise<string[]> {
  const people = await listDemoPeople(services);
  return Promise.all(people.map(async (name) => `${await demoSignInLink(services, name)}  ${demoPeople[name]}`));
}

/** The owner at a moment in the past, as if a page were open. */
async function ownerAt(services: Services, assessmentId: string, at: Date): Promise<Visit> {
  const assessment = await findAssessment(services.store, assessmentId);
  const link = await findOwnerLink(services.store, assessmentId);
  const language = assessment?.language ?? 'nl';
  const checklist = assessment && (await services.findChecklist(assessment.checklistRef, language));
  if (!assessment || !link || !checklist) throw new Error(`The demo has no assessment or checklist ${assessmentId}`);
  const session = await readSession(services, new Request(services.baseUrl));
  return {
    services: { ...services, now: () => at },
    session,
    language,
    t: services.translate[language],
    assessment,
    checklist,
    link,
    role: 'owner',
    author: 'demo-hr',
    may: () => true,
  };
}
