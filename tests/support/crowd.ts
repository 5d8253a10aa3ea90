import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { newVisitor, startAssessment, type Visitor } from './visitor.ts';

/** An answer as it was sent; `sentAt` and `at` (when it was acknowledged) in milliseconds. */
export type Sent = { id: string; assessment: string; item: string; value: string; note: string; sentAt: number };
export type Acknowledged = Sent & { at: number };

/**
 * People who answer one question after the other, as the page's script does: what was not acknowledged is sent again
 * under the same id until it is.
 */
export type Crowd = {
  /** In the order in which they came, per person in the order in which they were given. */
  acknowledged: Acknowledged[];
  /** How often a request was answered with another status, or not at all (0). */
  refused: Map<number, number>;
  rest: () => Promise<void>;
  goOn: () => void;
};

const items = ['goal-backed', 'team-heard', 'task-card'];
const values = ['not-yet', 'started', 'largely', 'in-place', 'unknown'];
const patience = 20_000;

/** Lets so many people begin a self-scan at `url`; they answer until `rest`. */
export async function gather(url: string, count: number, name = 'crowd'): Promise<Crowd> {
  const acknowledged: Acknowledged[] = [];
  const refused = new Map<number, number>();
  const people: { visitor: Visitor; assessment: string; next: () => Sent; waiting: Sent | null }[] = [];
  for (let person = 0; person < count; person++) {
    const visitor = newVisitor(url);
    const assessment = await startAssessment(visitor);
    people.push({ visitor, assessment, next: answersOf(`${name}-${person}`, assessment), waiting: null });
  }
  let active = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  async function answerOn(person: (typeof people)[number], until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      const sent: Sent = { ...(person.waiting ?? person.next()), sentAt: Date.now() };
      person.waiting = sent;
      const status = await send(person.visitor, sent);
      if (status === 200) {
        acknowledged.push({ ...sent, at: Date.now() });
        person.waiting = null;
      } else {
        refused.set(status, (refused.get(status) ?? 0) + 1);
        await sleep(20);
      }
    }
  }
  function goOn() {
    active = new AbortController();
    running = Promise.all(people.map((person) => answerOn(person, active.signal)));
  }
  goOn();
  return {
    acknowledged,
    refused,
    goOn,
    async rest() {
      active.abort();
      await running;
    },
  };
}

function answersOf(name: string, assessment: string): () => Sent {
  let count = 0;
  return () => {
    const id = `${name}-${count++}`;
    const item = items[count % items.length] as string;
    return { id, assessment, item, value: values[count % values.length] as string, note: `note ${id}`, sentAt: 0 };
  };
}

/** The status, or 0 when there was no answer. */
async function send({ save }: Visitor, { assessment, id, item, value, note }: Sent): Promise<number> {
  try {
    const answer = save(assessment, { id, item, value, note }).then(async (response) => {
      await response.arrayBuffer();
      return response.status;
    });
    return await Promise.race([answer, sleep(patience, 0, { ref: false })]);
  } catch {
    return 0;
  }
}

export type Stored = Map<string, Pick<Sent, 'value' | 'note' | 'assessment'>>;

/** Acknowledged answers that are not stored as they were sent. */
export const lostAmong = (acknowledged: Acknowledged[], stored: Stored): Acknowledged[] =>
  acknowledged.filter((one) => {
    const found = stored.get(one.id);
    return found?.value !== one.value || found.note !== one.note || found.assessment !== one.assessment;
  });

/** Every answer in a SQLite file; throws when the file is not sound. */
export function answersIn(file: string): Stored {
  const database = new Database(file, { timeout: 5000 });
  try {
    const sound = database.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') throw new Error(`${file}: ${sound}`);
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error(`${file}: rows without parent`);
    const rows = database.prepare('select id, assessment_id, value, note from answer').all() as {
      id: string;
      assessment_id: string;
      value: string;
      note: string;
    }[];
    return new Map(rows.map(({ id, assessment_id, value, note }) => [id, { assessment: assessment_id, value, note }]));
  } finally {
    database.close();
  }
}
