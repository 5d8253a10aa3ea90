import { expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { openWorkplace } from '../support/workplace.ts';

/* More people save at once than can be stored soon: the newest are told to come back, and nothing is lost. */

test('a save that is turned away says when to come back, stores nothing, and is stored when it comes again', async () => {
  const app = await startApp();
  const { owner, id } = await openWorkplace(app);
  const save = (note: string) => owner.save(id, { id: note, item: 'goal-backed', value: 'started', note });
  const notes = Array.from({ length: 300 }, (_, number) => `note-${number}`);
  const { free } = holdDatabase(app);
  const answers = await Promise.all(
    notes.map(async (note) => {
      const answer = await save(note);
      if (answer.status === 503) free();
      return answer;
    }),
  );
  const turnedAway = notes.filter((_, number) => answers[number]?.status === 503);
  expect(turnedAway.length).toBeGreaterThan(0);
  expect(turnedAway.length).toBeLessThan(notes.length);
  for (const { status, headers } of answers)
    if (status === 503) expect(headers.get('retry-after')).toBe('1');
    else expect(status).toBe(200);
  expect(await storedNotes()).toEqual(new Set(notes.filter((one) => !turnedAway.includes(one))));
  for (const note of turnedAway) expect((await save(note)).status).toBe(200);
  expect(await storedNotes()).toEqual(new Set(notes));

  async function storedNotes() {
    const { read, t } = app.services.store;
    return new Set((await read.select({ note: t.answer.note }).from(t.answer)).map(({ note }) => note));
  }
});

/** Keeps everybody's writes waiting until it is free. */
function holdDatabase({ services }: TestApp): { free: () => void } {
  const { store } = services;
  let free = () => {};
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  services.store = { ...store, write: (work, keeping) => freed.then(() => store.write(work, keeping)) };
  return { free };
}
