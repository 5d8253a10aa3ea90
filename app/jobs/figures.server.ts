import { lastNight } from '#app/data/figure-making.server.ts';
import { listCampaignIds } from '#app/data/figure-source.server.ts';
import { sectorIds } from '#app/domain/checklist.ts';
import { evidenceOf } from './figures/evidence.server.ts';
import { makeHandIns } from './figures/hand-ins.server.ts';
import { remarksOf } from './figures/remarks.server.ts';
import { makeUniverse } from './figures/universe.server.ts';
import { uptakeOf } from './figures/uptake.server.ts';
import type { JobContext } from './job-context.ts';

/** Makes the figures of a night: the only place where hand-ins, placements, remarks and visits are counted (product: honest figures). */
export async function makeFigures(services: JobContext): Promise<void> {
  const { store } = services;
  const number = (await lastNight(store)) + 1;
  for (const sector of sectorIds) {
    const counted = await makeHandIns(services, number, sector);
    await makeUniverse(services, number, await evidenceOf(services, sector));
    await makeUniverse(services, number, await remarksOf(services, sector, counted));
  }
  for (const id of await listCampaignIds(store)) await makeUniverse(services, number, await uptakeOf(services, id));
}
