import { beforeAll, describe, expect, test } from 'vitest';
import { canInOrganisation, type OrganisationPermission } from '#app/domain/access.ts';
import { organisationRoles } from '#app/domain/organisation.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { join, newOrganisation, type SignedInVisitor, signIn, signInCoach, storePlacement } from '../support/people.ts';
import { confirmPath, finishPilot, newPilot } from '../support/pilot.ts';
import type { Visitor } from '../support/visitor.ts';

/* Pilots over HTTP: who may do what, and the way from an empty pilot into the library. */

let app: TestApp;
let leader: SignedInVisitor;
let organisation: string;
let pilot: string;

beforeAll(async () => {
  app = await startApp();
  leader = await signIn(app, 'leidt@example.org');
  organisation = `/nl/organisations/${await newOrganisation(leader.visitor, 'coaching', 'Het Windscherm')}`;
  pilot = await newPilot(leader.visitor, organisation);
});

const textOf = async (visitor: Visitor | null, path: string) => (await ask(app, visitor, path)).text();
const fileOf = (path: string, name: string) => `/files/pilots/${path.split('/').at(-1)}/${name}?lang=nl`;

describe('who may do what with a pilot', () => {
  const pages: [string, OrganisationPermission, OrganisationPermission | null][] = [
    ['', 'see-pilots', 'lead-pilot'],
    ['/phases/0', 'see-pilots', 'lead-pilot'],
    ['/report', 'see-pilots', null],
    ['/publish', 'publish-pilot', 'publish-pilot'],
    ['/delete', 'publish-pilot', null],
  ];
  const people: Partial<Record<string, Visitor>> = {};

  beforeAll(async () => {
    const id = organisation.split('/').at(-1) ?? '';
    for (const role of organisationRoles) {
      const person = await signIn(app, `${role}@example.org`);
      await join(app, id, person, role);
      people[role] = person.visitor;
    }
    const stranger = await signInCoach(app, 'vreemd@example.org');
    people.stranger = stranger.visitor;
  });

  describe.each(pages)('%s', (rest, see, send) => {
    test.each([...organisationRoles, 'stranger'] as const)('%s', async (role) => {
      const may = (permission: OrganisationPermission) => role !== 'stranger' && canInOrganisation(role, permission);
      const visitor = people[role] as Visitor;
      const { status } = await ask(app, visitor, pilot + rest);
      expect(status).toBe(may(see) ? 200 : 404);
      expect((await ask(app, visitor, `${pilot.replace(/[^/]+$/, 'absent')}${rest}`)).status).toBe(404);
      if (!send) return;
      const before = await everything(app);
      const answer = await visitor.post(pilot + rest, { intent: 'link', status: 'nonsense' });
      expect(answer.status).toBe(may(send) && rest === '/phases/0' ? 422 : 404);
      expect(await everything(app)).toBe(before);
    });
  });

  test.each([...organisationRoles, 'stranger'] as const)('the list, a new one and the files: %s', async (role) => {
    const mine = role !== 'stranger';
    const visitor = people[role] as Visitor;
    const status = async (path: string) => (await ask(app, visitor, path)).status;
    expect(await status(`${organisation}/pilots`)).toBe(mine ? 200 : 404);
    expect(await status(`${organisation}/pilots/new`)).toBe(mine && canInOrganisation(role, 'lead-pilot') ? 200 : 404);
    for (const name of ['report.pdf', 'report.docx']) expect(await status(fileOf(pilot, name))).toBe(mine ? 200 : 404);
    for (const name of ['published.pdf', 'report.xlsx', 'else.pdf'])
      expect(await status(fileOf(pilot, name))).toBe(404);
  });

  test('a pilot of one organisation is not there under another', async () => {
    const other = `/nl/organisations/${await newOrganisation(leader.visitor, 'coaching', 'Een andere')}`;
    const path = `${other}/pilots/${pilot.split('/').at(-1)}`;
    for (const [rest] of pages) expect((await ask(app, leader.visitor, path + rest)).status, rest).toBe(404);
  });

  test('who is not signed in is asked to, and gets no file', async () => {
    expect((await ask(app, null, pilot)).status).toBe(302);
    expect((await ask(app, null, fileOf(pilot, 'report.pdf'))).status).toBe(404);
  });
});

