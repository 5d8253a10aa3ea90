import { listMemberships } from '#app/data/organisation.server.ts';
import type { NewSubmission } from '#app/data/submission.server.ts';
import { secondsPerItem } from '#app/domain/answer-seconds.ts';
import type { HandInInput } from '#app/domain/hand-in-input.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';
import type { AssessmentState } from './assessment-state.server.ts';
import { findSignedIn } from './person.server.ts';
import { reportOf, wayOf } from './report.server.ts';
import type { Visit } from './visit.server.ts';

/** A round handed in: the whole report as it reads now, and the facts that figures may be counted from. */
export function newSubmission(visit: Visit, state: AssessmentState, { id, counted, kind }: HandInInput): NewSubmission {
  const { assessment, checklist, services, language } = visit;
  return {
    id,
    assessmentId: assessment.id,
    kind,
    at: services.now(),
    language,
    level: state.verdict.level,
    counted: counted === 'yes' && !assessment.demo,
    countingKey: assessment.countingKey,
    sector: checklist.sector,
    editionId: checklist.edition?.id ?? null,
    campaignId: assessment.campaignId,
    checklistRef: checklist.ref,
    context: assessment.context,
    facts: factsOf(visit, state),
    report: reportOf(visit, state, true, true),
  };
}

const factsOf = (visit: Visit, state: AssessmentState): SubmissionFacts => {
  const { verdict, items, counted } = state;
  const way = wayOf(visit, state);
  // What a federation asks besides is its own: figures compare on the core (product: federation).
  const core = items.filter(({ own }) => !own);
  return {
    level: verdict.level,
    assessable: verdict.assessable,
    provisional: verdict.provisional,
    dimensions: Object.fromEntries(
      verdict.dimensions.map(({ id, score }) => [id, { met: score.met, best: score.best, total: score.total }]),
    ),
    items: Object.fromEntries(core.map((item) => [item.id, counted[item.id]?.value ?? 'unanswered'])),
    way: way.kind === 'way' ? [...new Set(way.steps.flatMap(({ lifts }) => lifts.map(({ item }) => item)))] : [],
    seconds: secondsPerItem(
      state.answers.filter(({ round, item }) => round === state.round && core.some(({ id }) => id === item)),
    ),
  };
};

/** Hand-ins by people of a federation are try-outs: they never count in a figure (product: honest figures). */
export async function isOfFederation({ services, session }: Visit): Promise<boolean> {
  const person = await findSignedIn(services, session);
  const memberships = person ? await listMemberships(services.store, person.id) : [];
  return memberships.some(({ organisation }) => organisation.kind === 'federation');
}
