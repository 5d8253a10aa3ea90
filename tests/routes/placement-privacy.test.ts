import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, brusselsDay } from '#app/domain/calendar.ts';
import { pdfPageCount, pdfSource, pdfText } from '../exports/pdf-text.ts';
import { onDisk, startApp, type TestApp } from '../support/app.ts';
import { spendNight } from '../support/night.ts';
import {
  createCoaching,
  joinOrganisation,
  type SignedInVisitor,
  shareWithCoach,
  signIn,
  storePlacement,
} from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

/* What a workplace reads of a placement on its floor, and what is left when something is erased or handed over. */

let app: TestApp;
let coach: SignedInVisitor;
let organisationId: string;
let workplace: Workplace;
let id: string;
let base: string;
const day = (date = new Date()) => brusselsDay(date);
const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
/** A page as HTML and as data: all that leaves the server. */
const bytesOf = async (visitor: Visitor, path: string) =>
  (await textOf(visitor, path)) + (await textOf(visitor, `${path}.data`));
const stored = async (placement = id) => {
  const { read, t } = app.services.store;
  return (await read.select().from(t.placement)).find((one) => one.id === placement);
};

beforeEach(async () => {
  app = await startApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
  coach = await signIn(app, 'coach@example.org');
  organisationId = await createCoaching(app, coach);
  workplace = await openWorkplace(app, 'Keuken');
  await shareWithCoach(workplace, coach);
  const earlier = await storePlacement(app, coach, {
    organisationId,
    code: 'Zonnebloem 77',
    hostName: 'VORIGE-werkgever',
  });
  const placement = await storePlacement(app, coach, {
    organisationId,
    assessmentId: workplace.id,
    phase: 'matching',
    previousId: earlier.id,
    hostEmail: 'geheim-adres@example.org',
  });
  id = placement.id;
  base = `/nl/placements/${id}`;
  const { visitor } = coach;
  await visitor.post(base, { intent: 'threshold', text: 'ZICHTBAAR-drempel', weight: 'high' });
  await visitor.post(base, { intent: 'note', note: 'GEHEIM-notitie' });
  await visitor.post(base, { intent: 'guidance', guidedOn: day(), minutes: '77', kind: 'remote' });
  await visitor.post(base, { intent: 'visit', visitOn: '2099-01-01', time: '', purpose: 'GEHEIM-bezoek' });
  await visitor.post(`${base}/needs`, { intent: 'pick', need: 'one-task-at-a-time' });
});

describe('the workplace', () => {
  test('reads code, job, phase and thresholds, and nothing else, over every byte', async () => {
    for (const path of [base, `${workplace.base}/placements`]) {
      const page = await bytesOf(workplace.owner, path);
      expect(page).toContain((await stored())?.code);
      for (const hidden of [
        'GEHEIM',
        'geheim-adres',
        'VORIGE',
        'Zonnebloem 77',
        'coach@example.org',
        'one-task-at-a-time',
        'Eén taak tegelijk',
        'Notitie gemaakt',
        'Begeleiding genoteerd',
        'Bezoek gepland',
        'Genoteerd wat de werkplek moet bieden',
        '2099',
        '1.17 uur',
      ])
        expect(page, `${path} holds ${hidden}`).not.toContain(hidden);
    }
    expect(await textOf(workplace.owner, base)).toContain('ZICHTBAAR-drempel');
  });

  test('reads the needs from the day the worker agreed until that is taken back', async () => {
    const { visitor } = coach;
    const future = await visitor.post(`${base}/needs`, { intent: 'share', agreedOn: '2099-01-01' });
    expect(future.status).toBe(422);
    expect(await bytesOf(workplace.owner, base)).not.toContain('Eén taak tegelijk');
    await visitor.post(`${base}/needs`, { intent: 'share', agreedOn: day() });
    expect(await textOf(workplace.owner, base)).toContain('Eén taak tegelijk');
    expect(await textOf(workplace.owner, `/files/${workplace.id}/own/assessment.json`)).not.toContain('one-task');
    await visitor.post(`${base}/needs`, { intent: 'take-back' });
    expect(await bytesOf(workplace.owner, base)).not.toContain('Eén taak tegelijk');
  });

  test('notes a threshold, and its owner lets an item pass with a reason that both read; never a legal one', async () => {
    const { owner } = workplace;
    await owner.post(base, { intent: 'threshold', text: 'Gezien door de ploeg', weight: 'small' });
    expect(await textOf(coach.visitor, base)).toContain('Gezien door de ploeg');
    const page = await textOf(owner, base);
    const [, waivable = ''] = /<select id="item-waived"[^>]*>.*?<option value="([\w-]+)"/s.exec(page) ?? [];
    expect(waivable).not.toBe('');
    const items = (await app.services.findChecklist('care@1', 'nl'))?.items ?? [];
    const legal = items.find((one) => one.legal && one.neededBy <= 3)?.id ?? '';
    expect((await owner.post(base, { intent: 'waive', item: legal, reason: 'Wij willen door' })).status).toBe(422);
    expect((await owner.post(base, { intent: 'waive', item: waivable, reason: '' })).status).toBe(422);
    await owner.post(base, { intent: 'waive', item: waivable, reason: 'Een ploegbaas springt in.' });
    for (const visitor of [owner, coach.visitor])
      expect(await textOf(visitor, base)).toContain('Een ploegbaas springt in.');
  });
});

