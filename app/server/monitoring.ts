import { createHash, timingSafeEqual } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Services } from '#app/web/services.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

type Monitored = {
  services: Pick<Services, 'store' | 'log'>;
  settings: Pick<Settings, 'databaseUrl' | 'metricsToken'>;
  /** Null without METRICS_TOKEN: nobody could see them. */
  metrics: Metrics | null;
  /** Whether this process was asked to stop. */
  isStopping: () => boolean;
};

/** How long one look at the database and the disk counts, in milliseconds: asking often costs nothing more. */
const looksFor = 1000;

/**
 * What balancers and monitors ask. `/healthz`: the process lives. `/readyz`: it can do its work (the database answers,
 * its disk can be written, nobody asked it to stop), else 503. Why not stands in the log: strangers get no detail
 * (ASVS 13.4.5), and `/metrics` is a page like any that does not exist for who does not bring METRICS_TOKEN.
 */
export function monitoring({ services, settings, metrics, isStopping }: Monitored): express.Router {
  const router = express.Router();
  const findTrouble = lookSometimes(() => troubleOf(services, settings));
  router.get('/healthz', (_request, response) => void response.type('text').send(`ok ${process.pid}`));
  router.get('/readyz', async (_request, response) => {
    const trouble = isStopping() ? 'stopping' : await findTrouble();
    if (trouble) services.log.warn({ trouble }, 'not ready');
    response
      .status(trouble ? 503 : 200)
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(trouble ? 'not ready' : 'ready');
  });
  router.get('/metrics', async (request, response, next) => {
    if (!metrics || !brings(request.headers.authorization, settings.metricsToken ?? '')) return next();
    try {
      const page = await metrics.page();
      response.set('Cache-Control', 'no-store').set('Content-Type', metrics.contentType);
      response.send(page);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

function lookSometimes<T>(look: () => Promise<T>): () => Promise<T> {
  let found: { until: number; what: Promise<T> } | null = null;
  return () => {
    if (!found || performance.now() > found.until) found = { until: performance.now() + looksFor, what: look() };
    return found.what;
  };
}

/** What keeps it from working, in a word for the log. */
async function troubleOf({ store }: Monitored['services'], { databaseUrl }: Monitored['settings']) {
  try {
    await store.check();
  } catch (error) {
    return `database: ${(error as Error).message}`;
  }
  // The disk of a PostgreSQL server is seen by who runs that.
  if (store.dialect !== 'sqlite') return null;
  try {
    await tryToWrite(dirname(databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : databaseUrl.slice(5)));
    return null;
  } catch (error) {
    return `disk: ${(error as NodeJS.ErrnoException).code}`;
  }
}

async function tryToWrite(folder: string): Promise<void> {
  const file = join(folder, `.writable-${process.pid}`);
  try {
    await writeFile(file, 'x'.repeat(4096));
  } finally {
    await rm(file, { force: true });
  }
}

const brings = (header: string | undefined, token: string): boolean =>
  timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
