import { and, eq, inArray } from 'drizzle-orm';
import { higherRole } from '#app/domain/organisation.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Db, Store } from './store.server.ts';
import { moveUptake } from './uptake.server.ts';

/**
 * Makes one organisation of two of a kind that the same person owns: people keep their higher role, assessments,
 * placements, pilots, invitations and the log move, the other disappears. False, and nothing changes, when that is not so.
 */
export const mergeOrganisations = (
  store: Store,
  { from, into, owner }: { from: string; into: string; owner: string },
  line: (name: string) => OrganisationLogLine,
): Promise<boolean> =>
  store.write(async (tx) => {
    const other = await findDuplicate(tx, store, from, into, owner);
    if (!other) return false;
    await uniteMembers(tx, store, from, into);
    for (const table of moving(store))
      await tx.update(table).set({ organisationId: into }).where(eq(table.organisationId, from));
    await moveUptake(tx, store, from, into);
    await tx.delete(store.t.organisation).where(eq(store.t.organisation.id, from));
    await addOrganisationLog(tx, store, into, line(other.name));
    return true;
  });

/** Every table of what belongs to an organisation, but for its people. */
const moving = ({ t }: Store) =>
  [
    t.assessment,
    t.placement,
    t.pilot,
    t.invitation,
    t.organisationLog,
    t.edition,
    t.logo,
    t.apiKey,
    t.sectorAction,
  ] as unknown as Store['t']['invitation'][];

async function findDuplicate(tx: Db, { t }: Store, from: string, into: string, owner: string) {
  if (from === into) return null;
  const rows = await tx
    .select({ id: t.organisation.id, name: t.organisation.name, kind: t.organisation.kind, demo: t.organisation.demo })
    .from(t.organisation)
    .innerJoin(t.membership, eq(t.membership.organisationId, t.organisation.id))
    .where(
      and(inArray(t.organisation.id, [from, into]), eq(t.membership.personId, owner), eq(t.membership.role, 'owner')),
    );
  const [one, other] = [from, into].map((id) => rows.find((row) => row.id === id));
  return one && other && one.kind === other.kind && one.demo === other.demo ? one : null;
}

async function uniteMembers(tx: Db, { t }: Store, from: string, into: string) {
  const coming = await tx.select().from(t.membership).where(eq(t.membership.organisationId, from));
  for (const one of coming) {
    const place = and(eq(t.membership.organisationId, into), eq(t.membership.personId, one.personId));
    const [there] = await tx.select().from(t.membership).where(place);
    if (!there) await tx.insert(t.membership).values({ ...one, organisationId: into });
    else
      await tx
        .update(t.membership)
        .set({ role: higherRole(one.role, there.role), label: there.label || one.label })
        .where(place);
  }
}
