import { and, asc, count, eq, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import type { Db, Store } from './store.server.ts';

/** A mail to send: its id is its Message-ID, so the same mail is never written twice. */
export type Mail = {
  id: string;
  /** The assessment or placement it is about: deleting that takes the mail along. */
  assessmentId?: string;
  placementId?: string;
  toAddress: string;
  language: Language;
  kind: string;
  payload: Record<string, string>;
  createdAt: Date;
  attempts: number;
};

type About = { assessmentId: string | null; placementId: string | null };

/** A mail as it waits in the box. */
export type SealedMail = Omit<Mail, 'attempts' | 'assessmentId' | 'placementId'> & About;

/** Puts a mail in the box; one that is already there stays as it is. Part of a transaction. */
export async function addMail(tx: Db, { t }: Store, mail: SealedMail) {
  await tx
    .insert(t.mail)
    .values({ ...mail, attempts: 0 })
    .onConflictDoNothing();
}

/** Takes mail about a placement out of the box that still waits: of these ids, to this address, or all. */
export async function dropWaitingMail(tx: Db, { t }: Store, placementId: string, only: SQL | undefined = undefined) {
  await tx.delete(t.mail).where(and(eq(t.mail.placementId, placementId), isNull(t.mail.sentAt), only));
}

/**
 * Takes one waiting mail of these kinds whose back-off is over and counts the attempt; null when none waits. Two
 * processes never take the same one, and a kind that only another version of the app can write is left for that one.
 */
export const claimMail = (store: Store, kinds: readonly string[], now: Date): Promise<Mail | null> =>
  store.write(async (tx) => {
    const { t } = store;
    const [row] = await tx
      .select()
      .from(t.mail)
      .where(
        and(
          isNull(t.mail.sentAt),
          inArray(t.mail.kind, [...kinds]),
          lt(t.mail.attempts, mostAttempts),
          or(isNull(t.mail.nextAt), lt(t.mail.nextAt, now)),
        ),
      )
      .orderBy(asc(t.mail.createdAt))
      .limit(1);
    if (!row) return null;
    const attempts = row.attempts + 1;
    await tx
      .update(t.mail)
      .set({ attempts, nextAt: new Date(now.getTime() + backOff(attempts)) })
      .where(eq(t.mail.id, row.id));
    return { ...row, attempts } as unknown as Mail;
  });

const mostAttempts = 20;
const minute = 60_000;
/** 2, 4, 8 … minutes and then every six hours, so that a mail outlives three days without a mail server. */
const backOff = (attempts: number) => Math.min(2 ** attempts, 6 * 60) * minute;

/** A sent mail keeps its id and loses its contents. */
export async function markSent({ write, t }: Store, id: string, now: Date) {
  await write((tx) => tx.update(t.mail).set({ sentAt: now, payload: {}, toAddress: '' }).where(eq(t.mail.id, id)));
}

export async function markFailed({ write, t }: Store, id: string, error: string) {
  await write((tx) =>
    tx
      .update(t.mail)
      .set({ lastError: error.slice(0, 200) })
      .where(eq(t.mail.id, id)),
  );
}

/** Which of these letters were put in the box, also those that went since. */
export async function listPosted({ read, t }: Store, ids: string[]): Promise<string[]> {
  const rows = await read.select({ id: t.mail.id }).from(t.mail).where(inArray(t.mail.id, ids));
  return rows.map(({ id }) => id);
}

/** How many letters the mail server has not taken yet, given up or not. */
export async function countWaitingMail({ read, t }: Store): Promise<number> {
  const [row] = await read.select({ waiting: count() }).from(t.mail).where(isNull(t.mail.sentAt));
  return row?.waiting ?? 0;
}

/** Mail that was given up, and sent mail older than the moment, goes; gives how many. */
export async function deleteOldMail({ write, t }: Store, before: Date): Promise<number> {
  const rows = await write((tx) => tx.delete(t.mail).where(lt(t.mail.createdAt, before)).returning({ id: t.mail.id }));
  return rows.length;
}

/** What posting needs of the service. */
export type Post = { store: Store; seal: (text: string) => string; now: () => Date; newId: () => string };

type NewMail = Pick<Mail, 'assessmentId' | 'placementId' | 'language' | 'kind' | 'payload'> & {
  to: string;
  id?: string;
};

/** Its links are secrets, so what it says is sealed until it is sent. */
export const sealMail = (post: Omit<Post, 'store'>, mail: NewMail): SealedMail => ({
  id: mail.id ?? `${mail.kind}-${post.newId()}`,
  assessmentId: mail.assessmentId ?? null,
  placementId: mail.placementId ?? null,
  toAddress: mail.to,
  language: mail.language,
  kind: mail.kind,
  payload: { sealed: post.seal(JSON.stringify(mail.payload)) },
  createdAt: post.now(),
});

/** Puts a mail in the box. */
export const postSealed = (post: Post, mail: NewMail): Promise<void> =>
  post.store.write((tx) => addMail(tx, post.store, sealMail(post, mail)));