test('when a share ends the placement stays, and the answers no longer lie beside it', async () => {
  expect(await textOf(coach.visitor, `${base}/needs`)).not.toContain(
    'Er is geen zelfscan die de werkplek nu met jou deelt',
  );
  const { store } = app.services;
  await store.write((tx) =>
    tx.update(store.t.link).set({ revokedAt: new Date() }).where(eq(store.t.link.kind, 'coach')),
  );
  expect(await textOf(coach.visitor, `${base}/needs`)).toContain(
    'Er is geen zelfscan die de werkplek nu met jou deelt',
  );
  expect(await textOf(coach.visitor, base)).toContain('ZICHTBAAR-drempel');
});

test('when the self-scan is erased the placement keeps its own log and says so', async () => {
  await workplace.owner.post(`${workplace.base}/delete`, {});
  expect(await stored()).toMatchObject({ assessmentId: null, assessmentErasedOn: day() });
  const page = await textOf(coach.visitor, base);
  expect(page).toContain('Zelfscan gewist op');
  expect(page).toContain('ZICHTBAAR-drempel');
  expect((await workplace.owner.get(base)).status).toBe(404);
});

test('erasing a placement leaves a receipt and no byte of what was typed', async () => {
  expect(onDisk(app)).toContain('GEHEIM-notitie');
  const gone = await coach.visitor.post(`${base}/delete`, {});
  const receipt = await textOf(app.visitor(), gone.headers.get('Location') ?? '');
  expect(receipt).toContain('1 drempel');
  expect(receipt).toContain('1 punt dat de werkplek moet bieden');
  for (const typed of ['GEHEIM', 'ZICHTBAAR', 'one-task-at-a-time', 'geheim-adres'])
    expect(onDisk(app), typed).not.toContain(typed);
  expect((await coach.visitor.get(base)).status).toBe(404);
});

describe('two devices that change one threshold', () => {
  test('both stay until somebody chooses', async () => {
    const { read, t } = app.services.store;
    const threshold = (await read.select().from(t.placementThreshold))[0]?.id ?? '';
    const path = `${base}/thresholds/${threshold}`;
    const change = (text: string, version: string) =>
      coach.visitor.post(path, { intent: 'change', version, text, weight: 'small' });
    expect((await change('Eerste toestel', '1')).status).toBe(302);
    expect((await change('Tweede toestel', '1')).status).toBe(302);
    const page = await textOf(coach.visitor, path);
    expect(page).toContain('Eerste toestel');
    expect(page).toContain('Tweede toestel');
    const third = await change('Derde toestel', '2');
    expect(third.status).toBe(422);
    await coach.visitor.post(path, { intent: 'choose', version: 'rival' });
    const settled = (await read.select().from(t.placementThreshold))[0];
    expect(settled).toMatchObject({ text: 'Tweede toestel', rival: null, version: 4 });
  });

  test('a remedy that was tried says whether it helped', async () => {
    const { read, t } = app.services.store;
    const threshold = (await read.select().from(t.placementThreshold))[0]?.id ?? '';
    const path = `${base}/thresholds/${threshold}`;
    expect((await coach.visitor.post(path, { intent: 'try', tried: '' })).status).toBe(422);
    await coach.visitor.post(path, { intent: 'try', tried: 'Een fotofiche per taak' });
    const tried = (await read.select().from(t.triedRemedy))[0];
    await coach.visitor.post(path, { intent: 'helped', tried: tried?.id ?? '', helped: 'partly' });
    expect((await read.select().from(t.triedRemedy))[0]).toMatchObject({ helped: 'partly' });
    await coach.visitor.post(path, { intent: 'lower' });
    expect(await textOf(workplace.owner, base)).toContain('Een fotofiche per taak');
  });
});

