import { and, eq, lt, notExists } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import type { Db, Store } from './store.server.ts';

/** Somebody who signs in: an address and a language, nothing more. */
export type Person = {
  id: string;
  email: string;
  language: Language;
  createdAt: Date;
  /** When they last signed in. */
  activeAt: Date;
  /** When a mail said that the account will go. */
  warnedAt: Date | null;
};

export async function findPerson({ read, t }: Store, id: string): Promise<Person | null> {
  const [row] = await read.select().from(t.person).where(eq(t.person.id, id));
  return (row as Person | undefined) ?? null;
}

export async function findPersonByEmail({ read, t }: Store, email: string): Promise<Person | null> {
  const [row] = await read.select().from(t.person).where(eq(t.person.email, email));
  return (row as Person | undefined) ?? null;
}

/** The person with this address, who now signs in, made where there is none; part of a transaction. */
export async function addPerson(tx: Db, store: Store, person: Omit<Person, 'activeAt' | 'warnedAt'>): Promise<Person> {
  const { t } = store;
  await tx
    .insert(t.person)
    .values({ ...person, activeAt: person.createdAt })
    .onConflictDoNothing();
  const [row] = await tx.select({ id: t.person.id }).from(t.person).where(eq(t.person.email, person.email));
  return markActive(tx, store, row?.id as string, person.createdAt);
}

/** Notes that somebody signed in; a warning that the account will go is taken back. Part of a transaction. */
export async function markActive(tx: Db, { t }: Store, id: string, now: Date): Promise<Person> {
  const [row] = await tx.update(t.person).set({ activeAt: now, warnedAt: null }).where(eq(t.person.id, id)).returning();
  return row as Person;
}

export async function saveLanguage({ write, t }: Store, id: string, language: Language) {
  await write((tx) => tx.update(t.person).set({ language }).where(eq(t.person.id, id)));
}

/** People without organisation and placements who did not sign in since a moment. */
export async function listQuietPeople({ read, t }: Store, before: Date): Promise<Person[]> {
  const memberships = read.select({ id: t.membership.personId }).from(t.membership);
  const placements = read.select({ id: t.placement.id }).from(t.placement);
  const rows = await read
    .select()
    .from(t.person)
    .where(
      and(
        lt(t.person.activeAt, before),
        notExists(memberships.where(eq(t.membership.personId, t.person.id))),
        notExists(placements.where(eq(t.placement.coachId, t.person.id))),
      ),
    );
  return rows as Person[];
}

/** Notes that the mail was sent that says when the account goes. */
export async function markWarned({ write, t }: Store, id: string, now: Date) {
  await write((tx) => tx.update(t.person).set({ warnedAt: now }).where(eq(t.person.id, id)));
}
