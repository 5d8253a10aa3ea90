import type { Store } from '#app/data/store.server.ts';
import type { Checklist, SectorId } from '#app/domain/checklist.ts';
import { seedCampaigns } from './crowd-campaigns.ts';
import { findCrowdEdition } from './crowd-edition.ts';
import { type CrowdWorkplace, inventCrowd } from './crowd-workplace.ts';
import { seededRandom } from './random.ts';

export type CrowdStage = {
  store: Store;
  now: () => Date;
  startable: string[];
  findCore: (ref: string, language: 'nl') => Checklist | null;
};

/** Workplaces, and how many of them stand in one transaction. */
const workplaces = 2000;
const atOnce = 250;

/**
 * Fills the demo with 2,000 invented workplaces that handed in, so that its figures show something. Nothing here is measured:
 * half of them in care, the rest in retail and logistics; 700 employers, two out of three with an account, with one to six
 * workplaces each; small employers more often than large ones; hand-ins spread over the last eight quarters, the later the
 * better; one in three care workplaces through the edition of the demo's federation; four in seven with a plan. What each
 * answers is drawn from how ready the workplace is, how hard the question is, and its kind; level and shortest way follow
 * from the rules. The same every time. No page opens them: they have no code, no link and no answers, only a hand-in.
 */
export async function seedCrowd({ store, now, startable, findCore }: CrowdStage): Promise<void> {
  const checklists = startable.flatMap((ref) => findCore(ref, 'nl') ?? []);
  const edition = await findCrowdEdition(store);
  const bySector = Object.fromEntries(checklists.map((one) => [one.sector, one])) as Record<SectorId, Checklist>;
  const crowd = inventCrowd(workplaces, bySector, edition, now(), seededRandom(2026));
  await store.write((tx) => tx.insert(store.t.organisation).values(crowd.organisations));
  for (let from = 0; from < crowd.workplaces.length; from += atOnce)
    await keep(store, crowd.workplaces.slice(from, from + atOnce));
  await seedCampaigns(store, edition, crowd.workplaces, now());
}

const keep = (store: Store, list: CrowdWorkplace[]): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    await tx.insert(t.assessment).values(list.map(({ assessment }) => assessment));
    await tx.insert(t.round).values(list.map(({ round }) => round));
    await tx.insert(t.submission).values(list.map(({ submission }) => submission));
    const actions = list.flatMap((one) => one.actions);
    if (actions.length > 0) await tx.insert(t.action).values(actions);
  });
