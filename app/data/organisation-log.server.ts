import { desc, eq } from 'drizzle-orm';
import type { Db, Store } from './store.server.ts';

/** One line of the log of an organisation: who did what, as a key of interface words with its holes. */
export type OrganisationLogLine = {
  id: string;
  at: Date;
  /** The address that did it, as it was then; empty once that person erased their account. */
  who: string;
  what: OrganisationEvent;
  detail: Record<string, string>;
};
export type OrganisationEvent =
  | 'created'
  | 'renamed'
  | 'invited'
  | 'invitation-revoked'
  | 'joined'
  | 'role-changed'
  | 'removed'
  | 'left'
  | 'merged'
  | 'workplace-kept'
  | 'workplace-taken-out'
  | 'exported'
  | 'campaign-made'
  | 'campaign-ended'
  | 'edition-created'
  | 'edition-imported'
  | 'edition-published'
  | 'edition-withdrawn'
  | 'edition-offered-again'
  | 'key-made'
  | 'key-revoked'
  | 'sector-action-added'
  | 'sector-action-changed';

/** Part of a transaction. */
export const addOrganisationLog = (tx: Db, { t }: Store, organisationId: string, line: OrganisationLogLine) =>
  tx.insert(t.organisationLog).values({ ...line, organisationId });

export async function writeOrganisationLog(store: Store, organisationId: string, line: OrganisationLogLine) {
  await store.write((tx) => addOrganisationLog(tx, store, organisationId, line));
}

/** Newest first, at most 500. */
export async function listOrganisationLog({ read, t }: Store, organisationId: string): Promise<OrganisationLogLine[]> {
  const { id, at, who, what, detail } = t.organisationLog;
  const rows = await read
    .select({ id, at, who, what, detail })
    .from(t.organisationLog)
    .where(eq(t.organisationLog.organisationId, organisationId))
    .orderBy(desc(at), desc(id))
    .limit(500);
  return rows as OrganisationLogLine[];
}
