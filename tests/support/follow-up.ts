import { saveFollowUpStep } from '#app/data/follow-up-form.server.ts';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import type { FollowUpMonth, FollowUpSide } from '#app/domain/follow-up-schedule.ts';
import type { TestApp } from './app.ts';
import type { SignedInVisitor } from './people.ts';

/** The first option of every question, step by step, as the form posts it. */
export function answersOf(
  { services }: TestApp,
  side: FollowUpSide,
  option = 0,
): Record<string, Record<string, string>> {
  const { steps } = services.findGuidance('nl').followUp[side];
  return Object.fromEntries(
    steps.map(({ id, questions }) => [
      id,
      Object.fromEntries(questions.map((one) => [one.id, one.options[option]?.id ?? ''])),
    ]),
  );
}

/** Texts that no mail may hold. */
export const canaries = {
  job: 'KANARIE-job',
  place: 'KANARIE-plaats',
  need: 'KANARIE-nood',
  threshold: 'KANARIE-drempel',
  remedy: 'KANARIE-remedie',
  note: 'KANARIE-notitie',
  report: 'KANARIE-verslag',
  purpose: 'KANARIE-doel',
  saidByHost: 'KANARIE-gastheer',
  saidByCoach: 'KANARIE-coach',
};

/** Puts one of each in a placement. */
export async function plantCanaries(app: TestApp, placementId: string, coach: SignedInVisitor): Promise<void> {
  const { store, newId, now } = app.services;
  const { t } = store;
  const thresholdId = newId();
  await store.write(async (tx) => {
    await tx.insert(t.placementNeed).values({ placementId, need: canaries.need });
    await tx.insert(t.placementThreshold).values({
      id: thresholdId,
      placementId,
      text: canaries.threshold,
      weight: 'high',
      seenOn: '2026-09-01',
      side: 'coach',
      createdAt: now(),
    });
    await tx.insert(t.triedRemedy).values({
      id: newId(),
      placementId,
      thresholdId,
      text: canaries.remedy,
      triedOn: '2026-09-02',
    });
    await tx.insert(t.placementNote).values({ id: newId(), placementId, text: canaries.note, at: now() });
    const visit = { id: newId(), placementId, on: '2026-10-07', purpose: canaries.purpose, report: canaries.report };
    await tx.insert(t.visit).values(visit);
  });
  for (const [side, note] of [
    ['employer', canaries.saidByHost],
    ['coach', canaries.saidByCoach],
  ] as const)
    await saveFollowUpStep(store, placementId, {
      id: newId(),
      month: 1,
      side,
      filledBy: side,
      answers: { 'next-step': note },
      note,
      closes: null,
      event: { id: coach.id, at: now(), side: 'coach', what: 'follow-up.event-coach', detail: {} },
    });
}

/** The path of the host's link for a month, as the mail would bring it; a mail that goes afterwards carries the same. */
export async function mailedLink(app: TestApp, { id, hostEmail }: StoredPlacement, month: FollowUpMonth = 1) {
  const { store, newId, newToken, hash, seal } = app.services;
  const { t } = store;
  const token = newToken();
  const link = { tokenHash: hash(token), sealedToken: seal(token), mailedToHash: hash(hostEmail) };
  await store.write((tx) =>
    tx
      .insert(t.followUp)
      .values({ id: newId(), placementId: id, month, sent: [], ...link })
      .onConflictDoUpdate({ target: [t.followUp.placementId, t.followUp.month], set: link }),
  );
  return `/nl/follow-ups/${token}`;
}
