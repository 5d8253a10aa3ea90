import { beforeAll, describe, expect, test } from 'vitest';
import { canAtPlacement, type PlacementPermission, type PlacementRole, placementRoles } from '#app/domain/access.ts';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import routes from '#app/routes.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import {
  createCoaching,
  joinOrganisation,
  noteAtPlacement,
  shareWithCoach,
  signIn,
  storePlacement,
} from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { invite, openWorkplace } from '../support/workplace.ts';

/* Who may open and change what at a placement: every route with :placement, every role, one's own, another's and none. */

type Person = PlacementRole | 'nobody' | 'reader' | 'coach of another' | 'colleague of the coach' | 'host of another';
type Row = { path: string; see: PlacementPermission | 'nothing'; send: PlacementPermission | 'nothing' };
type Stage = { id: string; threshold: string; task: string; people: Record<Person, Visitor> };

/** `send: 'see'` with an empty form: what it wants to do is not known, so it is 404 for everyone. */
const table: Record<string, Row> = {
  'files/placements/:placement/:name': {
    path: '/files/placements/:placement/leaflet-nl.pdf',
    see: 'record',
    send: 'nothing',
  },
  ':lang/placements/:placement': { path: '/nl/placements/:placement', see: 'see', send: 'nothing' },
  ':lang/placements/:placement/move': { path: '/nl/placements/:placement/move', see: 'move', send: 'move' },
  ':lang/placements/:placement/needs': { path: '/nl/placements/:placement/needs', see: 'see-needs', send: 'record' },
  ':lang/placements/:placement/thresholds/:threshold': {
    path: '/nl/placements/:placement/thresholds/:threshold',
    see: 'record',
    send: 'nothing',
  },
  ':lang/placements/:placement/leaflet': {
    path: '/nl/placements/:placement/leaflet',
    see: 'record',
    send: 'nothing',
  },
  ':lang/placements/:placement/hand-over': {
    path: '/nl/placements/:placement/hand-over',
    see: 'hand-over',
    send: 'hand-over',
  },
  'files/placements/:placement/job-card.pdf': {
    path: '/files/placements/:placement/job-card.pdf',
    see: 'record',
    send: 'nothing',
  },
  ':lang/placements/:placement/tasks': { path: '/nl/placements/:placement/tasks', see: 'record', send: 'record' },
  ':lang/placements/:placement/tasks/:task': {
    path: '/nl/placements/:placement/tasks/:task',
    see: 'record',
    send: 'record',
  },
  ':lang/placements/:placement/carve': { path: '/nl/placements/:placement/carve', see: 'record', send: 'record' },
  ':lang/placements/:placement/visit': { path: '/nl/placements/:placement/visit', see: 'visit', send: 'visit' },
  ':lang/placements/:placement/visit/report': {
    path: '/nl/placements/:placement/visit/report',
    see: 'visit',
    send: 'visit',
  },
  ':lang/placements/:placement/follow-ups': {
    path: '/nl/placements/:placement/follow-ups',
    see: 'see',
    send: 'fill-in-follow-up',
  },
  ':lang/placements/:placement/follow-ups/:month': {
    path: '/nl/placements/:placement/follow-ups/1',
    see: 'fill-in-follow-up',
    send: 'fill-in-follow-up',
  },
  ':lang/placements/:placement/delete': { path: '/nl/placements/:placement/delete', see: 'erase', send: 'erase' },
};
const persons: Person[] = [
  ...placementRoles,
  'nobody',
  'reader',
  'coach of another',
  'colleague of the coach',
  'host of another',
];

let app: TestApp;
let stage: Stage;
beforeAll(async () => {
  app = await startApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
  stage = await setStage();
});

const may = (person: Person, rule: Row['see']): boolean =>
  rule !== 'nothing' &&
  (placementRoles as readonly string[]).includes(person) &&
  canAtPlacement(person as PlacementRole, rule);
const at = ({ path }: Row, { id, threshold, task }: Stage) =>
  path.replace(':placement', id).replace(':threshold', threshold).replace(':task', task);
const missing = 'AAAAAAAAAAAAAAAA';
const emptyForm = { method: 'POST', body: new URLSearchParams({ nothing: '' }) };

// A browser asks for it without a cookie.
const manifest = ':lang/manifest/:placement?';

test('every route of a placement has a row', () => {
  const paths = routes.map((one) => one.path ?? '').filter((path) => path.includes(':placement') && path !== manifest);
  expect(Object.keys(table).sort()).toEqual(paths.sort());
});

