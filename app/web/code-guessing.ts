import { countGuesses, readGuesses } from '#app/data/guess.server.ts';
import type { Store } from '#app/data/store.server.ts';

/** `what` is tried: each kind has counts of its own. */
type Counting = { store: Store; hash: (text: string) => string; now: () => Date; what: 'code' | 'sign-in' };

/** Tries per network address in a quarter of an hour, and per code and over all in an hour. */
type GuessingLimits = { perAddress: number; perCode: number; overAll: number };

const minute = 60_000;

/**
 * Wrong codes are limited per address, per code and over all codes together (product: journey). Right codes cost
 * nothing. When too many are wrong over all, an address that was wrong itself waits; nobody else is shut out. Counted in
 * the database, so that it is one count however many processes there are; under hashes, so that no address is kept.
 */
export function limitGuessing(
  { store, hash, now, what }: Counting,
  limits: GuessingLimits = { perAddress: 10, perCode: 5, overAll: 500 },
) {
  const keysOf = (address: string, code: string) => ({
    ofAddress: hash(`guess:${what}:address:${address}`),
    ofCode: hash(`guess:${what}:code:${code}`),
    ofAll: `${what}:all`,
  });
  return {
    /** Whether this address may try this code now. */
    async mayTry(address: string, code: string): Promise<boolean> {
      const { ofAddress, ofCode, ofAll } = keysOf(address, code);
      const counted = await readGuesses(store, [ofAddress, ofCode, ofAll], now());
      const wrong = (key: string) => counted.get(key) ?? 0;
      if (wrong(ofAddress) >= limits.perAddress || wrong(ofCode) >= limits.perCode) return false;
      return wrong(ofAll) < limits.overAll || wrong(ofAddress) === 0;
    },
    async wrong(address: string, code: string): Promise<void> {
      const { ofAddress, ofCode, ofAll } = keysOf(address, code);
      const at = now();
      const within = (minutes: number) => new Date(at.getTime() + minutes * minute);
      const guesses = [
        { key: ofAddress, until: within(15) },
        { key: ofCode, until: within(60) },
        { key: ofAll, until: within(60) },
      ];
      await countGuesses(store, guesses, at);
    },
  };
}

export type CodeGuessing = ReturnType<typeof limitGuessing>;
