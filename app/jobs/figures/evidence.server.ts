import { listPlacementSources } from '#app/data/figure-source.server.ts';
import { type EvidenceMember, evidenceFigures, evidenceRows } from '#app/domain/figures/evidence.ts';
import type { JobContext } from '../job-context.ts';
import { figureKey, keyed } from './keyed.ts';
import type { Offered, Universe } from './universe.server.ts';

/** What was a threshold in the placements of a sector, and what helped. */
export async function evidenceOf({ store, hash, demo }: JobContext, sector: string): Promise<Universe> {
  const placements = await listPlacementSources(store, sector, demo);
  const offered = placements.map(({ id, assessmentId, organisation, account, thresholds }): Offered => {
    const rows = evidenceRows(sector, { thresholds });
    const member = { id: `${id}:${JSON.stringify(thresholds)}`, source: id, organisation, account, rows };
    return { member: keyed(member, figureKey(hash)), facts: { thresholds }, assessmentId };
  });
  const there = new Set(offered.map(({ member }) => member.source));
  return {
    name: `evidence:${sector}`,
    offered,
    isThere: (source) => there.has(source),
    figures: (row, members, total) => evidenceFigures(row, members as EvidenceMember[], total),
  };
}
