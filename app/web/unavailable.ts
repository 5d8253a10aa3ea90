import { DataError } from '#app/data/data-error.ts';
import type { Store } from '#app/data/store.server.ts';

/**
 * The store for requests: when the disk is full or the database is busy, a write is refused with 503, so that pages
 * and the autosave can say so; nothing was stored.
 */
export const refusing = (store: Store): Store => ({
  ...store,
  write: (work, keeping) =>
    store.write(work, keeping).catch((error: unknown) => {
      throw isUnavailable(error) ? new Response(null, { status: 503, headers: { 'Retry-After': '5' } }) : error;
    }),
});

const isUnavailable = (error: unknown) => error instanceof DataError && ['busy', 'full', 'io'].includes(error.code);

/**
 * What is asked for stands in the database, but only a newer version of the app knows its checklist: while hosts are
 * brought up to date one by one, another host can answer, and a moment later this one.
 */
export const onlyNewerKnows = () => new Response(null, { status: 503 });

/** Whether what was thrown passes by itself: a refused write, or a database that cannot be read just now. */
export const wasRefused = (thrown: unknown): boolean =>
  (thrown instanceof Response && thrown.status === 503) || isUnavailable(thrown);
