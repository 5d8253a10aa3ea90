import { desc, eq } from 'drizzle-orm';
import type { Store } from './store.server.ts';

/** One line of the log of an assessment: who did what, as keys of interface words; never an answer or a secret. */
export type LogLine = { id: string; at: Date; who: string; what: string; detail: Record<string, string> };

export async function writeLog({ write, t }: Store, assessmentId: string, line: LogLine) {
  await write((tx) => tx.insert(t.log).values({ ...line, assessmentId }));
}

/** Newest first, at most 100. */
export async function listLog({ read, t }: Store, assessmentId: string): Promise<LogLine[]> {
  const rows = await read
    .select({ id: t.log.id, at: t.log.at, who: t.log.who, what: t.log.what, detail: t.log.detail })
    .from(t.log)
    .where(eq(t.log.assessmentId, assessmentId))
    .orderBy(desc(t.log.at))
    .limit(100);
  return rows as LogLine[];
}
