import { setTimeout as sleep } from 'node:timers/promises';
import { claimJob, failJob, finishJob, planJob } from '#app/data/job.server.ts';
import { brusselsDay, isoWeek, weekday } from '#app/domain/calendar.ts';
import { openMailer } from '#app/mail/send.server.ts';
import { backUp } from './backup.server.ts';
import { sendCaseloadWeeks } from './caseload-week.server.ts';
import { sendDigests } from './digest.server.ts';
import { makeFigures } from './figures.server.ts';
import { sendFollowUps } from './follow-up.server.ts';
import type { JobContext } from './job-context.ts';
import { sendWaitingMail } from './mail.server.ts';
import { cleanUp } from './retention.server.ts';

/** What the jobs need beside the services. */
export type JobSettings = {
  smtpUrl: string | null;
  mailFrom: string;
  dataDir: string;
  databaseUrl: string;
  /** Makes the figures elsewhere; in this process when it is absent. */
  makeFigures?: () => Promise<void>;
};

const kinds = {
  digests: sendDigests,
  'follow-ups': sendFollowUps,
  'caseload-weeks': sendCaseloadWeeks,
  figures: (services: JobContext, settings: JobSettings) => (settings.makeFigures ?? (() => makeFigures(services)))(),
  retention: cleanUp,
  backup: backUp,
} as const;
type Kind = keyof typeof kinds;

/** Milliseconds that stopping waits for the work in hand; what is cut off is done again after its claim. */
const stopPatience = 5000;

/** Milliseconds for who waits for a page after a start, before the work that nobody waits for. */
const calmStart = 10_000;

/**
 * Looks every half minute what is due, and every two seconds whether a letter waits: somebody may be waiting for it to sign in.
 * Every process may run it, work is claimed in the database.
 */
export function startJobs(services: JobContext, settings: JobSettings): { stop: () => Promise<void> } {
  const mailer = settings.smtpUrl ? openMailer(settings.smtpUrl, settings.mailFrom, services.baseUrl) : null;
  const stops = [
    repeat(services, { first: calmStart, pause: 30_000 }, async () => {
      await planToday(services);
      await runDueJobs(services, settings);
    }),
    ...(mailer ? [repeat(services, { first: 0, pause: 2_000 }, () => sendWaitingMail(services, mailer.send))] : []),
  ];
  return {
    async stop() {
      const running = Promise.all(stops.map((stop) => stop()));
      await Promise.race([running, sleep(stopPatience, undefined, { ref: false })]);
      mailer?.close();
    },
  };
}

/** Works after a first while and again after each pause, in milliseconds; the result stops it and waits for what runs. */
function repeat(
  { log }: JobContext,
  { first, pause }: { first: number; pause: number },
  work: () => Promise<void>,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  const turn = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ name: (error as Error).name, message: (error as Error).message }, 'jobs failed');
    }
    if (!stopped) wait(pause);
  };
  const wait = (milliseconds: number) => {
    timer = setTimeout(() => {
      running = turn();
    }, milliseconds).unref();
  };
  wait(first);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

/**
 * Every night retention, the figures and a backup, from seven o'clock the follow-ups, and on Monday from seven o'clock the digests and
 * the coaches' weeks; in Brussels.
 */
export async function planToday({ store, now }: JobContext): Promise<void> {
  const today = brusselsDay(now());
  const plan = (kind: Kind, when: string) => planJob(store, { id: `${kind}-${when}`, kind, payload: {}, runAt: now() });
  await plan('retention', today);
  await plan('figures', today);
  await plan('backup', today);
  const hour = Number(
    new Intl.DateTimeFormat('nl-BE', { timeZone: 'Europe/Brussels', hour: 'numeric', hour12: false }).format(now()),
  );
  if (hour >= 7) await plan('follow-ups', today);
  if (weekday(today) === 1 && hour < 7) return;
  await plan('digests', isoWeek(today));
  await plan('caseload-weeks', isoWeek(today));
}

/** Runs what is due, one after the other; a failed job is tried again after its claim runs out. */
export async function runDueJobs(services: JobContext, settings: JobSettings): Promise<void> {
  for (;;) {
    const job = await claimJob(services.store, Object.keys(kinds), services.now());
    if (!job) return;
    try {
      await kinds[job.kind as Kind](services, settings);
      await finishJob(services.store, job.id, services.now());
    } catch (error) {
      services.log.error(
        { job: job.kind, name: (error as Error).name, message: (error as Error).message },
        'job failed',
      );
      await failJob(services.store, job.id, (error as Error).name);
    }
  }
}
