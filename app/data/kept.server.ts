import { eq, inArray } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/* Everything that is kept, for those it is about: rows as they stand, without keys, secrets and addresses of others. */

/** What is kept about a person, but for assessments and placements. */
export async function readKeptOfPerson({ read, t }: Store, { id, email }: { id: string; email: string }) {
  const organisation = { name: t.organisation.name, kind: t.organisation.kind };
  const [memberships, invitations, log, shares, sessions, passkeys] = await Promise.all([
    read
      .select({
        organisation,
        role: t.membership.role,
        label: t.membership.label,
        joinedAt: t.membership.joinedAt,
      })
      .from(t.membership)
      .innerJoin(t.organisation, eq(t.organisation.id, t.membership.organisationId))
      .where(eq(t.membership.personId, id)),
    read
      .select({
        organisation,
        role: t.invitation.role,
        createdAt: t.invitation.createdAt,
        expiresAt: t.invitation.expiresAt,
        acceptedAt: t.invitation.acceptedAt,
        revokedAt: t.invitation.revokedAt,
      })
      .from(t.invitation)
      .innerJoin(t.organisation, eq(t.organisation.id, t.invitation.organisationId))
      .where(eq(t.invitation.email, email)),
    read
      .select({
        organisation,
        at: t.organisationLog.at,
        what: t.organisationLog.what,
        detail: t.organisationLog.detail,
      })
      .from(t.organisationLog)
      .innerJoin(t.organisation, eq(t.organisation.id, t.organisationLog.organisationId))
      .where(eq(t.organisationLog.who, email)),
    read
      .select({
        label: t.link.label,
        scope: t.link.scope,
        boundAt: t.link.boundAt,
        confirmedAt: t.link.confirmedAt,
        expiresAt: t.link.expiresAt,
        revokedAt: t.link.revokedAt,
      })
      .from(t.link)
      .where(eq(t.link.personId, id)),
    read
      .select({ device: t.session.device, createdAt: t.session.createdAt, expiresAt: t.session.expiresAt })
      .from(t.session)
      .where(eq(t.session.personId, id)),
    read
      .select({
        label: t.passkey.label,
        publicKey: t.passkey.publicKey,
        counter: t.passkey.counter,
        transports: t.passkey.transports,
        createdAt: t.passkey.createdAt,
        usedAt: t.passkey.usedAt,
      })
      .from(t.passkey)
      .where(eq(t.passkey.personId, id)),
  ]);
  return { memberships, invitations, log, shares, sessions, passkeys };
}

/** The placements of a coach, each with everything that is erased with it. */
export async function readOwnPlacements({ read, t }: Store, coachId: string) {
  const placements = await read.select().from(t.placement).where(eq(t.placement.coachId, coachId));
  const ids = placements.map((one) => one.id);
  if (ids.length === 0) return [];
  const followUps = await read
    .select({ id: t.followUp.id, placementId: t.followUp.placementId, month: t.followUp.month })
    .from(t.followUp)
    .where(inArray(t.followUp.placementId, ids));
  const followUpIds = followUps.map((one) => one.id);
  const rowsOf = async <P extends PlacementPart>(part: P) =>
    (await read.select().from(t[part]).where(inArray(t[part].placementId, ids))) as RowOf<P>[];
  const [events, needs, thresholds, remedies, visits, notes, guidance, waivers, tasks, jobs] = await Promise.all([
    rowsOf('placementEvent'),
    rowsOf('placementNeed'),
    rowsOf('placementThreshold'),
    rowsOf('triedRemedy'),
    rowsOf('visit'),
    rowsOf('placementNote'),
    rowsOf('guidance'),
    rowsOf('waiver'),
    rowsOf('task'),
    rowsOf('carvedJob'),
  ]);
  const forms = await read.select().from(t.followUpForm).where(inArray(t.followUpForm.followUpId, followUpIds));
  const of = <T extends { placementId: string }>(rows: T[], id: string) => rows.filter((one) => one.placementId === id);
  return placements.map((placement) => ({
    placement,
    events: of(events, placement.id),
    needs: of(needs, placement.id).map((one) => one.need),
    thresholds: of(thresholds, placement.id),
    remedies: of(remedies, placement.id),
    visits: of(visits, placement.id),
    notes: of(notes, placement.id),
    guidance: of(guidance, placement.id),
    waivers: of(waivers, placement.id),
    tasks: of(tasks, placement.id),
    carvedJob: of(jobs, placement.id)[0] ?? null,
    followUps: of(followUps, placement.id).map(({ id, month }) => ({
      month,
      forms: forms.filter((one) => one.followUpId === id),
    })),
  }));
}

/** What is kept of a placement in tables of its own. */
type PlacementPart =
  | 'placementEvent'
  | 'placementNeed'
  | 'placementThreshold'
  | 'triedRemedy'
  | 'visit'
  | 'placementNote'
  | 'guidance'
  | 'waiver'
  | 'task'
  | 'carvedJob';
type RowOf<P extends PlacementPart> = Store['t'][P]['$inferSelect'];

/** Of an organisation's placements what an owner of it may see: no needs, notes or guidance. */
export async function listPlacementLines({ read, t }: Store, organisationId: string) {
  const { code, hostName, place, sector, targetJob, route, phase, since } = t.placement;
  const { stageStart, firstContractDay, closedOn, outcome, createdAt } = t.placement;
  return read
    .select({
      code,
      hostName,
      place,
      sector,
      targetJob,
      route,
      phase,
      since,
      stageStart,
      firstContractDay,
      closedOn,
      outcome,
      createdAt,
    })
    .from(t.placement)
    .where(eq(t.placement.organisationId, organisationId));
}

/** Ids of the assessments that this person started and no employer took over, and of those that their organisations keep. */
export async function listOwnAssessments({ read, t }: Store, personId: string): Promise<string[]> {
  const [started, kept] = await Promise.all([
    read
      .select({ id: t.assessment.id, takenOverAt: t.assessment.takenOverAt })
      .from(t.assessment)
      .where(eq(t.assessment.startedBy, personId)),
    read
      .select({ id: t.assessment.id, role: t.membership.role })
      .from(t.assessment)
      .innerJoin(t.membership, eq(t.membership.organisationId, t.assessment.organisationId))
      .where(eq(t.membership.personId, personId)),
  ]);
  const ids = [
    ...started.filter((one) => one.takenOverAt === null).map((one) => one.id),
    ...kept.filter((one) => one.role === 'owner').map((one) => one.id),
  ];
  return [...new Set(ids)];
}