describe('handing over', () => {
  const invite = async (by: Visitor, email: string): Promise<string> => {
    const tokens: string[] = [];
    const { newToken } = app.services;
    app.services.newToken = () => tokens[tokens.push(newToken()) - 1] as string;
    const asked = await by.post(`${base}/hand-over`, { intent: 'invite', email });
    app.services.newToken = newToken;
    expect(asked.status).toBe(302);
    return tokens[0] ?? '';
  };

  test('goes to the address it was mailed to, with its history and its link, once', async () => {
    const token = await invite(coach.visitor, 'new@example.org');
    const stranger = await signIn(app, 'stranger@example.org');
    await createCoaching(app, stranger);
    expect(await textOf(stranger.visitor, `/nl/hand-over/${token}`)).toContain('Deze link werkt niet (meer)');
    expect((await stranger.visitor.post(`/nl/hand-over/${token}`, {})).status).toBe(422);

    const next = await signIn(app, 'new@example.org');
    expect(await textOf(next.visitor, `/nl/hand-over/${token}`)).toContain('/nl/organisations#new');
    expect((await next.visitor.post(`/nl/hand-over/${token}`, {})).status).toBe(422);
    await createCoaching(app, next);
    await textOf(next.visitor, `/nl/hand-over/${token}`);
    expect((await stored())?.coachId).toBe(coach.id);
    expect((await next.visitor.post(`/nl/hand-over/${token}`, {})).headers.get('Location')).toBe(base);
    const page = await textOf(next.visitor, base);
    for (const kept of ['GEHEIM-notitie', 'Zonnebloem 77', 'Een andere jobcoach nam het traject over'])
      expect(page).toContain(kept);
    expect((await coach.visitor.get(base)).status).toBe(404);
    expect((await next.visitor.post(`/nl/hand-over/${token}`, {})).status).toBe(422);
  });

  test('is for the manager too, who reads no more than who, where and how far', async () => {
    const colleague = await signIn(app, 'colleague@example.org');
    await joinOrganisation(app, organisationId, colleague);
    const { store } = app.services;
    await store.write((tx) =>
      tx.update(store.t.placement).set({ coachId: colleague.id }).where(eq(store.t.placement.id, id)),
    );
    for (const path of [base, '/nl/placements', `${base}/hand-over`]) {
      const page = await bytesOf(coach.visitor, path);
      for (const hidden of ['GEHEIM', 'ZICHTBAAR', 'one-task']) expect(page, path).not.toContain(hidden);
    }
    expect(await textOf(coach.visitor, '/nl/placements')).toContain('colleague@example.org');
    const token = await invite(coach.visitor, 'colleague-two@example.org');
    expect(token).not.toBe('');
  });

  test('is mailed without a word of the placement', async () => {
    await invite(coach.visitor, 'new@example.org');
    const mails = await app.services.store.read.select().from(app.services.store.t.mail);
    const sealed = mails.find(({ kind }) => kind === 'hand-over')?.payload as Record<string, string>;
    const payload = app.services.unseal(sealed.sealed ?? '') ?? '';
    expect(Object.keys(JSON.parse(payload))).toEqual(['url']);
    expect(payload).not.toContain((await stored())?.code);
  });
});

test('the sheet for the worker is one tagged PDF with the code, in three editions', async () => {
  for (const edition of ['nl', 'nl-easy', 'en']) {
    const file = await coach.visitor.get(`/files/placements/${id}/leaflet-${edition}.pdf`);
    expect(file.status).toBe(200);
    const source = Buffer.from(await file.arrayBuffer());
    expect(pdfText(source)).toContain((await stored())?.code);
    expect(pdfPageCount(source)).toBe(1);
    expect(pdfSource(source)).toContain('/StructTreeRoot');
    const page = await textOf(coach.visitor, `${base}/leaflet?edition=${edition}`);
    expect(page).toContain((await stored())?.code);
    expect(page).toMatch(/[Oo]rganisati(e|on)[^<]*: \S/);
  }
});

test('a placement is erased 24 months after it closed, not a day sooner', async () => {
  const { store } = app.services;
  const close = (closedOn: string) =>
    store.write((tx) =>
      tx.update(store.t.placement).set({ phase: 'closed', closedOn }).where(eq(store.t.placement.id, id)),
    );
  const today = day();
  const two = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  await close(addDays(two, 1));
  await spendNight(app);
  expect(await stored()).toBeDefined();
  await close(two);
  await spendNight(app);
  expect(await stored()).toBeUndefined();
  expect(onDisk(app)).not.toContain('GEHEIM-notitie');
});
