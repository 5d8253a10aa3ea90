import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import { type Answer, isSamePerson, type Voice } from '#app/domain/answer.ts';
import type { AnswerInput } from '#app/domain/answer-input.ts';
import { prepared, value, valueFor } from './prepared.server.ts';
import { currentRound } from './round.server.ts';
import type { Db, Store } from './store.server.ts';

/** One answer to store: what was sent, and by whom. */
export type NewAnswer = AnswerInput & {
  assessmentId: string;
  voice: Voice;
  author: string;
  authorLabel: string;
  at: Date;
};

/** What became of an answer: the answers now open on that item and voice; more than one is a conflict. */
export type Saved = { at: Date; open: string[] };

/** The id belongs to an answer of somebody else, or to another question. */
export class AnswerIdTaken extends Error {
  override name = 'AnswerIdTaken';
}

export const saveAnswer = (store: Store, answer: NewAnswer): Promise<Saved> =>
  store.write((tx) => addAnswer(tx, store, answer), 'by-row');

/** Several answers of one page, all or none. */
export const saveAnswers = (store: Store, answers: NewAnswer[]): Promise<Saved[]> =>
  store.write(async (tx) => {
    const saved: Saved[] = [];
    for (const answer of answers) saved.push(await addAnswer(tx, store, answer));
    return saved;
  }, 'by-row');

/**
 * Adds an answer to the history and to the open answers. The same id again changes nothing, so that a retry is safe.
 * Open answers that were on the writer's screen (`base`), are the writer's own or say the same give way; others stay
 * open beside it. An id that is another answer's is refused. First of all it takes the row of the assessment, as do a
 * hand-in, a move to another version and a deletion: so nobody else is at work on the same round.
 */
async function addAnswer(tx: Db, store: Store, answer: NewAnswer): Promise<Saved> {
  await markActive(tx, store, { assessmentId: answer.assessmentId, at: answer.at });
  const [known] = (await answerById(tx, store, { id: answer.id })) as KnownAnswer[];
  if (known && !isSentAgain(known, answer)) throw new AnswerIdTaken();
  const round = await currentRound(tx, store, answer.assessmentId, answer.at);
  const { assessmentId, item, voice } = answer;
  const open = (await openOnItem(tx, store, { assessmentId, round, item, voice })) as OpenAnswer[];
  if (known) return { at: known.at, open: open.map((one) => one.id) };
  const replaced = open.filter((one) => givesWay(one, answer));
  await insert(tx, store, answer, round);
  for (const { id } of replaced) await closeAnswer(tx, store, { assessmentId, id });
  await openAnswer(tx, store, { assessmentId, round, item, voice, id: answer.id });
  const others = open.filter((one) => !replaced.includes(one)).map((one) => one.id);
  return { at: answer.at, open: [...others, answer.id] };
}

type KnownAnswer = OpenAnswer & Pick<NewAnswer, 'assessmentId' | 'item' | 'voice' | 'at'>;

/** Whoever signed in between two attempts is known by another name, and says the same. */
const isSentAgain = (known: KnownAnswer, answer: NewAnswer): boolean =>
  known.assessmentId === answer.assessmentId &&
  known.item === answer.item &&
  known.voice === answer.voice &&
  (isSamePerson(known.author, answer.author) || saysTheSame(known, answer));

const answerById = prepared((db, { answer }) =>
  db
    .select()
    .from(answer)
    .where(eq(answer.id, value('id'))),
);

const closeAnswer = prepared((db, { currentAnswer }) =>
  db
    .delete(currentAnswer)
    .where(and(eq(currentAnswer.assessmentId, value('assessmentId')), eq(currentAnswer.answerId, value('id')))),
);

const openAnswer = prepared((db, { currentAnswer }) =>
  db.insert(currentAnswer).values({
    assessmentId: value('assessmentId'),
    round: value('round'),
    item: value('item'),
    voice: value('voice'),
    answerId: value('id'),
  }),
);

const markActive = prepared((db, { assessment }) =>
  db
    .update(assessment)
    .set({ activeAt: sql`${valueFor(assessment.activeAt, 'at')}` })
    .where(eq(assessment.id, value('assessmentId'))),
);

type OpenAnswer = Pick<Answer, 'id' | 'author' | 'reasonId' | 'reasonText' | 'note' | 'proof'> & { value: string };

/** Job coaches speak for themselves: what one of them says never replaces what another said. */
const givesWay = (open: OpenAnswer, answer: NewAnswer): boolean =>
  open.author === answer.author ||
  ((answer.voice !== 'job-coach' || isSamePerson(open.author, answer.author)) &&
    (answer.base.includes(open.id) || saysTheSame(open, answer)));

