import { listRemarkSources } from '#app/data/figure-source.server.ts';
import { remarkFigures, remarkRows } from '#app/domain/figures/remarks.ts';
import { shortKey } from '#app/domain/figures/short-key.ts';
import type { JobContext } from '../job-context.ts';
import { figureKey, keyed } from './keyed.ts';
import type { Offered, Universe } from './universe.server.ts';

/**
 * What was remarked in a sector. A remark that is taken back waits like any change; a workplace that goes, or is no longer
 * counted (`counted`: the short keys of those that are), cannot.
 */
export async function remarksOf(
  { store, hash, demo }: JobContext,
  sector: string,
  counted: ReadonlySet<string>,
): Promise<Universe> {
  const workplaces = await listRemarkSources(store, sector, demo);
  const offered = workplaces.map(({ assessmentId, organisation, account, remarks }): Offered => {
    const rows = remarkRows(sector, remarks);
    const member = { id: `${assessmentId}:${rows.join()}`, source: assessmentId, organisation, account, rows };
    return { member: keyed(member, figureKey(hash)), facts: null, assessmentId };
  });
  return {
    name: `remarks:${sector}`,
    offered,
    isThere: (source) => counted.has(shortKey(source)),
    figures: (_, members) => remarkFigures(members),
  };
}
