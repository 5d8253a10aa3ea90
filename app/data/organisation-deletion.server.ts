import { and, eq, isNull, max, notExists, type SQL } from 'drizzle-orm';
import { countRows } from './count.server.ts';
import { addReceipt, type Deletion, type DeletionCounts, type Receipt, removeAssessments } from './deletion.server.ts';
import type { Store } from './store.server.ts';
import { removeUptake } from './uptake.server.ts';

/** What an organisation holds, in numbers: what deleting it would remove. */
export async function countOrganisation({ read, t }: Store, id: string): Promise<DeletionCounts> {
  return countOwn(read, t, id);
}

/** Removes an organisation with all that it keeps, its people's places and log; null when it is not there. */
export const deleteOrganisation = (store: Store, id: string, receipt: Receipt): Promise<Deletion | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const { assessments: _, ...own } = await countOwn(tx, t, id);
    const rows = await tx.select({ id: t.assessment.id }).from(t.assessment).where(eq(t.assessment.organisationId, id));
    const assessments = await removeAssessments(
      tx,
      store,
      rows.map((row) => row.id),
      receipt.at,
    );
    await removeUptake(tx, store, id);
    const gone = await tx.delete(t.organisation).where(eq(t.organisation.id, id)).returning({ id: t.organisation.id });
    return gone.length === 0 ? null : addReceipt(tx, store, receipt, { ...assessments, ...own });
  });

async function countOwn(db: Store['read'], t: Store['t'], id: string): Promise<DeletionCounts> {
  return {
    assessments: await countRows(db, t.assessment, eq(t.assessment.organisationId, id)),
    placements: await countRows(db, t.placement, eq(t.placement.organisationId, id)),
    pilots: await countRows(db, t.pilot, eq(t.pilot.organisationId, id)),
    editions: await countRows(db, t.edition, eq(t.edition.organisationId, id)),
    'sector-actions': await countRows(db, t.sectorAction, eq(t.sectorAction.organisationId, id)),
    keys: await countRows(db, t.apiKey, eq(t.apiKey.organisationId, id)),
    members: await countRows(db, t.membership, eq(t.membership.organisationId, id)),
    invitations: await countRows(db, t.invitation, eq(t.invitation.organisationId, id)),
    'log-lines': await countRows(db, t.organisationLog, eq(t.organisationLog.organisationId, id)),
  };
}

/** An organisation that keeps nothing, and when one of its people last signed in. */
export type QuietOrganisation = { id: string; name: string; activeAt: Date; warnedAt: Date | null };

/** Organisations that keep nothing and whose people did not sign in since a moment. */
export const listQuietOrganisations = async (store: Store, before: Date): Promise<QuietOrganisation[]> =>
  (await listEmpty(store)).filter((one) => one.activeAt < before);

/** One organisation that keeps nothing; null while it keeps something. */
export const findQuietOrganisation = async (store: Store, id: string): Promise<QuietOrganisation | null> =>
  (await listEmpty(store, eq(store.t.organisation.id, id)))[0] ?? null;

async function listEmpty({ read, t }: Store, which?: SQL): Promise<QuietOrganisation[]> {
  const { id, name, createdAt, warnedAt } = t.organisation;
  const without = (part: Part, only?: SQL) =>
    notExists(
      read
        .select({ id: t[part].id })
        .from(t[part])
        .where(and(eq(t[part].organisationId, id), only)),
    );
  // Members' self-scans go on in an edition that was withdrawn; a key that was stopped opens nothing.
  const keepsNothing = [
    ...(['assessment', 'placement', 'pilot', 'edition', 'sectorAction'] as const).map((part) => without(part)),
    without('apiKey', isNull(t.apiKey.revokedAt)),
  ];
  const rows = await read
    .select({ id, name, createdAt, warnedAt, signedInAt: max(t.person.activeAt) })
    .from(t.organisation)
    .leftJoin(t.membership, eq(t.membership.organisationId, id))
    .leftJoin(t.person, eq(t.person.id, t.membership.personId))
    .where(and(which, ...keepsNothing))
    .groupBy(id, name, createdAt, warnedAt);
  return rows.map(({ createdAt, signedInAt, ...one }) => ({
    ...one,
    activeAt: signedInAt && signedInAt > createdAt ? signedInAt : createdAt,
  }));
}

/** What an organisation keeps, in tables of their own; campaigns and versions stand in an edition. */
type Part = 'assessment' | 'placement' | 'pilot' | 'edition' | 'sectorAction' | 'apiKey';

/** Notes that its owners were told. */
export async function markOrganisationWarned({ write, t }: Store, id: string, warnedAt: Date) {
  await write((tx) => tx.update(t.organisation).set({ warnedAt }).where(eq(t.organisation.id, id)));
}
