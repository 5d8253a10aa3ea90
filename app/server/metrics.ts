import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { listLastSuccesses } from '#app/data/job.server.ts';
import { countWaitingMail } from '#app/data/mail.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { isUnlogged } from './log.ts';
import type { PatternOf } from './route-patterns.ts';

/** What this process counted since it started. */
export type Metrics = {
  /** Counts each request when it is answered. */
  count: (request: IncomingMessage, response: ServerResponse) => void;
  /** Everything in Prometheus' text format (version 0.0.4): counts and times, nothing of a person, no id. */
  page: (store: Store) => Promise<string>;
};

/** Upper bounds in seconds; what a person who answers notices begins at a tenth. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const nanoseconds = 1e-9;

export function openMetrics(patternOf: PatternOf): Metrics {
  const requests = new Map<string, number>();
  const saves = new Histogram(bounds);
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  return {
    count({ url = '', method = '' }, response) {
      if (isUnlogged(url)) return;
      const start = performance.now();
      const path = url.split('?')[0] ?? '';
      response.on('finish', () => {
        const pattern = nameOf(path, response.statusCode, patternOf);
        const labels = `method="${knownMethod(method)}",route="${pattern}",status="${response.statusCode}"`;
        requests.set(labels, (requests.get(labels) ?? 0) + 1);
        if (pattern === '/save') saves.add((performance.now() - start) / 1000);
      });
    },
    async page(store) {
      const [jobs, waitingMail] = await Promise.all([listLastSuccesses(store), countWaitingMail(store)]);
      const text = [
        ...series('requests_total', 'counter', 'Requests answered.', [...requests]),
        ...saves.lines('save_seconds', 'Time from the arrival of an answer until it was durable.'),
        ...series('event_loop_delay_seconds', 'gauge', 'How late this process was, since the page before.', [
          ['quantile="0.5"', loop.percentile(50) * nanoseconds],
          ['quantile="0.99"', loop.percentile(99) * nanoseconds],
          ['quantile="1"', loop.max * nanoseconds],
        ]),
        ...series('writes_waiting', 'gauge', 'Writes asked for and not yet durable.', [['', store.waiting()]]),
        ...series('mail_waiting', 'gauge', 'Letters not yet taken by the mail server.', [['', waitingMail]]),
        ...series(
          'job_last_success_timestamp_seconds',
          'gauge',
          'When each kind of nightly or weekly work was last done.',
          jobs.map(({ kind, doneAt }) => [`job="${kind}"`, doneAt.getTime() / 1000]),
        ),
        ...series('resident_memory_bytes', 'gauge', 'Memory of this process.', [['', process.memoryUsage.rss()]]),
        ...series('cpu_seconds_total', 'counter', 'Work of this process.', [['', cpuSeconds()]]),
        ...series('uptime_seconds', 'gauge', 'Time since this process started.', [['', process.uptime()]]),
      ];
      loop.reset();
      return `${text.join('\n')}\n`;
    },
  };
}

/** Addresses that lead nowhere share one name: else anybody could make as many as they like. */
function nameOf(path: string, status: number, patternOf: PatternOf): string {
  if (path === '/save' || path === '/visit-sync') return path;
  if (path.startsWith('/assets/')) return '/assets';
  return status === 404 ? 'not-found' : patternOf(path);
}

const knownMethod = (method: string): string => (['GET', 'HEAD', 'POST'].includes(method) ? method : 'other');

const series = (name: string, type: string, help: string, values: [labels: string, value: number][]): string[] => [
  `# HELP toolbox_${name} ${help}`,
  `# TYPE toolbox_${name} ${type}`,
  ...values.map(([labels, value]) => `toolbox_${name}${labels && `{${labels}}`} ${Number.isFinite(value) ? value : 0}`),
];

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

class Histogram {
  private readonly bounds: number[];
  private readonly counts: number[];
  private sum = 0;

  constructor(bounds: number[]) {
    this.bounds = [...bounds, Number.POSITIVE_INFINITY];
    this.counts = this.bounds.map(() => 0);
  }

  add(value: number): void {
    const at = this.bounds.findIndex((bound) => value <= bound);
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.sum += value;
  }

  lines(name: string, help: string): string[] {
    let total = 0;
    const buckets = this.bounds.map((bound, at): string => {
      total += this.counts[at] ?? 0;
      return `toolbox_${name}_bucket{le="${bound === Number.POSITIVE_INFINITY ? '+Inf' : bound}"} ${total}`;
    });
    return [
      ...series(name, 'histogram', help, []),
      ...buckets,
      `toolbox_${name}_sum ${this.sum}`,
      `toolbox_${name}_count ${total}`,
    ];
  }
}
