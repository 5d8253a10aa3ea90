import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import { occurs } from '../exports/occurs.ts';
import { pdfText } from '../exports/pdf-text.ts';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { createCoaching, type SignedInVisitor, shareWithCoach, signIn, storePlacement } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { invite, openWorkplace } from '../support/workplace.ts';

/* The tools of the work floor are the coach's alone. */

let app: TestApp;
let coach: SignedInVisitor;
let placement: StoredPlacement;
let base: string;
let others: Record<string, Visitor>;

beforeAll(async () => {
  app = await startApp();
  coach = await signIn(app, 'coach@example.org');
  const workplace = await openWorkplace(app);
  const manager = await signIn(app, 'manager@example.org');
  const organisationId = await createCoaching(app, manager);
  const { store } = app.services;
  const membership = { organisationId, personId: coach.id, role: 'member', joinedAt: new Date() } as const;
  await store.write((tx) => tx.insert(store.t.membership).values(membership));
  placement = await storePlacement(app, coach, { assessmentId: workplace.id, organisationId, code: 'Anker 42' });
  base = `/nl/placements/${placement.id}`;
  const colleague = await signIn(app, 'other-coach@example.org');
  await shareWithCoach(workplace, colleague);
  others = {
    nobody: app.visitor(),
    manager: manager.visitor,
    host: workplace.owner,
    'host’s colleague': (await invite(workplace, 'colleague')).visitor,
    reader: (await invite(workplace, 'reader')).visitor,
    'another coach with whom the self-scan is shared': colleague.visitor,
  };
});

const task = {
  ...{ title: 'Tafels dekken', when: 'early', minutes: '45', per: 'day', needs: ['fixed-hours'], risk: 'none' },
  ...{ adapted: '', doneBy: 'Keukenmedewerker', carve: 'yes' },
};
const job = {
  title: 'Keukenhulp ontbijt',
  daysPerWeek: '5',
  redLines: 'Nooit alleen\nGeen nachtwerk',
  asks: 'Zin in koken',
};
const tasks = async () => {
  const { read, t } = app.services.store;
  return (await read.select().from(t.task)).filter((one) => one.placementId === placement.id);
};
const addresses = () => [
  `${base}/tasks`,
  `${base}/carve`,
  `${base}/visit`,
  `/files/placements/${placement.id}/job-card.pdf`,
];

test('its coach opens every tool; for everybody else it is not there, and not there is the same', async () => {
  for (const path of addresses()) {
    expect((await coach.visitor.get(path)).status, path).toBe(200);
    expect((await coach.visitor.get(path.replace(placement.id, 'none'))).status, path).toBe(404);
    for (const [who, visitor] of Object.entries(others)) expect((await visitor.get(path)).status, who).toBe(404);
  }
});

test('nobody else changes anything', async () => {
  await coach.visitor.post(`${base}/tasks`, task);
  const [stored] = await tasks();
  const before = await everything(app);
  for (const [who, visitor] of Object.entries(others)) {
    const posts: [string, Record<string, string | string[]>][] = [
      [`${base}/tasks`, task],
      [`${base}/tasks/${stored?.id}`, { intent: 'remove' }],
      [`${base}/carve`, job],
      [`${base}/visit`, { intent: 'start' }],
      [`${base}/visit`, { kind: 'note', id: crypto.randomUUID(), text: 'Overgenomen' }],
    ];
    for (const [path, fields] of posts) expect((await visitor.post(path, fields)).status, `${who} ${path}`).toBe(404);
  }
  expect(await everything(app)).toBe(before);
});

test('tasks are noted, changed and taken away, and the hours follow', async () => {
  await coach.visitor.post(`${base}/tasks`, { ...task, title: 'Afwassen', minutes: '90', carve: 'maybe' });
  const stored = (await tasks()).find(({ title }) => title === 'Afwassen');
  await coach.visitor.post(`${base}/tasks/${stored?.id}`, { ...task, title: 'Afwassen', minutes: '60', per: 'week' });
  expect((await tasks()).find(({ id }) => id === stored?.id)).toMatchObject({ minutes: 60, per: 'week', carve: 'yes' });
  const page = await (await coach.visitor.get(`${base}/carve`)).text();
  expect(page).toContain('4 uur 45 minuten');
  await coach.visitor.post(`${base}/tasks/${stored?.id}`, { intent: 'remove' });
  expect((await tasks()).map(({ title }) => title)).not.toContain('Afwassen');
});

