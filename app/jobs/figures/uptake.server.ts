import { listUptake } from '#app/data/figure-source.server.ts';
import type { UptakeFigures } from '#app/domain/figures/published.ts';
import { rounded } from '#app/domain/figures/rounded.ts';
import { uptakeMembers } from '#app/domain/figures/uptake.ts';
import type { JobContext } from '../job-context.ts';
import { figureKey, keyed } from './keyed.ts';
import type { Universe } from './universe.server.ts';

/** Who used a campaign. */
export async function uptakeOf({ store, hash }: JobContext, campaignId: string): Promise<Universe> {
  const members = uptakeMembers(campaignId, await listUptake(store, campaignId));
  return {
    name: `campaign:${campaignId}`,
    offered: members.map((member) => ({ member: keyed(member, figureKey(hash)), facts: {}, assessmentId: null })),
    isThere: () => true,
    figures: (_, of): UptakeFigures => ({ count: rounded(of.length) }),
  };
}
