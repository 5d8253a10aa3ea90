import { beforeAll, describe, expect, test } from 'vitest';
import { listEvents, type StoredPlacement } from '#app/data/placement.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { onDisk, startApp, type TestApp } from '../support/app.ts';
import { createCoaching, type SignedInVisitor, shareWithCoach, signIn, storePlacement } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { openWorkplace } from '../support/workplace.ts';

/* A placement from its first day to its last, as its coach works with it. */

let app: TestApp;
let coach: SignedInVisitor;
beforeAll(async () => {
  app = await startApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
  coach = await signIn(app, 'coach@example.org');
});

const typedHost = {
  host: 'typed',
  hostName: 'Woonzorgcentrum, keuken',
  place: 'Gent',
  sector: 'care',
  targetJob: 'Maaltijden klaarzetten',
  route: 'trajectory',
  language: 'nl',
  hostEmail: '',
};
const today = () => brusselsDay(new Date());
const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const stored = async (id: string): Promise<StoredPlacement | undefined> => {
  const { read, t } = app.services.store;
  return (await read.select().from(t.placement)).find((one) => one.id === id) as StoredPlacement | undefined;
};

async function begin(visitor: Visitor, over: Record<string, string> = {}): Promise<string> {
  const response = await visitor.post('/nl/placements/new', { ...typedHost, ...over });
  const id = /\/placements\/([\w-]+)$/.exec(response.headers.get('Location') ?? '')?.[1];
  if (!id) throw new Error(`Not begun: ${response.status} ${(await response.text()).slice(0, 3000)}`);
  return id;
}

