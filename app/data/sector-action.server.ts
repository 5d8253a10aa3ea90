import { and, asc, eq } from 'drizzle-orm';
import type { SectorAction } from '#app/domain/sector-action.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Store } from './store.server.ts';

/** The actions of a federation for one sector, in the order in which they were made. */
export async function listSectorActions(
  { read, t }: Store,
  organisationId: string,
  sector: string,
): Promise<SectorAction[]> {
  const rows = await read
    .select()
    .from(t.sectorAction)
    .where(and(eq(t.sectorAction.organisationId, organisationId), eq(t.sectorAction.sector, sector as 'care')))
    .orderBy(asc(t.sectorAction.createdAt), asc(t.sectorAction.id));
  return rows.map(({ organisationId: _, createdAt: __, changedAt: ___, ...action }) => action);
}

/** Adds an action, or changes one of this federation and sector; false when it is of another. */
export const saveSectorAction = (
  store: Store,
  organisationId: string,
  action: SectorAction,
  now: Date,
  line: (isNew: boolean) => OrganisationLogLine,
): Promise<boolean> =>
  store.write(async (tx) => {
    const { t } = store;
    const { id, sector } = action;
    const [known] = await tx
      .select({ organisationId: t.sectorAction.organisationId, sector: t.sectorAction.sector })
      .from(t.sectorAction)
      .where(eq(t.sectorAction.id, id));
    if (known && (known.organisationId !== organisationId || known.sector !== sector)) return false;
    const values = { ...action, changedAt: now };
    if (known) await tx.update(t.sectorAction).set(values).where(eq(t.sectorAction.id, id));
    else await tx.insert(t.sectorAction).values({ ...values, organisationId, createdAt: now });
    await addOrganisationLog(tx, store, organisationId, line(!known));
    return true;
  });
