import { findAssessment } from '#app/data/assessment.server.ts';
import { findOwnerLink } from '#app/data/link.server.ts';
import { handIn } from '#app/data/submission.server.ts';
import { showCode } from '#app/domain/code.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { actionsFromRemedies } from '#app/web/plan.server.ts';
import type { Services } from '#app/web/services.ts';
import { readSession } from '#app/web/session.server.ts';
import { newSubmission } from '#app/web/submission.server.ts';
import type { Visit } from '#app/web/visit.server.ts';
import { listOpenable, seedDemo } from '#drizzle/seed/demo.ts';

/** Fills an empty demo database with the cast; gives a line for each of them that opens by code. */
export async function openDemo(services: Services): Promise<string[]> {
  await seedDemo({
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
  const members = await listOpenable(services);
  return members.map(({ code, label }) => `${showCode(code)}  ${label}`);
}

/** The owner at a moment in the past, as if a page were open. */
async function ownerAt(services: Services, assessmentId: string, at: Date): Promise<Visit> {
  const assessment = await findAssessment(services.store, assessmentId);
  const link = await findOwnerLink(services.store, assessmentId);
  const language = assessment?.language ?? 'nl';
  const checklist = assessment && services.findChecklist(assessment.checklistRef, language);
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
