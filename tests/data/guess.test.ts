import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countGuesses, deleteOldGuesses, readGuesses } from '#app/data/guess.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { limitGuessing } from '#app/web/code-guessing.ts';
import { engines, freshStore } from '../support/stores.ts';

/* Guesses are counted in the database: whichever process counts, every process sees it. */

const noon = new Date('2026-11-26T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const hash = (text: string) => `hash of ${text.length}:${[...text].reverse().join('')}`;

describe.each(engines)('guesses on %s', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  beforeEach(() => store.write((tx) => tx.delete(store.t.guess)));
  const count = (key: string, at = noon) => countGuesses(store, [{ key, until: later(60) }], at);
  const counted = async (at = noon) => Object.fromEntries(await readGuesses(store, ['a', 'b', 'c'], at));

  test('that come at once are all counted', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => count(at % 3 === 0 ? 'a' : 'b')));
    expect(await counted()).toEqual({ a: 4, b: 8 });
  });

  test('count until their time is over and then begin anew', async () => {
    await count('a');
    expect(await counted(later(59))).toEqual({ a: 1 });
    expect(await counted(later(60))).toEqual({});
    await countGuesses(store, [{ key: 'a', until: later(120) }], later(60));
    expect(await counted(later(61))).toEqual({ a: 1 });
  });

  test('whose time is over are forgotten', async () => {
    await count('a');
    await countGuesses(store, [{ key: 'b', until: later(15) }], noon);
    await deleteOldGuesses(store, later(15));
    expect((await store.read.select({ key: store.t.guess.key }).from(store.t.guess)).map(({ key }) => key)).toEqual([
      'a',
    ]);
  });

  test('are one count for two processes, and one of each kind; no address is kept', async () => {
    const process = (what: 'code' | 'sign-in') => limitGuessing({ store, hash, now: () => noon, what });
    const [one, two] = [process('code'), process('code')];
    for (let at = 0; at < 5; at++) await one.wrong('192.0.2.1', `code-${at}`);
    expect(await two.mayTry('192.0.2.1', 'another')).toBe(true);
    for (let at = 5; at < 10; at++) await two.wrong('192.0.2.1', `code-${at}`);
    for (const each of [one, two]) expect(await each.mayTry('192.0.2.1', 'another')).toBe(false);
    expect(await two.mayTry('192.0.2.2', 'another')).toBe(true);
    expect(await process('sign-in').mayTry('192.0.2.1', 'another')).toBe(true);
    expect(JSON.stringify(await store.read.select().from(store.t.guess))).not.toContain('192.0.2.1');
  });
});
