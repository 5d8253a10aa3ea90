import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { type CodedFacts, codeFacts, type FactsShape, readFacts, shapeOf } from '#app/domain/figures/coded-facts.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';
import type { Db, Store } from './store.server.ts';

/* The facts of a hand-in are stored as a short text with the id of its shape before it; as they are where that cannot be. */

/** What to store of facts; part of a transaction. */
export async function keepFacts(tx: Db, { t }: Store, facts: SubmissionFacts): Promise<unknown> {
  const shape = shapeOf(facts);
  const text = codeFacts(facts, shape);
  if (text === null) return facts;
  const id = nameOfShape(shape);
  await tx
    .insert(t.factsShape)
    .values({ id, items: [...shape.items], dimensions: [...shape.dimensions] })
    .onConflictDoNothing();
  return `${id} ${text}`;
}

/** The same name for the same ids, on every machine. */
export const nameOfShape = ({ items, dimensions }: FactsShape): string =>
  createHash('sha256')
    .update(JSON.stringify([items, dimensions]))
    .digest('base64url')
    .slice(0, 8);

/** Rows with their facts as they were handed in. */
export async function withFacts<R extends { facts: unknown }>(
  store: Store,
  rows: readonly R[],
): Promise<(Omit<R, 'facts'> & { facts: SubmissionFacts })[]> {
  const reader = new FactsReader(store);
  await reader.learn(rows.map(({ facts }) => facts));
  return rows.map((row) => {
    const coded = typeof row.facts === 'string' ? reader.coded(row.facts) : null;
    return { ...row, facts: coded ? readFacts(coded) : (row.facts as SubmissionFacts) };
  });
}

/** Reads many facts, each shape once. */
export class FactsReader {
  readonly #store: Store;
  readonly #shapes = new Map<string, FactsShape>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Looks up the shapes of these that are not known yet. */
  async learn(stored: readonly unknown[]): Promise<void> {
    const ids = new Set(stored.flatMap((one) => (typeof one === 'string' ? [shapeIn(one)] : [])));
    const missing = [...ids].filter((id) => !this.#shapes.has(id));
    if (missing.length === 0) return;
    const { read, t } = this.#store;
    const rows = await read.select().from(t.factsShape).where(inArray(t.factsShape.id, missing));
    for (const { id, ...shape } of rows) this.#shapes.set(id, shape);
  }

  /** In short, however they are stored; null when that cannot be, or nobody knows their shape. */
  coded(stored: unknown): CodedFacts | null {
    if (typeof stored !== 'string') return this.#code(stored as SubmissionFacts);
    const shape = this.#shapes.get(shapeIn(stored));
    return shape ? { shape, text: stored.slice(stored.indexOf(' ') + 1) } : null;
  }

  #code(facts: SubmissionFacts): CodedFacts | null {
    const shape = shapeOf(facts);
    const text = codeFacts(facts, shape);
    if (text === null) return null;
    const id = nameOfShape(shape);
    const known = this.#shapes.get(id) ?? shape;
    this.#shapes.set(id, known);
    return { shape: known, text };
  }
}

const shapeIn = (stored: string) => stored.slice(0, stored.indexOf(' '));
