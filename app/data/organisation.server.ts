import { and, asc, eq } from 'drizzle-orm';
import type { OrganisationKind, OrganisationRole } from '#app/domain/organisation.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Store } from './store.server.ts';

export type Organisation = { id: string; kind: OrganisationKind; name: string; demo: boolean; createdAt: Date };
/** Somebody's place in an organisation; `label` is a function, never a name. */
export type Membership = { organisation: Organisation; role: OrganisationRole; label: string };

/** A new organisation with its first owner, and the first line of its log. */
export const createOrganisation = (
  store: Store,
  organisation: Organisation,
  owner: { personId: string; label: string },
  line?: OrganisationLogLine,
) =>
  store.write(async (tx) => {
    const { t } = store;
    await tx.insert(t.organisation).values(organisation);
    await tx
      .insert(t.membership)
      .values({ organisationId: organisation.id, role: 'owner', joinedAt: organisation.createdAt, ...owner });
    if (line) await addOrganisationLog(tx, store, organisation.id, line);
  });

export const renameOrganisation = (store: Store, id: string, name: string, line: OrganisationLogLine) =>
  store.write(async (tx) => {
    await tx.update(store.t.organisation).set({ name }).where(eq(store.t.organisation.id, id));
    await addOrganisationLog(tx, store, id, line);
  });

/** Where this person belongs, oldest first. */
export async function listMemberships({ read, t }: Store, personId: string): Promise<Membership[]> {
  const rows = await read
    .select(columns(t))
    .from(t.membership)
    .innerJoin(t.organisation, eq(t.organisation.id, t.membership.organisationId))
    .where(eq(t.membership.personId, personId))
    .orderBy(asc(t.membership.joinedAt), asc(t.organisation.id));
  return rows as Membership[];
}

/** This person's place in that organisation; null when there is none. */
export async function findMembership(
  { read, t }: Store,
  organisationId: string,
  personId: string,
): Promise<Membership | null> {
  const [row] = await read
    .select(columns(t))
    .from(t.membership)
    .innerJoin(t.organisation, eq(t.organisation.id, t.membership.organisationId))
    .where(and(eq(t.membership.organisationId, organisationId), eq(t.membership.personId, personId)));
  return (row as Membership | undefined) ?? null;
}

const columns = (t: Store['t']) => ({
  organisation: {
    id: t.organisation.id,
    kind: t.organisation.kind,
    name: t.organisation.name,
    demo: t.organisation.demo,
    createdAt: t.organisation.createdAt,
  },
  role: t.membership.role,
  label: t.membership.label,
});
