import { and, asc, eq, ne } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import type { OrganisationRole } from '#app/domain/organisation.ts';
import { countRows } from './count.server.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Db, Store } from './store.server.ts';

export type Member = {
  personId: string;
  email: string;
  language: Language;
  role: OrganisationRole;
  label: string;
  joinedAt: Date;
};

/** `last-owner`: an organisation keeps at least one. `absent`: nobody of that id is there. */
export type MemberChange = 'done' | 'last-owner' | 'absent';

/** Who belongs to an organisation, oldest first. */
export async function listMembers({ read, t }: Store, organisationId: string): Promise<Member[]> {
  const { personId, role, label, joinedAt } = t.membership;
  const rows = await read
    .select({ personId, email: t.person.email, language: t.person.language, role, label, joinedAt })
    .from(t.membership)
    .innerJoin(t.person, eq(t.person.id, personId))
    .where(eq(t.membership.organisationId, organisationId))
    .orderBy(asc(joinedAt), asc(personId));
  return rows as Member[];
}

export const changeRole = (
  store: Store,
  organisationId: string,
  personId: string,
  role: OrganisationRole,
  line: OrganisationLogLine,
): Promise<MemberChange> =>
  store.write(async (tx) => {
    const refused = await refuse(tx, store, organisationId, personId, role);
    if (refused) return refused;
    await tx
      .update(store.t.membership)
      .set({ role })
      .where(at(store.t, organisationId, personId));
    await addOrganisationLog(tx, store, organisationId, line);
    return 'done';
  });

/** Ends somebody's membership: removed by an owner, or left. */
export const endMembership = (
  store: Store,
  organisationId: string,
  personId: string,
  line: OrganisationLogLine,
): Promise<MemberChange> =>
  store.write(async (tx) => {
    const refused = await refuse(tx, store, organisationId, personId, null);
    if (refused) return refused;
    await tx.delete(store.t.membership).where(at(store.t, organisationId, personId));
    await addOrganisationLog(tx, store, organisationId, line);
    return 'done';
  });

export async function saveLabel({ write, t }: Store, organisationId: string, personId: string, label: string) {
  await write((tx) =>
    tx
      .update(t.membership)
      .set({ label })
      .where(at(t, organisationId, personId)),
  );
}

/** Organisations of which this person is the only owner. Also within a transaction. */
export async function listOnlyOwned(db: Db, { t }: Store, personId: string): Promise<{ id: string; name: string }[]> {
  const owned = await db
    .select({ id: t.organisation.id, name: t.organisation.name })
    .from(t.membership)
    .innerJoin(t.organisation, eq(t.organisation.id, t.membership.organisationId))
    .where(and(eq(t.membership.personId, personId), eq(t.membership.role, 'owner')))
    .orderBy(asc(t.organisation.name));
  const alone = [];
  for (const one of owned) if ((await otherOwners(db, t, one.id, personId)) === 0) alone.push(one);
  return alone;
}

/** Why somebody cannot get this role, or go (`null`); decided within the transaction, so that two at once cannot both. */
async function refuse(
  tx: Db,
  { t }: Store,
  organisationId: string,
  personId: string,
  role: OrganisationRole | null,
): Promise<'last-owner' | 'absent' | null> {
  const [member] = await tx
    .select({ role: t.membership.role })
    .from(t.membership)
    .where(at(t, organisationId, personId));
  if (!member) return 'absent';
  const staysOwner = member.role !== 'owner' || role === 'owner';
  return staysOwner || (await otherOwners(tx, t, organisationId, personId)) > 0 ? null : 'last-owner';
}

const otherOwners = (db: Db, t: Store['t'], organisationId: string, personId: string): Promise<number> =>
  countRows(
    db,
    t.membership,
    and(
      eq(t.membership.organisationId, organisationId),
      eq(t.membership.role, 'owner'),
      ne(t.membership.personId, personId),
    ),
  );

const at = (t: Store['t'], organisationId: string, personId: string) =>
  and(eq(t.membership.organisationId, organisationId), eq(t.membership.personId, personId));
