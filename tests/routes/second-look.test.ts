import { beforeEach, expect, test } from 'vitest';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { signIn } from '../support/people.ts';
import { askedItems, openWorkplace, type Workplace } from '../support/workplace.ts';

/* A typed text that looks like something about a person comes back once (product: what is assessed). */

let app: TestApp;
let workplace: Workplace;
const [item] = askedItems();
const id = item?.id ?? '';
const pointing = 'Bel mij op jan.peeters@voorbeeld.be';

beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
});

const save = (note: string, value: string, keep?: boolean) =>
  ask(app, workplace.owner, '/save', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      assessment: workplace.id,
      language: 'nl',
      keep,
      answer: { id: crypto.randomUUID(), item: id, value, reasonId: null, reasonText: '', note, proof: '', base: [] },
    }),
  });
const notes = async () => {
  const { read, t } = app.services.store;
  return (await read.select().from(t.answer)).map((one) => one.note);
};
const section = () => `${workplace.base}/sections/${item?.dimension}`;

test('autosave holds it until it is confirmed, and does not ask again for a text that stands', async () => {
  const refused = await save(pointing, 'started');
  expect([refused.status, await refused.json()]).toEqual([422, { error: 'error.identity' }]);
  expect(await notes()).toEqual([]);
  expect((await save(pointing, 'started', true)).status).toBe(200);
  expect((await save(pointing, 'largely')).status).toBe(200);
  expect(await notes()).toEqual([pointing, pointing]);
});

test('a section without script gives it back beside the question, with what was typed and a box to keep it', async () => {
  const form = { [`${id}.value`]: 'started', [`${id}.id`]: 'one', [`${id}.base`]: '', [`${id}.note`]: pointing };
  const back = await workplace.owner.post(section(), form);
  expect(back.status).toBe(422);
  const page = await back.text();
  expect(page).toContain(pointing);
  expect(page).toMatch(new RegExp(`data-keep="true"><input type="checkbox" name="keep-${id}"`));
  expect((await workplace.owner.post(section(), { ...form, [`keep-${id}`]: 'yes' })).status).toBe(302);
  expect(await notes()).toEqual([pointing]);
});

test('an action gives it back beside its field', async () => {
  const action = { title: 'Onthaalkaart', owner: '', due: '', status: 'todo', instrument: '', note: pointing };
  const form = { ...action, doneBy: '', doneAt: '', doneHow: '' };
  const back = await workplace.owner.post(`${workplace.base}/plan/new`, form);
  expect(back.status).toBe(422);
  expect(await back.text()).toContain('name="keep-note"');
  expect((await workplace.owner.post(`${workplace.base}/plan/new`, { ...form, 'keep-note': 'yes' })).status).toBe(302);
});

test('the name of an organisation and one’s function there come back beside their fields', async () => {
  const { visitor } = await signIn(app, 'eigenaar@example.org');
  const form = { kind: 'employer', name: pointing, label: pointing };
  const back = await visitor.post('/nl/organisations', form);
  expect(back.status).toBe(422);
  const page = await back.text();
  for (const name of ['keep-name', 'keep-label']) expect(page).toContain(`name="${name}"`);
  const kept = await visitor.post('/nl/organisations', { ...form, 'keep-name': 'yes', 'keep-label': 'yes' });
  const organisation = String(kept.headers.get('Location'));
  expect((await visitor.post(organisation, { name: `${pointing}!` })).status).toBe(422);
  expect((await visitor.post(organisation, { name: `${pointing}!`, 'keep-name': 'yes' })).status).toBe(302);
  const people = `${organisation}/people`;
  expect((await visitor.post(people, { intent: 'label', label: `${pointing}!` })).status).toBe(422);
  expect((await visitor.post(people, { intent: 'label', label: `${pointing}!`, 'keep-label': 'yes' })).status).toBe(
    302,
  );
});
