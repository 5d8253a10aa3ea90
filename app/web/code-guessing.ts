import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Wrong codes are limited per address, per code and over all codes together (product: journey). Right codes cost
 * nothing. When too many are wrong over all, an address that was wrong itself waits; nobody else is shut out.
 */
export function limitGuessing() {
  const perAddress = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
  const perCode = new RateLimiterMemory({ points: 5, duration: 60 * 60 });
  const overAll = new RateLimiterMemory({ points: 500, duration: 60 * 60 });
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

export type CodeGuessing = ReturnType<typeof limitGuessing>;