test('a task of another placement can be neither read nor changed through this one', async () => {
  const elsewhere = await storePlacement(app, coach);
  const [stored] = await tasks();
  const path = `/nl/placements/${elsewhere.id}/tasks/${stored?.id}`;
  const before = await everything(app);
  expect((await coach.visitor.get(path)).status).toBe(404);
  expect((await coach.visitor.post(path, { ...task, title: 'Overgenomen' })).status).toBe(404);
  expect((await coach.visitor.post(path, { intent: 'remove' })).status).toBe(404);
  expect(await everything(app)).toBe(before);
});

describe('bad input keeps what was typed and changes nothing', () => {
  test.each([
    ['no title', { title: ' ' }, 'Vul dit nog in.'],
    ['half a minute', { minutes: '0.5' }, 'Vul hele minuten in'],
    ['more than a day', { minutes: '1441' }, 'Vul hele minuten in'],
    ['an unknown moment', { when: 'teatime' }, 'Kies een antwoord.'],
    ['a national number', { title: 'Dekken 85.07.30-033 28' }, 'Dit lijkt een gegeven van een persoon'],
  ])('%s', async (_, over, message) => {
    const before = await everything(app);
    const answer = await coach.visitor.post(`${base}/tasks`, { ...task, ...over });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(message);
    expect(page).toContain('value="Keukenmedewerker"');
    expect(await everything(app)).toBe(before);
  });

  test('what looks like a person is stored once it is confirmed that it is not', async () => {
    const typed = { ...task, title: 'Bestellen bij 09 123 45 67', 'keep-title': 'yes' };
    expect((await coach.visitor.post(`${base}/tasks`, typed)).status).toBe(302);
    const stored = (await tasks()).find(({ title }) => title === typed.title);
    await coach.visitor.post(`${base}/tasks/${stored?.id}`, { intent: 'remove' });
  });
});

test.each(['nl', 'en'])(
  'the job card says all that was typed and nothing of the placement’s code: %s',
  async (language) => {
    await coach.visitor.post(`${base}/carve`, job);
    const risky = { ...task, title: 'Snijmachine reinigen', risk: 'high' };
    await coach.visitor.post(`${base}/tasks`, risky);
    const answer = await coach.visitor.get(`/files/placements/${placement.id}/job-card.pdf?lang=${language}`);
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
    const file = Buffer.from(await answer.arrayBuffer());
    const text = pdfText(file);
    const typed = [job.title, 'Nooit alleen', 'Geen nachtwerk', job.asks, task.title, risky.title, placement.hostName];
    expect(typed.filter((one) => !occurs(one, text))).toEqual([]);
    for (const hidden of ['Anker', '42', placement.id, coach.email, task.doneBy])
      expect(occurs(hidden, text), hidden).toBe(false);
  },
);

test('a closed placement can be read and takes nothing more', async () => {
  const closed = await storePlacement(app, coach, { closedOn: '2026-11-20', phase: 'closed' });
  const at = `/nl/placements/${closed.id}`;
  const before = await everything(app);
  for (const path of ['/tasks', '/carve', '/visit']) expect((await coach.visitor.get(at + path)).status).toBe(200);
  expect((await coach.visitor.post(`${at}/tasks`, task)).status).toBe(404);
  expect((await coach.visitor.post(`${at}/carve`, job)).status).toBe(404);
  await coach.visitor.post(`${at}/visit`, { intent: 'start' });
  expect(await everything(app)).toBe(before);
});

test('whatever is in a form of the floor, the answer is never a failure', async () => {
  const names = [...Object.keys(task), ...Object.keys(job), 'kind', 'id', 'text', 'weight', 'intent', '__proto__'];
  const text = fc.oneof(
    fc.constantFrom('', 'threshold', 'weigh', 'answer', 'note', 'high', 'remove', '\0', '1e9', '__proto__'),
    fc.string({ unit: 'binary', maxLength: 40 }).map((one) => one.toWellFormed()),
  );
  const own = await startApp();
  const someone = await signIn(own, 'someone@example.org');
  const at = `/nl/placements/${(await storePlacement(own, someone)).id}`;
  for (const path of [`${at}/tasks`, `${at}/carve`, `${at}/visit`])
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 9 }), async (fields) => {
        const answer = await someone.visitor.post(path, fields);
        expect(answer.status, path).toBeLessThan(500);
        await answer.arrayBuffer();
      }),
      { numRuns: 10 },
    );
  expect(own.log.filter((line) => line.includes('request failed'))).toEqual([]);
});
