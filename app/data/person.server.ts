import { eq } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import type { Db, Store } from './store.server.ts';

/** Somebody who signs in: an address and a language, nothing more. */
export type Person = { id: string; email: string; language: Language; createdAt: Date };

export async function findPerson({ read, t }: Store, id: string): Promise<Person | null> {
  const [row] = await read.select().from(t.person).where(eq(t.person.id, id));
  return (row as Person | undefined) ?? null;
}

/** The person with this address, made now where there is none; part of a transaction. */
export async function addPerson(tx: Db, { t }: Store, person: Person): Promise<Person> {
  await tx.insert(t.person).values(person).onConflictDoNothing();
  const [row] = await tx.select().from(t.person).where(eq(t.person.email, person.email));
  return row as Person;
}
