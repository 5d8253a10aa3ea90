import { findAssessment } from '#app/data/assessment.server.ts';
import { listSharedWith } from '#app/data/link.server.ts';
import type { Membership } from '#app/data/organisation.server.ts';
import { createPlacement, findPlacement, type StoredPlacement } from '#app/data/placement.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { SectorId } from '#app/domain/checklist.ts';
import { notYetKnown } from '#app/domain/context.ts';
import type { NewPlacement } from '#app/domain/placement-input.ts';
import { typedHost } from '#app/domain/placement-input.ts';
import { coachingOf } from './caseload.server.ts';
import type { SignedIn } from './person.server.ts';
import { eventOf } from './placement-event.ts';

/** A workplace whose self-scan is shared with this coach, as a host to choose. */
export type SharedHost = { id: string; sector: SectorId; name: string; job: string };

/** The workplaces that share their self-scan with this coach now. */
export async function sharedHosts({ services, person, language }: SignedIn): Promise<SharedHost[]> {
  const ids = await listSharedWith(services.store, person.id, services.now());
  const hosts = await Promise.all(
    ids.map(async (id) => {
      const assessment = await findAssessment(services.store, id);
      const checklist = assessment && (await services.findChecklist(assessment.checklistRef, language));
      if (!assessment || !checklist) return [];
      const { targetJob } = assessment.context;
      const job = checklist.context.targetJob.options.find((one) => one.id === targetJob && one.id !== notYetKnown);
      return [{ id, sector: checklist.sector, name: assessment.label || checklist.name, job: job?.label ?? '' }];
    }),
  );
  return hosts.flat();
}

/** The placement at an earlier host of the same worker, where it is this coach's own; null where it is not. */
export async function earlierPlacement({ services, person }: SignedIn, id: string): Promise<StoredPlacement | null> {
  const placement = id ? await findPlacement(services.store, id) : null;
  return placement?.coachId === person.id ? placement : null;
}

/**
 * Begins a placement under a code that nobody has; gives its id, or the field that stands in the way with a message
 * key: a share that has ended, or a job that is not known.
 */
export async function beginPlacement(
  signedIn: SignedIn,
  memberships: Membership[],
  input: NewPlacement,
): Promise<{ id: string } | { field: keyof NewPlacement; message: string }> {
  const { services } = signedIn;
  const host = await hostOf(signedIn, input);
  if (!host) return { field: 'host', message: 'error.option' };
  if (!host.targetJob) return { field: 'targetJob', message: 'error.needed' };
  const coaching = coachingOf(memberships);
  const chosen = coaching.find(({ organisation }) => organisation.id === input.organisation) ?? coaching[0];
  if (!chosen) return { field: 'organisation', message: 'error.choose' };
  const now = services.now();
  const earlier = await earlierPlacement(signedIn, input.previous);
  const placement = {
    ...empty,
    ...host,
    id: services.newId(),
    organisationId: chosen.organisation.id,
    coachId: signedIn.person.id,
    hostEmail: input.hostEmail,
    language: input.language,
    route: input.route,
    since: brusselsDay(now),
    previousId: earlier?.id ?? null,
    demo: services.demo,
    createdAt: now,
    activeAt: now,
  };
  const event = eventOf({ services, role: 'coach' }, 'placement.begun');
  for (let attempt = 0; attempt < mostAttempts; attempt++)
    if (await createPlacement(services.store, { ...placement, code: services.newPlacementCode() }, event))
      return { id: placement.id };
  throw new Error('No placement code is free');
}

/** A free code is found at once while most are free; even with nine of ten taken this many misses are as good as none. */
const mostAttempts = 200;

async function hostOf(signedIn: SignedIn, input: NewPlacement) {
  const { targetJob, place } = input;
  if (input.host === typedHost)
    return { assessmentId: null, sector: input.sector as SectorId, hostName: input.hostName, place, targetJob };
  const shared = (await sharedHosts(signedIn)).find(({ id }) => id === input.host);
  if (!shared) return null;
  const { id, sector, name, job } = shared;
  return { assessmentId: id, sector, hostName: input.hostName || name, place, targetJob: targetJob || job };
}

const empty = {
  assessmentErasedOn: null,
  phase: 'preparation',
  stageStart: null,
  firstContractDay: null,
  legalTicked: [] as string[],
  needsSharedOn: null,
  closedOn: null,
  outcome: null,
  outcomeReason: null,
  outcomeNote: '',
} as const satisfies Partial<StoredPlacement>;
