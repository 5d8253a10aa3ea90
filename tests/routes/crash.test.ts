import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { randomFrom } from '../support/random.ts';
import { freePort, startServer } from '../support/server.ts';
import { temporaryFolder } from '../support/stores.ts';
import { newVisitor, startAssessment, type Visitor } from '../support/visitor.ts';

/*
 * Twenty people answer while the server is killed at a moment that nobody chose. KILL_ROUNDS sets how often, SEED the
 * moments.
 */

const rounds = Number(process.env.KILL_ROUNDS ?? 5);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
const items = ['goal-backed', 'team-heard', 'task-card'];
const values = ['not-yet', 'started', 'largely', 'in-place', 'unknown'];

type Person = { visitor: Visitor; assessment: string; acknowledged: string[]; cutOff: Answer | null };
type Answer = { id: string; item: string; value: string; note: string };

test(`every acknowledged answer is there after the server was killed (${rounds} times, SEED=${seed})`, {
  timeout: 60_000 + rounds * 15_000,
}, async () => {
  const dataDir = temporaryFolder();
  const port = await freePort();
  const chance = randomFrom(seed);
  let server = await startServer({ dataDir, port });
  try {
    const people = await Promise.all(Array.from({ length: 20 }, () => begin(server.url)));
    for (let round = 1; round <= rounds; round++) {
      const answering = people.map((person, index) => answerUntilCutOff(person, `${round}-${index}`));
      await new Promise((resolve) => setTimeout(resolve, 50 + chance() * 800));
      await server.kill();
      await Promise.all(answering);
      server = await startServer({ dataDir, port });
      for (const person of people) await expectNothingLost(person);
      expectSound(join(dataDir, 'toolbox.db'));
    }
  } finally {
    await server.kill();
  }
});

async function begin(url: string): Promise<Person> {
  const visitor = newVisitor(url);
  return { visitor, assessment: await startAssessment(visitor), acknowledged: [], cutOff: null };
}

/** Answers one question after the other; the answer on its way when the server dies stays in `cutOff`. */
async function answerUntilCutOff(person: Person, name: string): Promise<void> {
  for (let count = 0; ; count++) {
    const answer = {
      id: `answer-${name}-${count}`,
      item: items[count % items.length] as string,
      value: values[count % values.length] as string,
      note: `note-${name}-${count}`,
    };
    const response = await person.visitor.save(person.assessment, answer).catch(() => null);
    if (!response) {
      person.cutOff = answer;
      return;
    }
    expect(response.status, await response.text()).toBe(200);
    person.acknowledged.push(answer.note);
  }
}

/** The answer that was cut off is sent again, as a browser does, and stands there once. */
async function expectNothingLost(person: Person): Promise<void> {
  const { visitor, assessment, acknowledged, cutOff } = person;
  if (cutOff) {
    expect((await visitor.save(assessment, cutOff)).status).toBe(200);
    acknowledged.push(cutOff.note);
  }
  const response = await visitor.get(`/files/${assessment}/own/assessment.json`);
  const own = (await response.json()) as { answers: { note: string }[] };
  expect(own.answers.map((one) => one.note)).toEqual(acknowledged);
}

function expectSound(file: string): void {
  const database = new Database(file, { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
  } finally {
    database.close();
  }
}
