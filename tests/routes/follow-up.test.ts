import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listFollowUps } from '#app/data/follow-up.server.ts';
import { listEvents, type StoredPlacement } from '#app/data/placement.server.ts';
import { followUpSides } from '#app/domain/follow-up-schedule.ts';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { answersOf, mailedLink } from '../support/follow-up.ts';
import { type SignedInVisitor, signIn, storePlacement } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* The forms of both sides over real requests. Month 1 is due on 1 October 2026, month 3 on 1 December. */

const today = '2026-10-02';
let app: TestApp;
let coach: SignedInVisitor;
let workplace: Workplace;
let placement: StoredPlacement;
let base: string;

beforeEach(async () => {
  app = await startApp({ SMTP_URL: 'smtp://localhost:1' });
  app.setNow(new Date(`${today}T08:00:00Z`));
  coach = await signIn(app, 'coach@brug.example');
  workplace = await openWorkplace(app);
  placement = await storePlacement(app, coach, {
    assessmentId: workplace.id,
    phase: 'aftercare',
    firstContractDay: '2026-09-01',
    hostEmail: 'hr@gastheer.example',
  });
  base = `/nl/placements/${placement.id}/follow-ups`;
});

const page = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const chosenIn = (html: string) =>
  [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1]);
/** Sends all three steps; gives where the last one led. */
async function fillIn(visitor: Visitor, path: string, side: 'employer' | 'coach', option = 0, note = '') {
  let to: string | null = null;
  const mark = path.includes('?') ? '&' : '?';
  for (const [step, answers] of Object.entries(answersOf(app, side, option))) {
    const sent = await visitor.post(`${path}${mark}step=${step}`, step === 'next' ? { ...answers, note } : answers);
    expect(sent.status, step).toBe(302);
    to = sent.headers.get('Location');
  }
  return to;
}
const states = async () =>
  Object.fromEntries(
    (await listFollowUps(app.services.store, placement, followUpSides, today))
      .filter(({ month }) => month === 1)
      .map(({ side, state, filledBy }) => [side, [state, filledBy]]),
  );

test('three steps lead to the end, and each is kept when it is sent', async () => {
  const link = await mailedLink(app, placement);
  const host = app.visitor();
  const [job, guidance] = Object.values(answersOf(app, 'employer'));
  expect((await host.post(`${link}?step=job`, job ?? {})).headers.get('Location')).toBe(`${link}?step=guidance`);
  expect(await states()).toMatchObject({ employer: ['due', null] });
  expect(chosenIn(await page(app.visitor(), `${link}?step=job`))).toEqual(Object.values(job ?? {}));
  expect((await host.post(`${link}?step=guidance`, guidance ?? {})).headers.get('Location')).toBe(`${link}?step=next`);
  expect(await fillIn(host, link, 'employer', 0, 'Het loopt')).toBe(`${link}?step=done`);
  expect(await states()).toMatchObject({ employer: ['done', 'employer'], coach: ['due', null] });
  const end = await page(host, `${link}?step=done`);
  expect(end).toContain('Bedankt');
  expect(end).toContain('Het loopt');
  expect(await page(host, link)).toContain('Bedankt');
});

test('looking changes nothing, also not by the programs that open links in mail', async () => {
  const link = await mailedLink(app, placement);
  const before = await everything(app);
  for (const path of [link, `${link}.data`, `${link}?step=next`, `${link}?step=done`, `${link}?step=__proto__`])
    expect((await app.visitor().get(path)).status, path).toBe(200);
  for (const path of [base, `${base}/1`, `${base}/1?side=employer`])
    expect((await coach.visitor.get(path)).status).toBe(200);
  expect(await everything(app)).toBe(before);
});

test('a missing answer comes back beside its question, and what was chosen stays', async () => {
  const link = await mailedLink(app, placement);
  const before = await everything(app);
  const sent = await app
    .visitor()
    .post(`${link}?step=job`, { 'tasks-match': 'most-changed', 'pace-match': 'nonsense' });
  expect(sent.status).toBe(422);
  const html = await sent.text();
  expect(chosenIn(html)).toEqual(['most-changed']);
  expect(html).toContain('hours-match-error');
  expect(html).toContain('pace-match-error');
  expect(html).not.toContain('tasks-match-error');
  expect(await everything(app)).toBe(before);
});

