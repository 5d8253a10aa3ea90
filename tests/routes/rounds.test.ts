import { expect, test } from 'vitest';
import { brusselsDay } from '#app/domain/calendar.ts';
import { startApp } from '../support/app.ts';
import { askedItems, handIn, openWorkplace } from '../support/workplace.ts';

const [up, down] = askedItems().filter((one) => one.kind === 'prerequisite');

test('two hand-ins side by side say what moved, and which finished action goes with it', async () => {
  const app = await startApp();
  const workplace = await openWorkplace(app);
  const { owner, base, id } = workplace;
  const rounds = async () => (await (await owner.get(`${base}/rounds`)).text()).replaceAll('<!-- -->', '');
  await owner.save(id, { item: up?.id ?? '', value: 'not-yet' });
  await owner.save(id, { item: down?.id ?? '', value: 'in-place' });
  expect((await handIn(workplace, owner)).status).toBe(302);
  expect(await rounds()).toContain('Dien later opnieuw in');
  const done = { status: 'done', doneBy: 'HR', doneAt: brusselsDay(new Date()), doneHow: 'gezien' };
  const action = { title: 'Onthaalkaart gemaakt', owner: '', due: '', instrument: '', note: '', items: [up?.id ?? ''] };
  await owner.post(`${base}/plan/new`, { ...action, ...done });
  await owner.save(id, { item: up?.id ?? '', value: 'largely' });
  await owner.save(id, { item: down?.id ?? '', value: 'started' });
  expect((await handIn(workplace, owner, { kind: 'in-between' })).status).toBe(302);
  const page = await rounds();
  expect(page).toContain('van Nog niet naar Grotendeels');
  expect(page).toContain('van In orde naar Een begin');
  expect(page).toContain('Jullie deden: Onthaalkaart gemaakt');
  expect(page).toContain('2 antwoorden veranderden');
});
