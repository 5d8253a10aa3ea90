import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Wrong codes are limited per address, per code and over all codes together (product: journey). Right codes cost
 * nothing. When too many are wrong over all, an address that was wrong itself waits; nobody else is shut out.
 */
export function limitGuessing(limits: GuessingLimits = { perAddress: 10, perCode: 5, overAll: 500 }) {
  const perAddress = new RateLimiterMemory({ points: limits.perAddress, duration: 15 * 60 });
  const perCode = new RateLimiterMemory({ points: limits.perCode, duration: 60 * 60 });
  const overAll = new RateLimiterMemory({ points: limits.overAll, duration: 60 * 60 });
  const all = (address: string, code: string) =>
    [
      [perAddress, address],
      [perCode, code],
      [overAll, 'all'],
    ] as const;
  return {
    /** Whether this address may try this code now. */
    async mayTry(address: string, code: string): Promise<boolean> {
      const spent = await Promise.all(
        all(address, code).map(async ([limiter, key]) => (await limiter.get(key))?.remainingPoints === 0),
      );
      const [addressSpent, codeSpent, allSpent] = spent;
      if (addressSpent || codeSpent) return false;
      return !allSpent || (await perAddress.get(address)) === null;
    },
    async wrong(address: string, code: string): Promise<void> {
      await Promise.all(all(address, code).map(([limiter, key]) => limiter.consume(key).catch(() => undefined)));
    },
  };
}

/** Tries per network address in a quarter of an hour, and per code and over all in an hour. */
type GuessingLimits = { perAddress: number; perCode: number; overAll: number };

export type CodeGuessing = ReturnType<typeof limitGuessing>;