test('going back keeps what was chosen, whole or not', async () => {
  const link = await mailedLink(app, placement);
  const host = app.visitor();
  const back = await host.post(`${link}?step=guidance`, { 'buddy-present': 'rarely', go: 'back' });
  expect(back.headers.get('Location')).toBe(`${link}?step=job`);
  expect(chosenIn(await page(host, `${link}?step=guidance`))).toEqual(['rarely']);
  const last = await host.post(`${link}?step=next`, { note: 'half', go: 'back' });
  expect(last.headers.get('Location')).toBe(`${link}?step=guidance`);
  expect(await page(host, `${link}?step=next`)).toContain('>half</textarea>');
});

test('the last step leads to what is still open', async () => {
  const link = await mailedLink(app, placement);
  const next = answersOf(app, 'employer').next ?? {};
  const sent = await app.visitor().post(`${link}?step=next`, next);
  expect(sent.headers.get('Location')).toBe(`${link}?step=job`);
  expect(await states()).toMatchObject({ employer: ['due', null] });
});

test('a text with a broken character or too long is refused and changes nothing', async () => {
  const link = await mailedLink(app, placement);
  const next = answersOf(app, 'employer').next ?? {};
  const before = await everything(app);
  for (const note of ['a\0b', 'x'.repeat(5001)])
    for (const go of ['back', ''])
      expect((await app.visitor().post(`${link}?step=next`, { ...next, note, go })).status).toBe(422);
  expect(await everything(app)).toBe(before);
});

describe('the next month', () => {
  test('starts with what this side said, marked as such, and not with what only it may read of the other', async () => {
    await fillIn(app.visitor(), await mailedLink(app, placement), 'employer', 1, 'NOTITIE-VAN-GASTHEER');
    await fillIn(coach.visitor, `${base}/1`, 'coach', 2, 'NOTITIE-VAN-COACH');
    app.setNow(new Date('2026-12-02T08:00:00Z'));
    const link = await mailedLink(app, placement, 3);
    const html = await page(app.visitor(), `${link}?step=job`);
    expect(chosenIn(html)).toEqual(Object.values(answersOf(app, 'employer', 1).job ?? {}));
    expect(html).toContain('Dit was het antwoord van de vorige keer');
    const last = await page(app.visitor(), `${link}?step=next`);
    expect(last).toContain('NOTITIE-VAN-GASTHEER');
    expect(last).not.toContain('NOTITIE-VAN-COACH');
    expect(chosenIn(last), 'what changed is asked anew').toEqual([answersOf(app, 'employer', 1).next?.['next-step']]);
  });
});

describe('one side for the other', () => {
  test('the coach fills in for the employer, it says so, and the employer’s own answer replaces it', async () => {
    await fillIn(coach.visitor, `${base}/1?side=employer`, 'employer', 1);
    expect(await states()).toMatchObject({ employer: ['done', 'coach'] });
    for (const visitor of [coach.visitor, workplace.owner])
      expect(await page(visitor, base)).toContain('Ingevuld door de jobcoach voor de werkgever op 2 oktober 2026');

    const link = await mailedLink(app, placement);
    const shown = await page(app.visitor(), link);
    expect(shown).toContain('De jobcoach vulde dit op 2 oktober 2026 in voor jullie');
    expect(chosenIn(shown)).toEqual(Object.values(answersOf(app, 'employer', 1).job ?? {}));
    await app.visitor().post(`${link}?step=job`, answersOf(app, 'employer', 0).job ?? {});
    expect(await states(), 'half an answer replaces nothing').toMatchObject({ employer: ['done', 'coach'] });
    await fillIn(app.visitor(), link, 'employer', 0);
    expect(await states()).toMatchObject({ employer: ['done', 'employer'] });
    expect(await page(coach.visitor, base)).not.toContain('voor de werkgever op');
  });

  test('the coach does not write over what the employer said', async () => {
    await fillIn(app.visitor(), await mailedLink(app, placement), 'employer');
    expect((await coach.visitor.get(`${base}/1?side=employer`)).status).toBe(404);
    expect((await coach.visitor.post(`${base}/1?side=employer`, {})).status).toBe(404);
  });

  test('the host never opens or fills in the coach’s side', async () => {
    const before = await everything(app);
    for (const path of [`${base}/1?side=coach`, `${base}/1?side=coach&step=next`]) {
      expect((await workplace.owner.get(path)).status).toBe(404);
      expect((await workplace.owner.post(path, answersOf(app, 'coach').next ?? {})).status).toBe(404);
    }
    expect(await everything(app)).toBe(before);
  });
});

