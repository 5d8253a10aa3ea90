import { beforeAll, expect, test } from 'vitest';
import { occurs } from '../exports/occurs.ts';
import { pdfSource, pdfText } from '../exports/pdf-text.ts';
import type { TestApp } from '../support/app.ts';
import { attached } from '../support/letters.ts';
import { deliver, startMailingApp } from '../support/mail.ts';
import { shareWithCoach, signIn, storePlacement } from '../support/people.ts';
import { lettersTo } from '../support/post-office.ts';
import { askedItems, openWorkplace } from '../support/workplace.ts';

/* The report of a visit, received by a real mail server and read from its PDF. */

let app: TestApp;
let folder: string;
beforeAll(async () => {
  ({ app, folder } = await startMailingApp());
});

test('what changed between start and finish arrives as a PDF, with the host what the host may see', async () => {
  const workplace = await openWorkplace(app);
  const coach = await signIn(app, 'coach@example.org');
  await shareWithCoach(workplace, coach);
  const hostEmail = 'keuken@example.org';
  const placement = await storePlacement(app, coach, { assessmentId: workplace.id, code: 'Anker 42', hostEmail });
  const base = `/nl/placements/${placement.id}`;
  const { store, newId } = app.services;
  const send = (fields: Record<string, string>) =>
    coach.visitor.post(`${base}/visit`, { id: crypto.randomUUID(), ...fields });
  const start = new Date('2026-11-25T08:00:00Z');
  app.setNow(start);
  await send({ kind: 'threshold', text: 'Gezien voor het bezoek', weight: 'small' });
  app.setNow(new Date(start.getTime() + 60_000));
  await coach.visitor.post(`${base}/visit`, { intent: 'start' });
  app.setNow(new Date(start.getTime() + 120_000));
  const threshold = crypto.randomUUID();
  const [ticked, kept] = [crypto.randomUUID(), crypto.randomUUID()];
  const [item] = askedItems();
  await send({ kind: 'threshold', id: threshold, text: 'De mentor is met verlof', weight: 'high' });
  await send({ kind: 'weigh', threshold, version: '1', weight: 'high', loweredOn: '2026-11-25' });
  await send({ kind: 'answer', item: item?.id ?? '', value: 'unknown', note: 'Nog na te vragen' });
  await send({ kind: 'note', id: ticked, text: 'Rustige ploeg' });
  await send({ kind: 'note', id: kept, text: 'Alleen voor mij' });
  const task = { title: 'Tafels dekken', when: 'early', minutes: '45', per: 'day', risk: 'none', carve: 'yes' };
  await coach.visitor.post(`${base}/tasks`, { ...task, adapted: '', doneBy: '', needs: [] });
  await store.write(async (tx) => {
    await tx.insert(store.t.placementNeed).values({ placementId: placement.id, need: 'fixed-hours' });
    await tx.insert(store.t.placementEvent).values({
      ...{ id: newId(), placementId: placement.id, at: app.services.now(), side: 'coach' },
      ...{ what: 'placement.needs-saved', detail: { text: 'Een geheime nood' } },
    });
  });
  app.setNow(new Date(start.getTime() + 3_600_000));
  expect(await (await coach.visitor.get(`${base}/visit/report`)).text()).toContain('De mentor is met verlof');
  const finish = () =>
    coach.visitor.post(`${base}/visit/report`, { remark: 'Volgende week opnieuw', notes: [ticked], host: 'yes' });
  expect((await finish()).status).toBe(302);
  expect((await finish()).status).toBe(302);
  app.setNow(new Date(start.getTime() + 3_700_000));
  await deliver(app);
  app.setNow(null);

  const reports = [coach.email, hostEmail].map((address) => {
    const letters = lettersTo(folder, address).filter((one) => one.includes(`To: ${address}`));
    expect(letters, address).toHaveLength(1);
    return attached(letters[0] ?? '');
  });
  const [forCoach = '', forHost = ''] = reports.map((file) => pdfText(file));
  expect(pdfSource(reports[1] as Buffer)).toMatch(/pdfuaid:part>1</);
  const shared = [
    ...['Drempel genoteerd, hoog: De mentor is met verlof', 'Drempel verlaagd: De mentor is met verlof'],
    ...[item?.title ?? '', 'Nog na te vragen', 'Rustige ploeg', 'Volgende week opnieuw', 'van 09.01 tot 10.00'],
  ];
  for (const text of [forCoach, forHost]) {
    expect(shared.filter((one) => !occurs(one, text))).toEqual([]);
    for (const hidden of ['Gezien voor het bezoek', 'Alleen voor mij', 'Vaste uren', 'Een geheime nood'])
      expect(occurs(hidden, text), hidden).toBe(false);
  }
  expect(occurs('Tafels dekken', forCoach)).toBe(true);
  expect(occurs('Tafels dekken', forHost)).toBe(false);
  const [visit] = await store.read.select().from(store.t.visit);
  expect(visit).toMatchObject({ report: 'Volgende week opnieuw', doneAt: new Date(start.getTime() + 3_600_000) });
  const letters = await store.read.select().from(store.t.mail);
  expect(letters.map(({ payload, toAddress }) => ({ payload, toAddress }))).toEqual([
    { payload: {}, toAddress: '' },
    { payload: {}, toAddress: '' },
  ]);
});

test('the host gets nothing unless the coach chose so', async () => {
  const coach = await signIn(app, 'careful@example.org');
  const placement = await storePlacement(app, coach, { hostEmail: 'nooit@example.org' });
  const base = `/nl/placements/${placement.id}`;
  await coach.visitor.post(`${base}/visit`, { intent: 'start' });
  await coach.visitor.post(`${base}/visit/report`, { remark: 'Klaar', notes: [] });
  await deliver(app);
  expect(lettersTo(folder, 'careful@example.org')).toHaveLength(1);
  expect(lettersTo(folder, 'nooit@example.org')).toEqual([]);
});
