import { addAssessment, type NewAssessment } from '#app/data/assessment.server.ts';
import type { starterVoices } from '#app/domain/start-for-employer.ts';
import type { Beginning } from './beginning.server.ts';
import type { SignedIn } from './person.server.ts';

/**
 * A coach starts an assessment for an employer: it has no owner and no code until the employer takes it over, and is
 * not handed in, counted or reported before that (product: job coach). Gives its id.
 */
export async function startForEmployer(
  { services, person, session }: SignedIn,
  beginning: Beginning,
  voice: (typeof starterVoices)[number],
): Promise<string> {
  const { store, now, newId } = services;
  const assessment: NewAssessment = {
    ...beginning,
    id: newId(),
    countingKey: session.get('countingKey') as string,
    demo: services.demo,
    codeHash: null,
    createdAt: now(),
    activeAt: now(),
    startedBy: person.id,
    starterVoice: voice,
  };
  await store.write((tx) => addAssessment(tx, store, assessment));
  return assessment.id;
}
