import { and, eq, isNull, like, or, sql } from 'drizzle-orm';
import { countRows } from './count.server.ts';
import { addReceipt, type Deletion, type DeletionCounts, type Receipt, removeAssessments } from './deletion.server.ts';
import { listOnlyOwned } from './member.server.ts';
import type { OrganisationLogLine } from './organisation-log.server.ts';
import type { Person } from './person.server.ts';
import type { Db, Store } from './store.server.ts';

/**
 * Removes somebody with their sessions, passkeys, memberships, shares, and the assessments they started that no employer
 * took over; leaves a receipt. Placements stay with the organisation, which hands them over. `only-owner`: they must
 * first hand over or delete an organisation; null when they are not there.
 */
export const deletePerson = (
  store: Store,
  person: Pick<Person, 'id' | 'email'>,
  receipt: Receipt,
): Promise<Deletion | 'only-owner' | null> =>
  store.write(async (tx) => {
    const { t } = store;
    if ((await listOnlyOwned(tx, store, person.id)).length > 0) return 'only-owner';
    const counts = await countOwn(tx, store, person.id);
    const assessments = await removeAssessments(tx, store, await startedAlone(tx, store, person.id), receipt.at);
    const gone = await tx.delete(t.person).where(eq(t.person.id, person.id)).returning({ id: t.person.id });
    if (gone.length === 0) return null;
    await forgetAddress(tx, store, person.email);
    return addReceipt(tx, store, receipt, { ...assessments, ...counts });
  });

async function countOwn(tx: Db, { t }: Store, personId: string): Promise<DeletionCounts> {
  return {
    memberships: await countRows(tx, t.membership, eq(t.membership.personId, personId)),
    shares: await countRows(tx, t.link, eq(t.link.personId, personId)),
    passkeys: await countRows(tx, t.passkey, eq(t.passkey.personId, personId)),
    sessions: await countRows(tx, t.session, eq(t.session.personId, personId)),
  };
}

/** Ids of what this person started for an employer who did not take it over. */
async function startedAlone(tx: Db, { t }: Store, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: t.assessment.id })
    .from(t.assessment)
    .where(
      and(eq(t.assessment.startedBy, personId), isNull(t.assessment.takenOverAt), isNull(t.assessment.organisationId)),
    );
  return rows.map((row) => row.id);
}

/** The address goes from everything that is not erased with the person: letters, invitations, and logs, which stay anonymous. */
async function forgetAddress(tx: Db, { t }: Store, email: string) {
  await tx.delete(t.signInLink).where(eq(t.signInLink.email, email));
  await tx.delete(t.invitation).where(eq(t.invitation.email, email));
  await tx.delete(t.mail).where(and(eq(t.mail.toAddress, email), isNull(t.mail.assessmentId)));
  const { id, who, detail } = t.organisationLog;
  // _ and % in an address find too much, never too little; the lines themselves are compared exactly.
  const lines = await tx
    .select({ id, who, detail })
    .from(t.organisationLog)
    .where(or(eq(who, email), like(sql`cast(${detail} as text)`, `%${email}%`)));
  for (const line of lines) await tx.update(t.organisationLog).set(without(line, email)).where(eq(id, line.id));
}

const without = (line: Pick<OrganisationLogLine, 'who' | 'detail'>, email: string) => ({
  who: line.who === email ? '' : line.who,
  detail: Object.fromEntries(Object.entries(line.detail).map(([name, value]) => [name, value === email ? '' : value])),
});
