import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/** Something that is counted against guessing, until its time is over; `key` is a hash. */
export type Guess = { key: string; until: Date };

/** How often each of these was counted in its time; those that were not are left out. */
export async function readGuesses({ read, t }: Store, keys: string[], now: Date): Promise<Map<string, number>> {
  const rows = await read
    .select({ key: t.guess.key, points: t.guess.points })
    .from(t.guess)
    .where(and(inArray(t.guess.key, keys), gt(t.guess.expiresAt, now)));
  return new Map(rows.map(({ key, points }) => [key, points]));
}

/** Counts each of them once more, all or none; a time that is over begins anew. */
export async function countGuesses({ write, t }: Store, guesses: Guess[], now: Date): Promise<void> {
  await write(async (tx) => {
    for (const { key, until } of guesses) {
      await tx.delete(t.guess).where(and(eq(t.guess.key, key), lte(t.guess.expiresAt, now)));
      await tx
        .insert(t.guess)
        .values({ key, points: 1, expiresAt: until })
        .onConflictDoUpdate({ target: t.guess.key, set: { points: sql`${t.guess.points} + 1` } });
    }
  });
}

/** Forgets what can no longer count. */
export async function deleteOldGuesses({ write, t }: Store, now: Date): Promise<void> {
  await write((tx) => tx.delete(t.guess).where(lte(t.guess.expiresAt, now)));
}
