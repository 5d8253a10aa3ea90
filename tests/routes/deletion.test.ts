import { beforeAll, expect, test } from 'vitest';
import { onDisk, startApp, type TestApp } from '../support/app.ts';
import { askColleague, askedItems, codeOf, handIn, invite, openWorkplace } from '../support/workplace.ts';

/* Delete everything, with a receipt: nothing that was typed is left in the files of the database. */

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
});

test('deleting leaves a receipt, and no byte of what was typed', async () => {
  const workplace = await openWorkplace(app, 'KANARIE-naam');
  const { base, owner, id } = workplace;
  const [item] = askedItems();
  if (!item) throw new Error('no item');
  const [none] = askedItems().filter((one) => one.kind === 'prerequisite' && one !== item);
  await owner.save(id, { item: item.id, value: 'not-yet', note: 'KANARIE-notitie', proof: 'KANARIE-bewijs' });
  await owner.save(id, { item: none?.id ?? '', value: 'not-applicable', reasonText: 'KANARIE-reden' });
  await owner.post(`${base}/plan/new`, {
    title: 'KANARIE-maatregel',
    owner: 'KANARIE-trekker',
    due: '',
    status: 'todo',
    instrument: '',
    note: 'KANARIE-plan',
    doneBy: '',
    doneAt: '',
    doneHow: '',
  });
  const colleague = await invite(workplace, 'colleague', 'team-lead', 'KANARIE-collega');
  const asked = await askColleague(workplace, item.id, 'KANARIE-functie', 'KANARIE-vraag');
  await handIn(workplace, owner);
  await owner.post(`${base}/access`, { intent: 'digest', email: 'kanarie-adres@example.org' });
  const code = await codeOf(workplace);
  expect(onDisk(app)).toContain('KANARIE');

  const gone = await owner.post(`${base}/delete`, {});
  const receipt = gone.headers.get('Location') ?? '';
  expect(receipt).toMatch(/^\/nl\/receipts\//);
  const page = await (await app.visitor().get(receipt)).text();
  expect(page).toContain('2 antwoorden');
  expect(page).toContain('1 maatregel');
  expect(page).toContain('1 ingediende ronde');
  expect(onDisk(app)).not.toContain('KANARIE');
  expect(onDisk(app), 'a letter that still waited').not.toContain('kanarie-adres');

  for (const path of [base, `${base}/result`, `/files/${id}/newest/report.pdf`, `/files/${id}/own/assessment.json`])
    expect((await owner.get(path)).status, path).toBe(404);
  expect((await colleague.visitor.get(base)).status).toBe(404);
  expect((await app.visitor().get(`/nl/open/${colleague.token}`)).status).toBe(404);
  expect((await app.visitor().get(asked.path)).status).toBe(404);
  expect((await app.visitor().post('/nl/resume', { code })).status).toBe(404);
});

test('one assessment goes, another stays', async () => {
  const gone = await openWorkplace(app, 'weg');
  const kept = await openWorkplace(app, 'blijft');
  await gone.owner.post(`${gone.base}/delete`, {});
  expect((await kept.owner.get(kept.base)).status).toBe(200);
});
