import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { planJob } from '#app/data/job.server.ts';
import { addMail, claimMail } from '#app/data/mail.server.ts';
import { runDueJobs } from '#app/jobs/run.server.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { startAssessment } from '../support/visitor.ts';

/* Hosts are brought up to date one by one, so for a while this version meets what only a newer one knows. */

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

describe('what a newer version left in the database', () => {
  test('is no missing page: another host can answer it, and nothing typed is refused for good', async () => {
    const { store } = app.services;
    const visitor = app.visitor();
    const assessment = await startAssessment(visitor);
    const putIn = (checklistRef: string) =>
      store.write((tx) =>
        tx.update(store.t.assessment).set({ checklistRef }).where(eq(store.t.assessment.id, assessment)),
      );
    const [row] = await store.read.select().from(store.t.assessment).where(eq(store.t.assessment.id, assessment));
    await putIn('care@99');
    const pages = [`/nl/assessments/${assessment}`, `/nl/assessments/${assessment}/result`];
    for (const page of pages) expect([page, (await visitor.get(page)).status]).toEqual([page, 503]);
    expect((await visitor.save(assessment, { item: 'goal-backed', value: 'started' })).status).toBe(503);
    await putIn(row?.checklistRef ?? '');
    expect((await visitor.save(assessment, { item: 'goal-backed', value: 'started' })).status).toBe(200);
  });

  test('is work for that version: a job or letter of a kind that is not known here waits', async () => {
    const { services, settings } = app;
    const { store, now } = services;
    await planJob(store, { id: 'from-tomorrow', kind: 'not-known-here', payload: {}, runAt: now() });
    await runDueJobs(services, settings);
    const [job] = await store.read.select().from(store.t.job).where(eq(store.t.job.id, 'from-tomorrow'));
    expect(job).toMatchObject({ attempts: 0, doneAt: null, claimedUntil: null });
    const letter = { toAddress: 'a@example.org', language: 'nl', payload: {}, createdAt: now() } as const;
    const about = { assessmentId: null, placementId: null };
    await store.write((tx) => addMail(tx, store, { ...letter, ...about, id: 'new', kind: 'not-known-here' }));
    expect(await claimMail(store, ['digest'], now())).toBeNull();
    expect(await claimMail(store, ['not-known-here'], now())).toMatchObject({ id: 'new', attempts: 1 });
  });
});
