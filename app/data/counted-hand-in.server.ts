import { and, asc, eq, gt, gte, inArray, lte, ne } from 'drizzle-orm';
import type { Context } from '#app/domain/context.ts';
import type { CodedFacts } from '#app/domain/figures/coded-facts.ts';
import type { CountedHandIn, Plan } from '#app/domain/figures/hand-in-rows.ts';
import { FactsReader } from './facts.server.ts';
import type { Store } from './store.server.ts';

/** A hand-in that may be counted; `countedPlan` is the plan that stands beside it in the figures, null while there is none. */
export type HandInSource = CountedHandIn & { coded: CodedFacts; countedPlan: Plan | null };

/** How many hand-ins are read at a time. */
const atOnce = 2000;

/**
 * The hand-ins of a sector that may be counted, those of one assessment together: with consent, of an employer, and in the
 * demo only there. Read in pieces: a sector can be larger than memory.
 */
export async function* countedHandIns(store: Store, sector: string, demo: boolean): AsyncIterable<HandInSource[]> {
  const reader = new FactsReader(store);
  const others = await readOthers(store);
  for (let after = ''; ; ) {
    const rows = await readPage(store, sector, demo, after);
    const whole = rows.length < atOnce ? rows : rows.filter((row) => row.assessmentId !== rows.at(-1)?.assessmentId);
    const [first, last] = [whole[0], whole.at(-1)];
    if (!first || !last) return;
    await reader.learn(whole.map(({ facts }) => facts));
    const plans = await readPlans(store, first.assessmentId, last.assessmentId);
    const counted = whole.filter(({ organisationId }) => organisationId === null || !others.has(organisationId));
    const sources = counted.flatMap((row) => sourceOf(row, sector, reader, plans));
    yield* Map.groupBy(sources, ({ assessmentId }) => assessmentId).values();
    if (rows.length < atOnce) return;
    after = last.assessmentId;
  }
}

type StoredHandIn = Awaited<ReturnType<typeof readPage>>[number];

const readPage = ({ read, t }: Store, sector: string, demo: boolean, after: string) =>
  read
    .select({
      id: t.submission.id,
      assessmentId: t.submission.assessmentId,
      organisationId: t.assessment.organisationId,
      countingKey: t.submission.countingKey,
      editionId: t.submission.editionId,
      context: t.submission.context,
      at: t.submission.at,
      facts: t.submission.facts,
      countedPlan: t.countedPlan.plan,
    })
    .from(t.submission)
    .innerJoin(t.assessment, eq(t.assessment.id, t.submission.assessmentId))
    .leftJoin(t.countedPlan, eq(t.countedPlan.submissionId, t.submission.id))
    .where(
      and(
        eq(t.submission.sector, sector),
        gt(t.submission.assessmentId, after),
        eq(t.submission.counted, true),
        eq(t.assessment.demo, demo),
      ),
    )
    .orderBy(asc(t.submission.assessmentId))
    .limit(atOnce);

/** Organisations that are no employers: few, so that they need not be looked up for every hand-in. */
async function readOthers({ read, t }: Store): Promise<Set<string>> {
  const rows = await read
    .select({ id: t.organisation.id })
    .from(t.organisation)
    .where(ne(t.organisation.kind, 'employer'));
  return new Set(rows.map(({ id }) => id));
}

const emptyPlan: Plan = { chosen: [], finished: [], instruments: [] };

/** Facts that are none of ours, such as of a file that somebody changed, are not counted. */
function sourceOf(row: StoredHandIn, sector: string, reader: FactsReader, plans: Map<string, Plan>): HandInSource[] {
  const { organisationId, countingKey, facts } = row;
  const coded = reader.coded(facts);
  if (!coded) return [];
  return [
    {
      id: row.id,
      assessmentId: row.assessmentId,
      editionId: row.editionId,
      at: row.at,
      context: row.context as Context,
      countedPlan: row.countedPlan as Plan | null,
      coded,
      sector,
      organisation: organisationId ?? countingKey,
      account: organisationId !== null,
      plan: plans.get(row.assessmentId) ?? emptyPlan,
    },
  ];
}

/** Per assessment between these two: the remedies it took on and finished, and the instruments it uses. */
async function readPlans({ read, t }: Store, first: string, last: string): Promise<Map<string, Plan>> {
  const rows = await read
    .select({
      assessmentId: t.action.assessmentId,
      remedy: t.action.remedy,
      status: t.action.status,
      instrument: t.action.instrument,
    })
    .from(t.action)
    .where(
      and(
        gte(t.action.assessmentId, first),
        lte(t.action.assessmentId, last),
        inArray(t.action.status, ['todo', 'doing', 'done']),
      ),
    );
  return new Map(
    [...Map.groupBy(rows, (row) => row.assessmentId)].map(([id, actions]) => [
      id,
      {
        chosen: idsOf(actions.map(({ remedy }) => remedy)),
        finished: idsOf(actions.filter(({ status }) => status === 'done').map(({ remedy }) => remedy)),
        instruments: idsOf(actions.map(({ instrument }) => instrument)),
      },
    ]),
  );
}

const idsOf = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))].sort();
