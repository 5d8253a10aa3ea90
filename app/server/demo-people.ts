import { findAssessmentByCode, keepInOrganisation } from '#app/data/assessment.server.ts';
import { listCoachShares } from '#app/data/coach-share.server.ts';
import { createLink } from '#app/data/link.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { countReply } from '#app/data/worker-voice.server.ts';
import { answerInput } from '#app/domain/answer-input.ts';
import type { SectorId } from '#app/domain/checklist.ts';
import { workerQuestionsFor } from '#app/domain/worker-question.ts';
import { answerAs } from '#app/web/answering.server.ts';
import { acceptOffer } from '#app/web/coaching.server.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import type { Services } from '#app/web/services.ts';
import { secretLink, sharingActions } from '#app/web/sharing.server.ts';
import { findVisit } from '#app/web/visit.server.ts';
import { deviceHash, possibleAnswers } from '#app/web/worker-visit.server.ts';
import { coachView, type DemoOrganisation, organisations, shares, workersHeard } from '#drizzle/seed/people.ts';
import { type Actor, daysBefore, expectDone, playAs, posted } from './demo-moment.ts';

/** Plays what the people of the demo did with its workplaces: keep them, share them, look along, ask the floor. */
export async function playPeople(services: Services): Promise<void> {
  for (const one of organisations) await found(services, one);
  for (const one of shares) await share(services, one);
  await lookAlong(services);
  await hearFloor(services);
}

async function found(services: Services, { kind, name, daysAgo, owner, workplaces }: DemoOrganisation) {
  await playAs(daysBefore(services, daysAgo), owner.person, async (actor) => {
    const { store, newId, now } = actor.services;
    const organisation = { id: newId(), kind, name, demo: true, createdAt: now() };
    const member = { personId: actor.person.id, label: owner.label };
    await createOrganisation(store, organisation, member, logLine(actor, 'created'));
    for (const { code, daysAgo: days } of workplaces) {
      const { id, label } = await workplaceOf(services, code);
      const line = logLine({ ...actor, services: daysBefore(services, days) }, 'workplace-kept', { label });
      await keepInOrganisation(store, id, organisation.id, line);
    }
  });
}

/** Offered by the employer, accepted by the coach, confirmed by the employer. */
async function share(services: Services, { code, daysAgo, scope, months }: (typeof shares)[number]) {
  const { id } = await workplaceOf(services, code);
  const employs = (order: number, fields: () => Promise<Record<string, string | string[]>>) =>
    playAs(daysBefore(services, daysAgo, order), 'hr', async (actor) =>
      expectDone(await sharingActions(await visitOf(actor, id), posted(services, await fields()))),
    );
  const offer = async () => {
    const [last] = (await listCoachShares(services.store, id)).slice(-1);
    if (!last) throw new Error(`Nothing of ${code} is shared`);
    return last;
  };
  await employs(0, async () => ({ intent: 'offer', scope, months }));
  await playAs(daysBefore(services, daysAgo, 30), 'coach', async (actor) => {
    await acceptOffer(actor, await offer(), organisations.find(({ kind }) => kind === 'coaching')?.name ?? '');
  });
  await employs(60, async () => ({ intent: 'confirm', share: (await offer()).id }));
}

/** The coach answers in a voice of their own. */
async function lookAlong(services: Services) {
  const { code, daysAgo, values, typed = {} } = coachView;
  const { id } = await workplaceOf(services, code);
  await playAs(daysBefore(services, daysAgo), 'coach', async (actor) => {
    const visit = await visitOf(actor, id);
    for (const [item, value] of Object.entries(values)) {
      const empty = { reasonId: null, reasonText: '', note: '', proof: '', base: [] };
      const answer = answerInput.parse({ id: services.newId(), item, value, ...empty, ...typed[item] });
      const { ok } = await answerAs(visit, answer);
      if (!ok) throw new Error(`The demo answers ${item} with ${value}`);
    }
  });
}

/** The link of the floor, and what came in through it. */
async function hearFloor(services: Services) {
  const { code, daysAgo, replies } = workersHeard;
  const { id } = await workplaceOf(services, code);
  await playAs(daysBefore(services, daysAgo), 'hr', async (actor) => {
    const visit = await visitOf(actor, id);
    const link = secretLink(visit, services.newToken());
    await createLink(services.store, { ...link, kind: 'worker', voice: '' as never, expiresAt: null });
    const { workerQuestions } = services.findGuidance('nl');
    const possible = possibleAnswers(workerQuestionsFor(workerQuestions, visit.checklist.sector as SectorId));
    for (const given of replies)
      await countReply(services.store, id, deviceHash(services, services.newToken(), id), { given, possible });
  });
}

async function visitOf({ services, request }: Actor, id: string) {
  const visit = await findVisit(services, request, id, 'nl');
  if (!visit) throw new Error(`Nobody of the demo may open ${id}`);
  return visit;
}

async function workplaceOf({ store, hash }: Services, code: string) {
  const found = await findAssessmentByCode(store, hash(code));
  if (!found) throw new Error(`The demo has no workplace ${code}`);
  return found;
}
