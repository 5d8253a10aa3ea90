import { and, count, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Plan } from '#app/domain/figures/hand-in-rows.ts';
import type { Member, Standing } from '#app/domain/figures/member.ts';
import { shortKey } from '#app/domain/figures/short-key.ts';
import { addNight, inParts, type NewTable } from './figure-making.server.ts';
import type { Db, Store } from './store.server.ts';

/* Who of the hand-ins of a sector stands in its tables: many to a row, because there can be millions. */

/** Everybody that ever stood in the tables of a sector. */
export async function readStanding(store: Store, universe: string): Promise<Standing[]> {
  const lists = await readLists(store, universe);
  const closings = closingsIn(lists.filter(({ rows }) => rows === null));
  const earlier = await readEarlier(store, universe);
  const later = lists.flatMap(({ rows, night, members }) =>
    rows ? members.split('\n').map((line) => ({ ...memberIn(line, rows), from: night, until: null })) : [],
  );
  return [...earlier, ...later].map((span) => {
    const until = span.until ?? closings.get(span.id)?.find((night) => night > span.from) ?? null;
    return until === null ? span : { ...span, until };
  });
}

/** What finished makings wrote, in the order of the nights. */
async function readLists({ read, t }: Store, universe: string) {
  const { rows, night, members } = t.figureStanding;
  const lists = await read
    .select({ rows, night, members })
    .from(t.figureStanding)
    .innerJoin(t.figureMaking, eq(t.figureMaking.id, t.figureStanding.makingId))
    .where(eq(t.figureStanding.universe, universe))
    .orderBy(night);
  const shared = new Map<string, string[]>();
  return lists.map((list) => ({ ...list, rows: list.rows && sharedList(shared, list.rows) }));
}

function sharedList(known: Map<string, string[]>, rows: string[]): string[] {
  const name = rows.join(' ');
  const list = known.get(name) ?? rows;
  known.set(name, list);
  return list;
}

/** Per id the nights from which it stood no longer, in order. */
function closingsIn(lists: readonly { night: number; members: string }[]): Map<string, number[]> {
  const closings = new Map<string, number[]>();
  for (const { night, members } of lists)
    for (const id of members.split('\n')) closings.set(id, [...(closings.get(id) ?? []), night]);
  return closings;
}

/** Those of before there were lists. */
async function readEarlier({ read, t }: Store, universe: string): Promise<Standing[]> {
  const columns = t.figureMember;
  const rows = await read
    .select({
      id: columns.member,
      source: columns.source,
      organisation: columns.organisation,
      account: columns.account,
      rows: columns.rows,
      from: columns.fromNight,
      until: columns.untilNight,
    })
    .from(t.figureMember)
    .where(eq(t.figureMember.universe, universe));
  return rows.map((row) => ({
    ...row,
    id: row.id.split(':').map(shortKey).join(':'),
    source: shortKey(row.source),
    organisation: shortKey(row.organisation),
  }));
}

/** a for an account, b for a browser. */
const lineOf = ({ account, organisation, source, id }: Member) =>
  `${account ? 'a' : 'b'}${organisation} ${source} ${id}`;

function memberIn(line: string, rows: string[]): Member {
  const [organisation = '', source = '', id = ''] = line.split(' ');
  return { id, source, organisation: organisation.slice(1), account: organisation.startsWith('a'), rows };
}

/** Removes what a making left behind that never came to its end. */
export const dropUnfinished = (store: Store, universe: string): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const finished = tx.select({ id: t.figureMaking.id }).from(t.figureMaking);
    await tx
      .delete(t.figureStanding)
      .where(and(eq(t.figureStanding.universe, universe), notInArray(t.figureStanding.makingId, finished)));
  });

/** How many members go into one row, and how much is written before others have their turn: a few milliseconds of work. */
const membersInRow = 1000;
const membersAtOnce = 4000;
const plansAtOnce = 500;

export type Making = { id: string; universe: string; night: number };

/** Writes who comes to stand and who no longer does, in small pieces; nothing of it counts before `finishMaking`. Gives how many rows. */
export async function writeStanding(
  store: Store,
  making: Making,
  { opened, closed }: { opened: readonly Member[]; closed: readonly string[] },
  newId: () => string,
): Promise<number> {
  const lists = [
    ...[...Map.groupBy(opened, ({ rows }) => rows)].flatMap(([rows, members]) =>
      inParts(members, membersInRow).map((part) => ({ rows: [...rows], lines: part.map(lineOf) })),
    ),
    ...inParts(closed, membersInRow).map((part) => ({ rows: null, lines: [...part] })),
  ];
  const { id: makingId, universe, night } = making;
  for (const part of bySize(lists))
    await store.write((tx) =>
      tx
        .insert(store.t.figureStanding)
        .values(
          part.map(({ rows, lines }) => ({ id: newId(), makingId, universe, night, rows, members: lines.join('\n') })),
        ),
    );
  return lists.length;
}

/** Lists together, up to about so many members. */
function bySize<T extends { lines: readonly string[] }>(lists: readonly T[]): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const list of lists) {
    if (room < list.lines.length || parts.at(-1)?.length === 50) {
      parts.push([]);
      room = membersAtOnce;
    }
    parts.at(-1)?.push(list);
    room -= list.lines.length;
  }
  return parts;
}

export type CountedPlan = { submissionId: string; plan: Plan };

/**
 * Keeps the plans that stand in the figures from now on; hand-ins that went meanwhile keep none. In the order of their keys:
 * so that a piece changes few pages, however many there are.
 */
export async function keepPlans(store: Store, plans: readonly CountedPlan[]): Promise<void> {
  const inOrder = [...plans].sort((one, other) => (one.submissionId < other.submissionId ? -1 : 1));
  for (const part of inParts(inOrder, plansAtOnce))
    await store.write(async (tx) => {
      const kept = await stillThere(tx, store, part);
      if (kept.length === 0) return;
      await tx
        .insert(store.t.countedPlan)
        .values(kept)
        .onConflictDoUpdate({ target: store.t.countedPlan.submissionId, set: { plan: sql`excluded.plan` } });
    });
}

async function stillThere(tx: Db, { t }: Store, plans: CountedPlan[]): Promise<CountedPlan[]> {
  const ids = plans.map(({ submissionId }) => submissionId);
  const there = await tx.select({ id: t.submission.id }).from(t.submission).where(inArray(t.submission.id, ids));
  if (there.length === plans.length) return plans;
  const known = new Set(there.map(({ id }) => id));
  return plans.filter(({ submissionId }) => known.has(submissionId));
}

/**
 * From here on the making counts, and its tables are there: all in one transaction. Throws when the night was made already, or
 * when somebody else who makes it took these rows (`written`) for left behind.
 */
export const finishMaking = (
  store: Store,
  making: Making,
  written: number,
  tables: readonly NewTable[],
  madeAt: Date,
): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    const own = and(eq(t.figureStanding.universe, making.universe), eq(t.figureStanding.makingId, making.id));
    const [found] = await tx.select({ rows: count() }).from(t.figureStanding).where(own);
    if (found?.rows !== written) throw new Error(`Figures of ${making.universe} are being made twice.`);
    await tx.insert(t.figureMaking).values(making);
    await addNight(tx, store, making.night, tables, madeAt);
  });
