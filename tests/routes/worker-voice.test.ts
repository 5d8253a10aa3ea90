import { beforeEach, describe, expect, test } from 'vitest';
import { everything, onDisk, startApp, type TestApp } from '../support/app.ts';
import { secretOn, shareWithCoach, signInCoach } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { invite, openWorkplace, type Workplace } from '../support/workplace.ts';

/* People of the floor answer without a trace (product: worker's voice). */

let app: TestApp;
let workplace: Workplace;
let path: string;

beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
  await workplace.owner.post(`${workplace.base}/voice`, { intent: 'open' });
  path = `/nl/voice/${await secretOn(workplace.owner, `${workplace.base}/voice`, 'voice')}`;
});

async function answer(fields: Record<string, string>, device = app.visitor()): Promise<Visitor> {
  await device.get(path);
  expect((await device.post(path, fields)).status).toBe(302);
  return device;
}

const counted = async (who: Visitor, page: string) => {
  const text = (await (await who.get(workplace.base + page)).text()).replaceAll('<!-- -->', '');
  return /Ja: (\d+) · Een beetje: (\d+) · Nee: (\d+)/.exec(text)?.slice(1).map(Number) ?? null;
};

const yes = { 'who-to-ask': 'yes' };
const no = { 'who-to-ask': 'no' };

test('five devices are shown as counts; four are shown to nobody, not even how many', async () => {
  const colleague = await invite(workplace, 'colleague');
  const coach = await signInCoach(app, 'coach@example.org');
  await shareWithCoach(workplace, coach);
  const all: [Visitor, string][] = [
    [workplace.owner, '/voice'],
    [workplace.owner, '/compare'],
    [colleague.visitor, '/compare'],
    [coach.visitor, '/compare'],
  ];
  const before = await Promise.all(
    all.map(async ([who, page]) => bare(await (await who.get(workplace.base + page)).text())),
  );
  for (const fields of [yes, yes, no, yes]) await answer(fields);
  const four = await Promise.all(
    all.map(async ([who, page]) => bare(await (await who.get(workplace.base + page)).text())),
  );
  expect(four).toEqual(before);
  await answer(yes);
  for (const [who, page] of all) expect(await counted(who, page), page).toEqual([4, 0, 1]);
});

test('what the sixth device adds shows only with the tenth, for who looks in between can subtract', async () => {
  for (const fields of [yes, yes, no, yes, yes]) await answer(fields);
  const five = bare(await (await workplace.owner.get(`${workplace.base}/compare`)).text());
  for (const fields of [no, yes, yes, no]) {
    await answer(fields);
    expect(bare(await (await workplace.owner.get(`${workplace.base}/compare`)).text())).toBe(five);
  }
  await answer({ 'who-to-ask': 'partly' });
  expect(await counted(workplace.owner, '/compare')).toEqual([6, 1, 3]);
});

test('a question that four of the next five skip stays as it was', async () => {
  for (const fields of [yes, yes, no, yes, yes]) await answer(fields);
  const other = { 'own-tasks': 'yes' };
  for (const fields of [other, other, no, other, other]) await answer(fields);
  expect(await counted(workplace.owner, '/compare')).toEqual([4, 0, 1]);
});

test('the sixth answer from the same device does not count, and the page says it is in', async () => {
  const devices = [];
  for (const fields of [yes, yes, no, yes, yes]) devices.push(await answer(fields));
  const again = devices[2] as Visitor;
  expect(await (await again.get(path)).text()).toContain('je antwoorden zijn binnen');
  await again.post(path, yes);
  expect(await counted(workplace.owner, '/voice')).toEqual([4, 0, 1]);
});

test('a device that sends twice at the same moment counts once', async () => {
  const device = app.visitor();
  await device.get(path);
  await Promise.all([device.post(path, yes), device.post(path, yes)]);
  for (let more = 0; more < 4; more++) await answer(yes);
  expect(await counted(workplace.owner, '/voice')).toEqual([5, 0, 0]);
});

test('nothing is stored beside counts and devices: no time, no order, no session, no activity', async () => {
  const { read, t } = app.services.store;
  const rest = async () => {
    const all = JSON.parse(await everything(app)) as Record<string, unknown[]>;
    const { workerDevice, workerCount, ...others } = all;
    return {
      others,
      columns: [...(workerDevice ?? []), ...(workerCount ?? [])].flatMap((one) => Object.keys(one as object)),
    };
  };
  const before = await rest();
  app.setNow(new Date('2031-07-08T09:10:11Z'));
  for (const fields of [yes, no, yes]) await answer(fields);
  const after = await rest();
  expect(after.others).toEqual(before.others);
  expect([...new Set(after.columns)].sort()).toEqual([
    'answer',
    'assessmentId',
    'deviceHash',
    'n',
    'question',
    'shown',
  ]);
  const hashes = (await read.select().from(t.workerDevice)).map((one) => one.deviceHash);
  expect(hashes).toEqual([...hashes].sort());
  for (const time of ['1941354', '2031-07-08']) expect(onDisk(app)).not.toContain(time);
});

test('the order of coming leaves no trace: the same answers in another order are the same rows', async () => {
  const rowsAfter = async (replies: Record<string, string>[]) => {
    const one = await openWorkplace(app);
    await one.owner.post(`${one.base}/voice`, { intent: 'open' });
    path = `/nl/voice/${await secretOn(one.owner, `${one.base}/voice`, 'voice')}`;
    for (const reply of replies) await answer(reply);
    const { read, t } = app.services.store;
    const rows = (await read.select().from(t.workerCount)).filter((row) => row.assessmentId === one.id);
    return rows.map(({ question, answer: given, n }) => ({ question, given, n }));
  };
  expect(await rowsAfter([yes, no, { 'own-tasks': 'partly' }])).toEqual(
    await rowsAfter([{ 'own-tasks': 'partly' }, no, yes]),
  );
});

test('no line of the log is written, however the address is asked for', async () => {
  const before = app.log.length;
  await answer(yes);
  await app.visitor().get(`${path}.data`);
  await app.visitor().get(path.replace('voice', '%76oice'));
  await app.visitor().get(`${path}x`);
  expect(app.log.slice(before)).toEqual([]);
});

describe('the link', () => {
  test('can be stopped, and then asks nobody any more', async () => {
    await workplace.owner.post(`${workplace.base}/voice`, { intent: 'stop' });
    expect((await app.visitor().get(path)).status).toBe(404);
    expect((await app.visitor().post(path, yes)).status).toBe(404);
  });

  test('opens nothing else, and says beforehand what is kept', async () => {
    const worker = await answer(yes);
    expect((await worker.get(workplace.base)).status).toBe(404);
    const asked = (await (await app.visitor().get(path)).text()).replaceAll('<!-- -->', '');
    expect(asked).toContain('minder dan 5 antwoorden');
    expect((await app.visitor().get(path.replace('/nl/', '/en/'))).status).toBe(200);
  });

  test('takes nothing from a device that keeps no cookie, and nothing that was not asked', async () => {
    const before = await everything(app);
    expect((await app.visitor().post(path, yes)).status).toBe(422);
    const device = app.visitor();
    await device.get(path);
    expect((await device.post(path, { 'who-to-ask': 'maybe', other: 'yes' })).status).toBe(422);
    expect(await everything(app)).toBe(before);
  });
});

/** A page without what differs every time. */
const bare = (text: string) => text.replaceAll(/nonce(="|-)[^"']*/g, 'nonce');
