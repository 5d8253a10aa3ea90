import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import { higherRole, type OrganisationKind, type OrganisationRole } from '#app/domain/organisation.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Store } from './store.server.ts';

/** A mailed invitation to an organisation: once, until it expires or is taken back. */
export type Invitation = {
  id: string;
  organisationId: string;
  email: string;
  role: OrganisationRole;
  createdAt: Date;
  expiresAt: Date;
};

/** Adds an invitation; one to the same address that is still open makes place for it. */
export const createInvitation = (
  store: Store,
  invitation: Invitation & { tokenHash: string },
  line: OrganisationLogLine,
) =>
  store.write(async (tx) => {
    const { t } = store;
    const { organisationId, email } = invitation;
    await tx
      .update(t.invitation)
      .set({ revokedAt: invitation.createdAt })
      .where(
        and(
          eq(t.invitation.organisationId, organisationId),
          eq(t.invitation.email, email),
          isOpen(t, invitation.createdAt),
        ),
      );
    await tx.insert(t.invitation).values(invitation);
    await addOrganisationLog(tx, store, organisationId, line);
  });

/** Invitations that still work, oldest first. */
export async function listOpenInvitations(
  { read, t }: Store,
  organisationId: string,
  now: Date,
): Promise<Invitation[]> {
  const rows = await read
    .select()
    .from(t.invitation)
    .where(and(eq(t.invitation.organisationId, organisationId), isOpen(t, now)))
    .orderBy(asc(t.invitation.createdAt), asc(t.invitation.id));
  return rows as Invitation[];
}

/** Takes an invitation of this organisation back; null when it is not there or no longer open. */
export const revokeInvitation = (
  store: Store,
  organisationId: string,
  id: string,
  line: (email: string) => OrganisationLogLine,
): Promise<Invitation | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const [row] = await tx
      .update(t.invitation)
      .set({ revokedAt: line('').at })
      .where(and(eq(t.invitation.id, id), eq(t.invitation.organisationId, organisationId), isOpen(t, line('').at)))
      .returning();
    if (!row) return null;
    await addOrganisationLog(tx, store, organisationId, line(row.email));
    return row as Invitation;
  });

export type OpenInvitation = { role: OrganisationRole; organisation: string; kind: OrganisationKind };

/** What an open invitation says to whoever holds its link. */
export async function findInvitation({ read, t }: Store, tokenHash: string, now: Date): Promise<OpenInvitation | null> {
  const [row] = await read
    .select({ role: t.invitation.role, organisation: t.organisation.name, kind: t.organisation.kind })
    .from(t.invitation)
    .innerJoin(t.organisation, eq(t.organisation.id, t.invitation.organisationId))
    .where(and(eq(t.invitation.tokenHash, tokenHash), isOpen(t, now)));
  return (row as OpenInvitation | undefined) ?? null;
}

/** Makes a person a member, once; who already is one keeps the higher role. Gives the organisation's id, or null. */
export const acceptInvitation = (
  store: Store,
  tokenHash: string,
  personId: string,
  line: (role: OrganisationRole) => OrganisationLogLine,
): Promise<string | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const now = line('viewer').at;
    const [invited] = await tx
      .update(t.invitation)
      .set({ acceptedAt: now })
      .where(and(eq(t.invitation.tokenHash, tokenHash), isOpen(t, now)))
      .returning();
    if (!invited) return null;
    const { organisationId } = invited;
    const place = and(eq(t.membership.organisationId, organisationId), eq(t.membership.personId, personId));
    const [member] = await tx.select().from(t.membership).where(place);
    const role = member ? higherRole(member.role, invited.role) : invited.role;
    if (member) await tx.update(t.membership).set({ role }).where(place);
    else await tx.insert(t.membership).values({ organisationId, personId, role, joinedAt: now });
    await addOrganisationLog(tx, store, organisationId, line(role));
    return organisationId;
  });

/** Invitations that no longer work hold an address: they go. */
export async function deleteOldInvitations({ write, t }: Store, before: Date) {
  await write((tx) => tx.delete(t.invitation).where(lt(t.invitation.expiresAt, before)));
}

const isOpen = (t: Store['t'], now: Date) =>
  and(isNull(t.invitation.acceptedAt), isNull(t.invitation.revokedAt), gt(t.invitation.expiresAt, now));
