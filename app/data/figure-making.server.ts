import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Standing } from '#app/domain/figures/member.ts';
import type { Night, Version } from '#app/domain/figures/night.ts';
import type { PublishedRow } from '#app/domain/figures/published.ts';
import type { Db, Store } from './store.server.ts';

/** A member with what is counted of it; null once its source was erased. */
export type StandingFacts = Standing & { facts: unknown };

/** Everything that ever stood in the tables of a universe. */
export async function listStanding({ read, t }: Store, universe: string): Promise<StandingFacts[]> {
  const rows = await read.select().from(t.figureMember).where(eq(t.figureMember.universe, universe));
  return rows.map(({ member, source, organisation, account, rows: of, facts, fromNight, untilNight }) => ({
    id: member,
    source,
    organisation,
    account,
    rows: of,
    facts,
    from: fromNight,
    until: untilNight,
  }));
}

/** Every version of the tables of these scopes, with the rows that were shown. */
export async function listVersions({ read, t }: Store, scopes: readonly string[]): Promise<Version[]> {
  if (scopes.length === 0) return [];
  const rows = await read
    .select({
      scope: t.figureTable.scope,
      name: t.figureTable.name,
      night: t.figureTable.night,
      rows: t.figureTable.rows,
    })
    .from(t.figureTable)
    .where(inArray(t.figureTable.scope, [...scopes]));
  return rows.map(({ scope, name, night, rows: of }) => ({
    table: `${scope}/${name}`,
    night,
    shown: (of as PublishedRow<unknown>[]).flatMap(({ id, figures }) =>
      figures === null ? [] : [`${scope}/${name}/${id}`],
    ),
  }));
}

/** The scopes that tables exist of, such as edition:<id>. */
export const listScopes = async ({ read, t }: Store): Promise<string[]> =>
  (await read.selectDistinct({ scope: t.figureTable.scope }).from(t.figureTable)).map(({ scope }) => scope);

export async function lastNight({ read, t }: Store): Promise<number> {
  const [row] = await read.select({ number: max(t.figureNight.number) }).from(t.figureNight);
  return row?.number ?? 0;
}

/** A row to keep of a member: `assessmentId` for erasing its facts with the assessment. */
export type NewStanding = { id: string; member: Standing; facts: unknown; assessmentId: string | null };
export type NewTable = { scope: string; name: string; rows: PublishedRow<unknown>[] };

/** Writes a night in one transaction: who stands from now, who no longer, and the tables that are replaced. */
export const saveNight = (
  store: Store,
  universe: string,
  { number, closed }: Pick<Night, 'number' | 'closed'>,
  opened: readonly NewStanding[],
  tables: readonly NewTable[],
  madeAt: Date,
): Promise<void> =>
  store.write(async (tx) => {
    const { t } = store;
    for (const part of inParts(closed, 500))
      await tx
        .update(t.figureMember)
        .set({ untilNight: number, facts: null })
        .where(
          and(
            eq(t.figureMember.universe, universe),
            isNull(t.figureMember.untilNight),
            inArray(t.figureMember.member, part),
          ),
        );
    await addStanding(tx, store, universe, opened, number);
    await addNight(tx, store, number, tables, madeAt);
  });

/** The tables that are replaced in a night; part of a transaction. */
export async function addNight(tx: Db, { t }: Store, night: number, tables: readonly NewTable[], madeAt: Date) {
  await tx.insert(t.figureNight).values({ number: night, madeAt }).onConflictDoNothing();
  for (const table of tables) await tx.insert(t.figureTable).values({ ...table, night, madeAt });
}

async function addStanding(tx: Db, { t }: Store, universe: string, opened: readonly NewStanding[], night: number) {
  for (const part of inParts(opened, 100))
    await tx.insert(t.figureMember).values(
      part.map(({ id, member, facts, assessmentId }) => ({
        id,
        universe,
        source: member.source,
        member: member.id,
        organisation: member.organisation,
        account: member.account,
        rows: [...member.rows],
        facts,
        assessmentId,
        fromNight: night,
        untilNight: null,
      })),
    );
}

export const inParts = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
