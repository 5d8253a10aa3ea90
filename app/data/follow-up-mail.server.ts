import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Language } from '#app/domain/checklist.ts';
import {
  type FollowUpMail,
  type FollowUpSide,
  followUpMailKinds,
  followUpMailsDue,
} from '#app/domain/follow-up-schedule.ts';
import { ensureFollowUp, type FollowUpRow, readFollowUps } from './follow-up.server.ts';
import { addMail, dropWaitingMail, type SealedMail } from './mail.server.ts';
import type { StoredPlacement } from './placement.server.ts';
import type { Db, Store } from './store.server.ts';

/** Who gets the mails of one side; `personId` null: the address at the host. */
export type FollowUpReader = { email: string; language: Language; personId: string | null };
/** A mail that is due and all that it may speak of; `token` null: its reader signs in. */
export type FollowUpLetter = {
  id: string;
  placement: StoredPlacement;
  mail: FollowUpMail;
  reader: FollowUpReader;
  token: string | null;
};
/** What making letters takes from outside the database; it changes nothing there, because work may run again. */
export type LetterWriter = {
  write: (letter: FollowUpLetter) => SealedMail;
  newId: () => string;
  newToken: () => string;
  hash: (text: string) => string;
  seal: (text: string) => string;
  unseal: (sealed: string) => string | null;
};

/** Open placements whose contract has begun. */
export async function listFollowedPlacements({ read, t }: Store, today: string): Promise<StoredPlacement[]> {
  const begun = and(isNotNull(t.placement.firstContractDay), lte(t.placement.firstContractDay, today));
  const rows = await read
    .select()
    .from(t.placement)
    .where(and(isNull(t.placement.closedOn), begun));
  return rows as StoredPlacement[];
}

/**
 * Puts the follow-up mails of a placement that are due in the box and notes that they went, all together, so that none
 * goes twice, whoever asks at the same moment; gives how many.
 */
export const postDueFollowUps = (store: Store, id: string, today: string, writer: LetterWriter): Promise<number> =>
  store.write(async (tx) => {
    const { t } = store;
    const [placement] = (await tx.select().from(t.placement).where(eq(t.placement.id, id))) as StoredPlacement[];
    if (!placement) return 0;
    const due = followUpMailsDue((await readFollowUps(tx, store, placement)).history, today);
    let posted = 0;
    for (const mail of due) {
      const reader = await readerOf(tx, store, placement, mail.side);
      if (!reader) continue;
      await postFollowUp(tx, store, { placement, mail, reader }, writer);
      posted += 1;
    }
    return posted;
  });

/** The coach while they belong to the organisation and did not stop these mails; the host while it left an address. */
async function readerOf(tx: Db, store: Store, placement: StoredPlacement, side: FollowUpSide) {
  if (side === 'coach') return coachOf(tx, store, placement);
  return placement.hostEmail === ''
    ? null
    : { email: placement.hostEmail, language: placement.language, personId: null };
}

async function coachOf(tx: Db, { t }: Store, placement: StoredPlacement): Promise<FollowUpReader | null> {
  if (placement.coachId === null) return null;
  const [coach] = await tx
    .select({ email: t.person.email, language: t.person.language, personId: t.person.id })
    .from(t.person)
    .innerJoin(t.membership, eq(t.membership.personId, t.person.id))
    .where(and(eq(t.person.id, placement.coachId), eq(t.membership.organisationId, placement.organisationId)));
  const [stopped] = await tx
    .select({ at: t.followUpStop.at })
    .from(t.followUpStop)
    .where(and(eq(t.followUpStop.placementId, placement.id), eq(t.followUpStop.personId, placement.coachId)));
  return coach && !stopped ? coach : null;
}

/** An earlier mail about the same that still waits makes way: after a day without mail server one mail comes, not two. */
async function postFollowUp(tx: Db, store: Store, letter: Omit<FollowUpLetter, 'id' | 'token'>, writer: LetterWriter) {
  const { t } = store;
  const { placement, mail, reader } = letter;
  const row = await ensureFollowUp(tx, store, placement.id, mail.month, writer.newId());
  const opens = mail.side === 'employer' ? linkFor(row, reader.email, writer) : null;
  await tx
    .update(t.followUp)
    .set({ sent: [...row.sent, mail], ...opens?.kept })
    .where(eq(t.followUp.id, row.id));
  await dropFollowUpMail(tx, store, placement.id, row.id, mail.side);
  const token = opens?.token ?? null;
  await addMail(tx, store, writer.write({ ...letter, id: mailId(row.id, mail.side, mail.kind), token }));
}

/** The same link for the same address; another address at the host gets another, and the first opens no more. */
function linkFor(row: FollowUpRow, email: string, { hash, ...writer }: LetterWriter) {
  const mailedToHash = hash(email);
  const known = row.mailedToHash === mailedToHash && row.sealedToken !== null ? writer.unseal(row.sealedToken) : null;
  const token = known ?? writer.newToken();
  return { token, kept: { mailedToHash, tokenHash: hash(token), sealedToken: writer.seal(token) } };
}

/** Takes the mails of one side of a month out of the box that still wait; part of a transaction. */
export const dropFollowUpMail = (tx: Db, store: Store, placementId: string, followUpId: string, side: FollowUpSide) =>
  dropWaitingMail(
    tx,
    store,
    placementId,
    inArray(
      store.t.mail.id,
      followUpMailKinds.map((kind) => mailId(followUpId, side, kind)),
    ),
  );

const mailId = (followUpId: string, side: FollowUpSide, kind: string) => `follow-up-${followUpId}-${side}-${kind}`;