test('the manifest says the same of a placement that is there as of one that is not', async () => {
  const said = async (id: string) => {
    const text = await (await app.visitor().get(`/nl/manifest/${id}`)).text();
    return text.replaceAll(id, '');
  };
  expect(await said(stage.id)).toBe(await said(missing));
});

describe.each(Object.entries(table))('%s', (_, row) => {
  test.each(persons)('answers %s as the table of access says', async (person) => {
    for (const path of [at(row, stage), `${at(row, stage)}.data`]) {
      const { status } = await ask(app, stage.people[person], path);
      expect(status === 200 || status === 202, `${person}: ${path} said ${status}`).toBe(may(person, row.see));
      if (!may(person, row.see)) expect(status).toBe(404);
    }
  });

  test.each(persons)('takes from %s only what the table of access says', async (person) => {
    const own = row.send === 'erase' && may(person, row.send) ? await setStage() : stage;
    const before = await everything(app);
    const { status } = await ask(app, own.people[person], at(row, own), emptyForm);
    if (may(person, row.send)) expect([302, 422], `${person} said ${status}`).toContain(status);
    else {
      expect([404, 405]).toContain(status);
      expect(await everything(app)).toBe(before);
    }
  });

  test('says the same of another’s as of none', async () => {
    const there = at(row, { ...stage, id: missing });
    for (const person of persons.filter((one) => !may(one, row.see))) {
      const [yours, none] = await Promise.all(
        [at(row, stage), there].map(async (path) => bare(await (await ask(app, stage.people[person], path)).text())),
      );
      expect(yours, person).toBe(none);
    }
  });
});

test('what each role may note is only its own', async () => {
  const path = `/nl/placements/${stage.id}`;
  const posts: Record<string, [PlacementPermission, Record<string, string>]> = {
    threshold: ['note-threshold', { text: 'De pauze valt weg', weight: 'small' }],
    note: ['record', { note: 'Volgende week bellen' }],
    guidance: ['record', { guidedOn: '2026-01-05', minutes: '30', kind: 'remote' }],
    visit: ['record', { visitOn: '2099-01-05', purpose: 'Kijken' }],
    waive: ['waive', { item: 'nothing', reason: 'Komt in orde' }],
  };
  for (const [intent, [permission, fields]] of Object.entries(posts))
    for (const person of persons) {
      const { status } = await stage.people[person].post(path, { intent, ...fields });
      const allowed = intent === 'waive' ? 422 : 302;
      expect(status, `${person}: ${intent}`).toBe(may(person, permission) ? allowed : 404);
    }
});

test('a threshold of one placement is not reached through another', async () => {
  const coach = await signIn(app, 'third-coach@example.org');
  const own = await storePlacement(app, coach);
  const path = `/nl/placements/${own.id}/thresholds/${stage.threshold}`;
  expect((await coach.visitor.get(path)).status).toBe(404);
  expect((await coach.visitor.post(path, { intent: 'lower' })).status).toBe(404);
});

const bare = (text: string) => text.replaceAll(/nonce(="|-)[^"']*/g, 'nonce').replaceAll(stage.id, missing);

async function setStage(): Promise<Stage> {
  const workplace = await openWorkplace(app);
  const manager = await signIn(app, 'manager@example.org');
  const organisationId = await createCoaching(app, manager);
  const coach = await signIn(app, 'coach@example.org');
  const colleague = await signIn(app, 'colleague@example.org');
  await joinOrganisation(app, organisationId, coach);
  await joinOrganisation(app, organisationId, colleague);
  await shareWithCoach(workplace, coach);
  const other = await signIn(app, 'other@example.org');
  await createCoaching(app, other);
  await shareWithCoach(workplace, other);
  const firstContractDay = addMonths(brusselsDay(app.services.now()), -1);
  const { id } = await storePlacement(app, coach, { organisationId, assessmentId: workplace.id, firstContractDay });
  const noted = await noteAtPlacement(app, coach, id);
  return {
    id,
    ...noted,
    people: {
      coach: coach.visitor,
      manager: manager.visitor,
      host: workplace.owner,
      'host-colleague': (await invite(workplace, 'colleague')).visitor,
      nobody: app.visitor(),
      reader: (await invite(workplace, 'reader')).visitor,
      'coach of another': other.visitor,
      'colleague of the coach': colleague.visitor,
      'host of another': (await openWorkplace(app)).owner,
    },
  };
}