test('the host reads its own side; of the coach’s only that it is done', async () => {
  await fillIn(app.visitor(), await mailedLink(app, placement), 'employer', 0, 'NOTITIE-VAN-GASTHEER');
  await fillIn(coach.visitor, `${base}/1`, 'coach', 2, 'NOTITIE-VAN-COACH');
  const secret = app.services.findGuidance('nl').followUp.coach.steps[0]?.questions[0]?.question ?? '';
  const [ofCoach, ofHost] = [await page(coach.visitor, base), await page(workplace.owner, base)];
  for (const text of ['NOTITIE-VAN-GASTHEER', 'NOTITIE-VAN-COACH', secret]) expect(ofCoach).toContain(text);
  expect(ofHost).toContain('NOTITIE-VAN-GASTHEER');
  for (const text of ['NOTITIE-VAN-COACH', secret]) expect(ofHost).not.toContain(text);
  expect(ofHost.match(/Ingevuld op 2 oktober 2026/g)).toHaveLength(2);
  const told = (await listEvents(app.services.store, placement.id, 'host')).map(({ what, side }) => [what, side]);
  expect(told).toContainEqual(['follow-up.event-coach', 'coach']);
  expect(told).toContainEqual(['follow-up.event-employer', 'host']);
});

test('who manages the placement sees how far it is, and no answer', async () => {
  await fillIn(coach.visitor, `${base}/1`, 'coach', 2, 'NOTITIE-VAN-COACH');
  const manager = await signIn(app, 'manager@brug.example');
  const { store } = app.services;
  const joined = {
    organisationId: placement.organisationId,
    personId: manager.id,
    role: 'owner',
    joinedAt: new Date(),
  };
  await store.write((tx) => tx.insert(store.t.membership).values(joined as never));
  const shown = await page(manager.visitor, base);
  expect(shown).toContain('Ingevuld op 2 oktober 2026');
  expect(shown).not.toContain('NOTITIE-VAN-COACH');
  expect((await manager.visitor.get(`${base}/1`)).status).toBe(404);
});

test('a month that is not due, no month, and a closed placement have no form', async () => {
  for (const month of ['3', '12', '2', '0', 'x', '1.0', '01'])
    expect((await coach.visitor.get(`${base}/${month}`)).status, month).toBe(404);
  const { store } = app.services;
  const closed = { phase: 'closed', closedOn: today } as const;
  await store.write((tx) => tx.update(store.t.placement).set(closed).where(eq(store.t.placement.id, placement.id)));
  expect((await coach.visitor.get(`${base}/1`)).status).toBe(404);
  expect((await coach.visitor.post(`${base}/1`, {})).status).toBe(404);
  expect((await coach.visitor.get(base)).status).toBe(200);
});

test('“not yours” and “not there” are the same answer', async () => {
  const stranger = await signIn(app, 'vreemde@brug.example');
  await storePlacement(app, stranger);
  for (const visitor of [app.visitor(), stranger.visitor, (await openWorkplace(app)).owner])
    for (const rest of ['', '/1', '/1?side=employer']) {
      const [notYours, notThere] = [
        await visitor.get(base + rest),
        await visitor.get(`/nl/placements/none/follow-ups${rest}`),
      ];
      expect([notYours.status, notThere.status]).toEqual([404, 404]);
      expect((await visitor.post(base + rest, { go: 'again' })).status).toBe(404);
    }
});