describe('a coach', () => {
  test('without a coaching organisation is told the one step to take, and begins nothing', async () => {
    const page = await textOf(coach.visitor, '/nl/placements');
    expect(page).toContain('/nl/organisations#new');
    expect(page).not.toContain('/nl/placements/new');
    const refused = await coach.visitor.post('/nl/placements/new', typedHost);
    expect(refused.headers.get('Location')).toBe('/nl/placements');
  });

  test('begins a placement, sees it under a code, and moves it on', async () => {
    await createCoaching(app, coach);
    const id = await begin(coach.visitor);
    const base = `/nl/placements/${id}`;
    const code = (await stored(id))?.code ?? '';
    expect(code).toMatch(/^[A-Z][a-z]+ \d\d$/);
    expect(await textOf(coach.visitor, '/nl/placements')).toContain(code);
    expect(await textOf(coach.visitor, base)).toContain('Maaltijden klaarzetten');

    expect((await coach.visitor.post(`${base}/move`, { to: 'matching' })).status).toBe(302);
    expect((await stored(id))?.phase).toBe('matching');
    const events = await listEvents(app.services.store, id, 'coach');
    expect(events.map(({ what }) => what)).toEqual(['placement.moved', 'placement.begun']);
  });

  test('cannot start a stage before all is ticked, and keeps what was ticked', async () => {
    const id = await begin(coach.visitor);
    const base = `/nl/placements/${id}`;
    await coach.visitor.post(`${base}/move`, { to: 'matching' });
    const refused = await coach.visitor.post(`${base}/move`, { to: 'stage', check: ['who-pays'], stageStart: today() });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('Vink eerst elke wettelijke plicht aan.');
    expect(page).toMatch(/<input[^>]*id="check-who-pays"[^>]*checked/);
    expect((await stored(id))?.phase).toBe('matching');

    const form = await textOf(coach.visitor, `${base}/move?to=stage`);
    const legal = [...form.matchAll(/name="legal" value="([\w-]+)"/g)].map((found) => found[1] as string);
    expect(legal.length).toBeGreaterThan(0);
    const check = ['real-vacancy', 'on-payroll', 'who-pays', 'insurance-and-safety'];
    const moved = await coach.visitor.post(`${base}/move`, { to: 'stage', check, legal, stageStart: today() });
    expect(moved.status).toBe(302);
    expect(await stored(id)).toMatchObject({ phase: 'stage', stageStart: today(), legalTicked: legal });
    expect(await textOf(coach.visitor, base)).toContain('Geen zelfscan');
  });

  test('closes with an outcome and a reason; the needs are gone, to the byte', async () => {
    const id = await begin(coach.visitor);
    const base = `/nl/placements/${id}`;
    const need = ['load-under-10kg', 'fixed-hours', 'day-shift'];
    await coach.visitor.post(`${base}/needs`, { intent: 'pick', need });
    expect(onDisk(app)).toContain(`${id}day-shift`);
    const half = await coach.visitor.post(`${base}/move`, { to: 'closed', closedOn: today() });
    expect(half.status).toBe(422);
    const closing = {
      to: 'closed',
      closedOn: today(),
      outcome: 'stopped-before-stage',
      outcomeReason: 'travel',
      outcomeNote: 'De bus kwam te laat aan.',
    };
    expect((await coach.visitor.post(`${base}/move`, closing)).status).toBe(302);
    expect(onDisk(app)).not.toContain(`${id}day-shift`);
    expect(onDisk(app)).not.toContain(`${id}fixed-hours`);
    const page = await textOf(coach.visitor, base);
    expect(page).toContain('Gestopt voor er een stage was');
    expect(page).toContain('De bus kwam te laat aan.');
    expect((await coach.visitor.get(`${base}/needs`)).status).toBe(404);
    expect((await coach.visitor.post(base, { intent: 'note', note: 'nog iets' })).status).toBe(404);
  });

  test('begins at a workplace that shares its self-scan, which then holds the stage', async () => {
    const workplace = await openWorkplace(app, 'Keuken De Linde');
    await shareWithCoach(workplace, coach);
    const id = await begin(coach.visitor, { host: workplace.id, hostName: '', sector: '', targetJob: 'Afwas' });
    expect(await stored(id)).toMatchObject({ assessmentId: workplace.id, hostName: 'Keuken De Linde', sector: 'care' });
    const base = `/nl/placements/${id}`;
    await coach.visitor.post(`${base}/move`, { to: 'matching' });
    const check = ['real-vacancy', 'on-payroll', 'who-pays', 'insurance-and-safety'];
    const held = await coach.visitor.post(`${base}/move`, { to: 'stage', check, stageStart: today() });
    expect(held.status).toBe(422);
    expect(await held.text()).toContain('Een wettelijke plicht op de werkplek is nog niet in orde.');
  });

  test('cannot name a workplace that is not shared', async () => {
    const other = await openWorkplace(app);
    const refused = await coach.visitor.post('/nl/placements/new', { ...typedHost, host: other.id });
    expect(refused.status).toBe(422);
  });

  test('gets another code when the first is taken', async () => {
    const taken = await stored(await begin(coach.visitor));
    const codes = [taken?.code ?? '', 'Wimpel 99'];
    const { newPlacementCode } = app.services;
    app.services.newPlacementCode = () => codes.shift() ?? newPlacementCode();
    expect((await stored(await begin(coach.visitor)))?.code).toBe('Wimpel 99');
    app.services.newPlacementCode = newPlacementCode;
  });

  test('is asked whether a text is about a person, and says that it is not', async () => {
    const id = await begin(coach.visitor);
    const base = `/nl/placements/${id}`;
    const note = { intent: 'note', note: 'Bel eerst naar 0470 12 34 56' };
    const asked = await coach.visitor.post(base, note);
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('name="keep-note"');
    expect((await coach.visitor.post(base, { ...note, 'keep-note': 'yes' })).status).toBe(302);
    expect(await textOf(coach.visitor, base)).toContain('0470 12 34 56');
  });
});

describe('the link between placements of one worker', () => {
  test('is followed by its coach only, and is not made to somebody else’s', async () => {
    const first = await storePlacement(app, coach);
    const second = await begin(coach.visitor, { previous: first.id });
    expect(await textOf(coach.visitor, `/nl/placements/${second}`)).toContain(first.code);
    const other = await signIn(app, 'other-coach@example.org');
    await createCoaching(app, other);
    const third = await begin(other.visitor, { previous: first.id });
    expect((await stored(third))?.previousId).toBeNull();
  });
});