describe('noting in a pilot', () => {
  test.each([
    ['an entry in the future', { intent: 'entry', phase: '0', day: '2099-01-01', entry: 'Straks' }, 'moet nog komen'],
    [
      'a partner without a name',
      { intent: 'partner', partnerKind: 'employer', partnerName: '', contribution: 'BLIJFT' },
      'BLIJFT',
    ],
    [
      'a lesson about a person',
      { intent: 'lesson', lessonKind: 'worked', lesson: 'Bel jan@example.org', item: '' },
      'jan@example.org',
    ],
    ['an ending with open phases', { intent: 'finish' }, 'Nog niet elke fase'],
  ])('changes nothing with %s, and says what is wrong', async (_, fields, said) => {
    const before = await everything(app);
    const answer = await leader.visitor.post(pilot, fields as unknown as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
    expect(await everything(app)).toBe(before);
  });

  test('a phase that leaves something out says why, and what was typed stays', async () => {
    const own = await newPilot(leader.visitor, organisation);
    const done = { status: 'done', doneOn: '2026-01-05', deliverables: ['charter'] };
    const refused = await leader.visitor.post(`${own}/phases/0`, { ...done, note: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/value="charter"[^>]*checked|checked[^>]*value="charter"/);
    expect((await leader.visitor.post(`${own}/phases/0`, { ...done, note: 'Rollen stonden erin.' })).status).toBe(302);
    expect(await textOf(leader.visitor, own)).toContain('Gedaan op 5 januari 2026');
  });

  test('a placement that this person may not see cannot be linked', async () => {
    const other = await signIn(app, 'andere-coach@example.org');
    const foreign = await storePlacement(app, other);
    await leader.visitor.post(pilot, { intent: 'links', placements: [foreign.id], assessments: [] } as never);
    const { read, t } = app.services.store;
    expect((await read.select().from(t.pilotPlacement)).map(({ placementId }) => placementId)).not.toContain(
      foreign.id,
    );
  });
});

describe('from a finished pilot into the library', () => {
  let finished: string;
  let link: string;
  let id: string;

  beforeAll(async () => {
    const about = { title: 'Kamers en linnen', question: 'Wat eerst?' };
    finished = await newPilot(leader.visitor, organisation, about);
    await finishPilot(leader.visitor, finished);
    expect(await textOf(leader.visitor, finished), 'a question without answer keeps it open').toContain(
      'De vraag heeft nog geen antwoord',
    );
    await leader.visitor.post(finished, {
      intent: 'about',
      sector: 'care',
      setting: '',
      ...about,
      answer: 'De takenlijst.',
    });
    await leader.visitor.post(finished, { intent: 'finish' });
    id = finished.split('/').at(-1) ?? '';
  });

  test('a finished pilot takes nothing more until it is opened again', async () => {
    const entry = { intent: 'entry', phase: '0', day: '2026-01-05', entry: 'Nog iets' };
    expect((await leader.visitor.post(finished, entry)).status).toBe(404);
    expect((await leader.visitor.post(`${finished}/phases/0`, { status: 'todo', note: '', doneOn: '' })).status).toBe(
      404,
    );
  });

  test('it cannot be published before its partner confirmed', async () => {
    expect((await leader.visitor.post(`${finished}/publish`, { intent: 'publish' })).status).toBe(422);
    expect((await ask(app, null, `/nl/pilots/${id}`)).status).toBe(404);
    expect((await ask(app, null, fileOf(finished, 'published.pdf'))).status).toBe(404);
  });

  test('the partner reads the text without account, and opening the link confirms nothing', async () => {
    link = await confirmPath(leader.visitor, finished);
    const text = await textOf(null, link);
    for (const said of ['Kamers en linnen', 'Wat eerst?', 'De takenlijst.', 'Begin met de taken.', 'Deed mee.'])
      expect(text).toContain(said);
    expect((await leader.visitor.post(`${finished}/publish`, { intent: 'publish' })).status).toBe(422);
    expect(JSON.stringify(await everything(app))).not.toContain(link.split('/').at(-1));
  });

  const confirm = async (path: string, over: Record<string, string> = {}) => {
    const text = /name="text" value="([\w-]+)"/.exec(await textOf(null, path))?.[1] ?? '';
    return ask(app, null, path, { method: 'POST', body: new URLSearchParams({ text, ...over }) });
  };

  test('another text than the one on screen is not confirmed', async () => {
    expect((await confirm(link, { text: 'another' })).status).toBe(422);
    expect((await confirm(link, { text: '' })).status).toBe(422);
  });

  test('once confirmed it can be published, and then everybody reads and downloads it', async () => {
    expect((await confirm(link)).status).toBe(302);
    expect((await leader.visitor.post(`${finished}/publish`, { intent: 'publish' })).status).toBe(302);
    const page = await textOf(null, `/nl/pilots/${id}`);
    expect(page).toContain('Begin met de taken.');
    expect(await textOf(null, '/nl/pilots?q=LINNEN')).toContain(`/nl/pilots/${id}`);
    expect(await textOf(null, '/nl/pilots?q=nergens-te-vinden')).not.toContain(`/nl/pilots/${id}`);
    for (const name of ['published.pdf', 'published.docx'])
      expect((await ask(app, null, fileOf(finished, name))).status, name).toBe(200);
    expect((await ask(app, null, fileOf(finished, 'report.pdf'))).status).toBe(404);
    expect((await ask(app, null, `/en/pilots/${id}`)).status).toBe(200);
  });

  test('another organisation does it again: the lessons come along, the partner only as a kind', async () => {
    const other = await signInCoach(app, 'doet-het-na@example.org');
    const own = `/nl/organisations/${await newOrganisation(other.visitor, 'employer', 'Van Hove')}`;
    const again = await newPilot(other.visitor, own, { from: id, title: 'Nog eens' });
    const page = await textOf(other.visitor, again);
    for (const said of ['Begin met de taken.', 'Geleerd in: Kamers en linnen', 'Nog geen naam'])
      expect(page).toContain(said);
    for (const secret of ['Deed mee.', 'De Linde']) expect(page).not.toContain(secret);
    const stolen = await other.visitor.post(`${own}/pilots/new`, {
      from: pilot.split('/').at(-1) ?? '',
      title: 'x',
      sector: 'care',
    });
    expect([404, 422]).toContain(stolen.status);
  });

  test('a changed word asks for a new confirmation, and the library keeps the text that was confirmed', async () => {
    await leader.visitor.post(finished, { intent: 'reopen' });
    await leader.visitor.post(finished, { intent: 'lesson', lessonKind: 'worked', lesson: 'NIEUWE LES', item: '' });
    await leader.visitor.post(finished, { intent: 'finish' });
    expect(await textOf(leader.visitor, `${finished}/publish`)).toContain('Bevestigde een eerdere tekst');
    expect((await leader.visitor.post(`${finished}/publish`, { intent: 'publish' })).status).toBe(422);
    expect(await textOf(null, `/nl/pilots/${id}`)).not.toContain('NIEUWE LES');
  });

  test('a new link closes the one before', async () => {
    const next = await confirmPath(leader.visitor, finished);
    expect(await textOf(null, link)).toContain('Deze link werkt niet meer');
    expect((await confirm(link)).status).toBe(404);
    link = next;
  });

  test('a partner who takes the confirmation back takes the pilot out of the library', async () => {
    expect((await confirm(link)).status).toBe(302);
    expect((await confirm(link, { intent: 'take-back' })).status).toBe(302);
    expect((await ask(app, null, `/nl/pilots/${id}`)).status).toBe(404);
  });

  test('an erased pilot is gone for everybody', async () => {
    expect((await leader.visitor.post(`${finished}/delete`, {})).status).toBe(302);
    expect((await ask(app, leader.visitor, finished)).status).toBe(404);
    expect(await textOf(null, link)).toContain('Deze link werkt niet meer');
  });
});

describe('the library', () => {
  test('holds the nine of 2017 as facts, each with its source, the two totals and a free hook', async () => {
    const { pilots, call } = app.services.findPilots('nl').earlier;
    const list = await textOf(null, '/nl/pilots');
    for (const { id } of pilots) {
      expect(list).toContain(`/nl/pilots/${id}`);
      const page = await textOf(null, `/nl/pilots/${id}`);
      for (const said of [call.discrepancy, call.source.title, 'Dit haakje is nog leeg']) expect(page).toContain(said);
    }
    for (const amount of ['333.960', '172.691', '50.820', '557.471', '575.471']) expect(list).toContain(amount);
    expect((await ask(app, null, '/nl/pilots/none')).status).toBe(404);
  });

  test('is searched by contractor and work, whatever the capitals', async () => {
    const found = await textOf(null, '/nl/pilots?q=bdo+CATERING');
    expect(found).toContain('/nl/pilots/logistics-catering-2017');
    expect(found).not.toContain('/nl/pilots/green-2017');
  });
});