const saysTheSame = (open: OpenAnswer, answer: NewAnswer): boolean =>
  open.value === answer.value &&
  open.reasonId === answer.reasonId &&
  open.reasonText === answer.reasonText &&
  open.note === answer.note &&
  open.proof === answer.proof;

const openOnItem = prepared((db, t) =>
  db
    .select({
      id: t.answer.id,
      author: t.answer.author,
      value: t.answer.value,
      reasonId: t.answer.reasonId,
      reasonText: t.answer.reasonText,
      note: t.answer.note,
      proof: t.answer.proof,
    })
    .from(t.currentAnswer)
    .innerJoin(t.answer, eq(t.answer.id, t.currentAnswer.answerId))
    .where(
      and(
        eq(t.currentAnswer.assessmentId, value('assessmentId')),
        eq(t.currentAnswer.round, value('round')),
        eq(t.currentAnswer.item, value('item')),
        eq(t.currentAnswer.voice, value('voice')),
      ),
    ),
);

async function insert(tx: Db, store: Store, answer: NewAnswer, round: number) {
  const [last] = await lastSeq(tx, store, { assessmentId: answer.assessmentId });
  await addRow(tx, store, { ...answer, round, seq: (last?.seq ?? 0) + 1 });
}

const lastSeq = prepared((db, { answer }) =>
  db
    .select({ seq: max(answer.seq) })
    .from(answer)
    .where(eq(answer.assessmentId, value('assessmentId'))),
);

const addRow = prepared((db, { answer }) =>
  db.insert(answer).values({
    id: value('id'),
    assessmentId: value('assessmentId'),
    item: value('item'),
    round: value('round'),
    voice: value('voice'),
    author: value('author'),
    authorLabel: value('authorLabel'),
    value: value('value'),
    reasonId: value('reasonId'),
    reasonText: value('reasonText'),
    note: value('note'),
    proof: value('proof'),
    base: value('base'),
    at: value('at'),
    seq: value('seq'),
  }),
);

/** The open answers of every round, in order of arrival. */
export async function listOpenAnswers(store: Store, assessmentId: string): Promise<Answer[]> {
  return (await openAnswersOfAssessment(store.read, store, { assessmentId })).map(toAnswer);
}

const openAnswersOfAssessment = prepared((db, t) =>
  db
    .select(columns(t))
    .from(t.currentAnswer)
    .innerJoin(t.answer, eq(t.answer.id, t.currentAnswer.answerId))
    .where(eq(t.currentAnswer.assessmentId, value('assessmentId')))
    .orderBy(asc(t.answer.seq)),
);

/** Every answer ever given to one item, newest first. */
export async function listHistory({ read, t }: Store, assessmentId: string, item: string): Promise<Answer[]> {
  const rows = await read
    .select(columns(t))
    .from(t.answer)
    .where(and(eq(t.answer.assessmentId, assessmentId), eq(t.answer.item, item)))
    .orderBy(desc(t.answer.seq));
  return rows.map(toAnswer);
}

/** The open answers that one person gave, on whichever device, in order of arrival. */
export async function listOwnAnswers({ read, t }: Store, assessmentId: string, personId: string): Promise<Answer[]> {
  const rows = await read
    .select(columns(t))
    .from(t.currentAnswer)
    .innerJoin(t.answer, eq(t.answer.id, t.currentAnswer.answerId))
    .where(eq(t.currentAnswer.assessmentId, assessmentId))
    .orderBy(asc(t.answer.seq));
  return rows.map(toAnswer).filter(({ author }) => isSamePerson(author, personId));
}

/** Every answer ever given, in order of arrival, with the answers that were on the writer's screen. */
export async function listAllAnswers(
  { read, t }: Store,
  assessmentId: string,
): Promise<(Answer & { base: string[] })[]> {
  const rows = await read
    .select({ ...columns(t), base: t.answer.base })
    .from(t.answer)
    .where(eq(t.answer.assessmentId, assessmentId))
    .orderBy(asc(t.answer.seq));
  return rows.map((row) => ({ ...toAnswer(row), base: row.base }));
}

const columns = (t: Store['t']) => ({
  id: t.answer.id,
  item: t.answer.item,
  round: t.answer.round,
  voice: t.answer.voice,
  author: t.answer.author,
  authorLabel: t.answer.authorLabel,
  value: t.answer.value,
  reasonId: t.answer.reasonId,
  reasonText: t.answer.reasonText,
  note: t.answer.note,
  proof: t.answer.proof,
  at: t.answer.at,
  seq: t.answer.seq,
});

const toAnswer = (row: { at: Date }): Answer => ({ ...(row as unknown as Answer), at: row.at.toISOString() });
