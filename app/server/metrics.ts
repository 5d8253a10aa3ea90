import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { listLastSuccesses } from '#app/data/job.server.ts';
import { countWaitingMail } from '#app/data/mail.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { isUnlogged } from './log.ts';
import type { Match } from './page-matcher.ts';

/** What was counted since the start. */
export type Metrics = {
  /** Counts a request when it is answered. */
  count: (request: IncomingMessage, response: ServerResponse) => void;
  contentType: string;
  /** Everything in Prometheus' text format: counts and times, nothing of a person, no id. */
  page: () => Promise<string>;
};

/** Upper bounds in seconds; what a person who answers notices begins at a tenth. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function openMetrics(match: Match, store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'toolbox_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const saves = new Histogram({
    name: 'toolbox_save_seconds',
    help: 'Time from the arrival of an answer until it was durable.',
    buckets,
    registers,
  });
  watchStore(store, registers);
  return {
    contentType: registry.contentType,
    page: () => Registry.merge([registry, ofProcess()]).metrics(),
    count({ url = '', method = '' }, response) {
      if (isUnlogged(url)) return;
      const start = performance.now();
      const path = url.split('?')[0] ?? '';
      response.on('finish', () => {
        const route = nameOf(path, response.statusCode, match);
        requests.inc({ method: knownMethod(method), route, status: response.statusCode });
        if (route === '/save') saves.observe((performance.now() - start) / 1000);
      });
    },
  };
}

/** What waits and what was done, asked of the database when somebody looks. */
function watchStore(store: Store, registers: Registry[]): void {
  new Gauge({
    name: 'toolbox_writes_waiting',
    help: 'Writes asked for and not yet durable.',
    registers,
    collect() {
      this.set(store.waiting());
    },
  });
  new Gauge({
    name: 'toolbox_mail_waiting',
    help: 'Letters not yet taken by the mail server.',
    registers,
    async collect() {
      this.set(await countWaitingMail(store));
    },
  });
  new Gauge({
    name: 'toolbox_job_last_success_timestamp_seconds',
    help: 'When each kind of nightly or weekly work was last done.',
    labelNames: ['job'],
    registers,
    async collect() {
      for (const { kind, doneAt } of await listLastSuccesses(store)) this.set({ job: kind }, doneAt.getTime() / 1000);
    },
  });
}

/** Memory, work and lateness of this process, measured once however many ask. */
function ofProcess(): Registry {
  if (!measured) {
    measured = new Registry();
    collectDefaultMetrics({ register: measured, prefix: 'toolbox_' });
  }
  return measured;
}

let measured: Registry | null = null;

/** Addresses that lead nowhere share one name: else anybody could make as many as they like. */
function nameOf(path: string, status: number, match: Match): string {
  if (path === '/save' || path === '/visit-sync') return path;
  if (path.startsWith('/assets/')) return '/assets';
  if (status === 404) return 'not-found';
  return path === '/' ? path : (match(path.replace(/\.data$/, ''))?.pattern ?? 'other');
}

const knownMethod = (method: string): string => (['GET', 'HEAD', 'POST'].includes(method) ? method : 'other');
