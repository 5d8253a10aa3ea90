import { deleteOldJobs, finishJob, planJob } from '#app/data/job.server.ts';
import { cleanUp } from '#app/jobs/retention.server.ts';
import type { TestApp } from './app.ts';

/** What a night removes when the night before, the only one there was, was an ordinary one. */
export async function spendNight({ services, settings }: TestApp, smtpUrl = settings.smtpUrl): Promise<void> {
  const before = new Date(services.now().getTime() - 24 * 60 * 60_000);
  await deleteOldJobs(services.store, new Date('9999-12-31'));
  await planJob(services.store, { id: 'yesterday', kind: 'retention', payload: {}, runAt: before });
  await finishJob(services.store, 'yesterday', before);
  await cleanUp(services, { smtpUrl });
}
