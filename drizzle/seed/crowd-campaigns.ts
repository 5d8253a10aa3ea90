import type { Store } from '#app/data/store.server.ts';
import { brusselsDay, isoWeek } from '#app/domain/calendar.ts';
import type { CrowdEdition } from './crowd-edition.ts';
import type { CrowdWorkplace } from './crowd-workplace.ts';

const campaigns = [
  { id: 'demo-newsletter', slug: 'demo-nieuwsbrief', title: 'Demo: nieuwsbrief', daysAgo: 200 },
  { id: 'demo-study-day', slug: 'demo-studiedag', title: 'Demo: studiedag', daysAgo: 180 },
];
const day = 24 * 60 * 60_000;

/**
 * Two invented campaigns of the federation's edition. Its workplaces of the last half year came through them, turn by turn;
 * for every one that handed in, another only looked, and for every second one a third began and did not hand in. Of those
 * two in three have an account.
 */
export async function seedCampaigns(store: Store, edition: CrowdEdition, crowd: CrowdWorkplace[], now: Date) {
  if (!edition) return;
  const since = now.getTime() - 180 * day;
  const came = crowd.filter(
    ({ submission }) => submission.editionId === edition.editionId && submission.at.getTime() > since,
  );
  const uptake = came.flatMap(({ assessment, submission }, at) => {
    const campaignId = campaigns[at % campaigns.length]?.id ?? '';
    const week = isoWeek(brusselsDay(submission.at));
    const account = assessment.organisationId !== null;
    const countingKey = assessment.organisationId ?? assessment.countingKey;
    const kinds = ['opened', 'started', 'handed-in'] as const;
    return [
      ...kinds.map((kind) => ({ campaignId, week, kind, countingKey, account })),
      { campaignId, week, kind: 'opened' as const, countingKey: `demo-looked-${at}`, account: at % 3 > 0 },
      ...(at % 4 < 2 ? kinds.slice(0, 2) : []).map((kind) => {
        return { campaignId, week, kind, countingKey: `demo-began-${at}`, account: at % 3 > 0 };
      }),
    ];
  });
  const made = campaigns.map(({ daysAgo, ...one }) => {
    return { ...one, editionId: edition.editionId, createdAt: new Date(now.getTime() - daysAgo * day) };
  });
  await store.write(async (tx) => {
    const { t } = store;
    await tx.insert(t.campaign).values(made);
    if (uptake.length > 0) await tx.insert(t.uptake).values(uptake).onConflictDoNothing();
  });
}
