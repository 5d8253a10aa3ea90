import { and, asc, eq } from 'drizzle-orm';
import type { OrganisationKind, OrganisationRole } from '#app/domain/organisation.ts';
import type { Store } from './store.server.ts';

export type Organisation = { id: string; kind: OrganisationKind; name: string; demo: boolean; createdAt: Date };
/** Somebody's place in an organisation; `label` is a function, never a name. */
export type Membership = { organisation: Organisation; role: OrganisationRole; label: string };

/** A new organisation with its first owner. */
export const createOrganisation = (
  store: Store,
  organisation: Organisation,
  owner: { personId: string; label: string },
) =>
  store.write(async (tx) => {
    const { t } = store;
    await tx.insert(t.organisation).values(organisation);
    await tx
      .insert(t.membership)
      .values({ organisationId: organisation.id, role: 'owner', joinedAt: organisation.createdAt, ...owner });
  });

/** Where this person belongs, oldest first. */
export async function listMemberships({ read, t }: Store, personId: string): Promise<Membership[]> {
  const rows = await read
    .select({ organisation: t.organisation, role: t.membership.role, label: t.membership.label })
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
    .select({ organisation: t.organisation, role: t.membership.role, label: t.membership.label })
    .from(t.membership)
    .innerJoin(t.organisation, eq(t.organisation.id, t.membership.organisationId))
    .where(and(eq(t.membership.organisationId, organisationId), eq(t.membership.personId, personId)));
  return (row as Membership | undefined) ?? null;
}
