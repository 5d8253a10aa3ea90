import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { canInOrganisation, type OrganisationPermission } from '#app/domain/access.ts';
import { organisationRoles } from '#app/domain/organisation.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { join, newInvitation, newOrganisation, type SignedInVisitor, signIn } from '../support/people.ts';
import { openWorkplace } from '../support/workplace.ts';

/* Organisations: every role at every address, one's own, another's and none at all; and what they promise. */

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
});

const somebody = () => signIn(app, `${crypto.randomUUID()}@example.org`);
const rows = async <T extends keyof TestApp['services']['store']['t']>(table: T) =>
  app.services.store.read.select().from(app.services.store.t[table]);
const membersOf = async (id: string) => (await rows('membership')).filter((one) => one.organisationId === id);

type Team = { id: string; owner: SignedInVisitor; member: SignedInVisitor; viewer: SignedInVisitor };
type Role = Exclude<keyof Team, 'id'>;
async function team(kind: 'employer' | 'coaching' | 'federation' = 'employer', name = 'De Linde'): Promise<Team> {
  const [owner, member, viewer] = [await somebody(), await somebody(), await somebody()];
  const id = await newOrganisation(owner.visitor, kind, name);
  await join(app, id, member, 'member');
  await join(app, id, viewer, 'viewer');
  return { id, owner, member, viewer };
}

/** What each address asks; posts with something that is allowed, so that only access can refuse. */
type Send = { fields: (team: Team) => Record<string, string>; needs: OrganisationPermission };
const addresses: { path: string; file?: boolean; see: OrganisationPermission; sends: Send[] }[] = [
  { path: '', see: 'see', sends: [{ needs: 'rename', fields: () => ({ name: 'Andere naam' }) }] },
  {
    path: '/people',
    see: 'see',
    sends: [
      { needs: 'invite', fields: () => ({ intent: 'invite', email: 'nieuw@example.org', role: 'member' }) },
      { needs: 'invite', fields: () => ({ intent: 'revoke', invitation: 'none' }) },
      { needs: 'manage-people', fields: ({ viewer }) => ({ intent: 'role', member: viewer.id, role: 'viewer' }) },
      { needs: 'manage-people', fields: ({ viewer }) => ({ intent: 'role', member: viewer.id, role: 'owner' }) },
      { needs: 'see', fields: () => ({ intent: 'label', label: 'Onthaal' }) },
      { needs: 'see', fields: () => ({ intent: 'nothing' }) },
    ],
  },
  { path: '/log', see: 'see-log', sends: [] },
  { path: '/merge', see: 'merge', sends: [] },
  { path: '/delete', see: 'delete', sends: [] },
  { path: '/everything.zip', file: true, see: 'export', sends: [] },
];
const addressOf = ({ path, file }: (typeof addresses)[number], id: string) =>
  `${file ? '/files' : '/nl'}/organisations/${id}${path}`;

describe.each(organisationRoles)('as %s', (role) => {
  test.each(addresses)('of one’s own, $path opens and takes what the table says', async (address) => {
    const own = await team();
    const { visitor } = own[role as Role];
    const at = addressOf(address, own.id);
    expect((await visitor.get(at)).status).toBe(canInOrganisation(role, address.see) ? 200 : 404);
    for (const { fields, needs } of address.sends) {
      const before = await everything(app);
      const { status } = await visitor.post(at, fields(own));
      expect(status, JSON.stringify(fields(own))).toBe(canInOrganisation(role, needs) ? 302 : 404);
      if (!canInOrganisation(role, needs)) expect(await everything(app)).toBe(before);
    }
  });

  test.each(addresses)(
    'another’s %# and one that is not there are the same answer, and nothing changes',
    async (address) => {
      const [own, other] = [await team(), await team()];
      const { visitor } = own[role as Role];
      const before = await everything(app);
      const answers = await Promise.all(
        [other.id, 'AAAAAAAAAAAAAAAA'].map(async (id) => {
          const seen = await visitor.get(addressOf(address, id));
          return { status: seen.status, text: clean(await seen.text(), id) };
        }),
      );
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.status).toBe(404);
      for (const { fields } of address.sends)
        expect((await visitor.post(addressOf(address, other.id), fields(other))).status).toBe(404);
      if (['/merge', '/delete'].includes(address.path))
        expect((await visitor.post(addressOf(address, other.id), { other: own.id })).status).toBe(404);
      expect(await everything(app)).toBe(before);
    },
  );
});

const clean = (text: string, id: string) =>
  text
    .replaceAll(/nonce(="|-)[^"']*/g, 'nonce')
    .replaceAll(id, 'ID')
    .replaceAll(/"[A-Za-z0-9_-]{16}"/g, '"ID"');

test('ids of another organisation do nothing in one’s own', async () => {
  const [own, other] = [await team(), await team()];
  const token = await newInvitation(app, other.id, 'x@example.org', 'member');
  const invitation = (await rows('invitation')).find((one) => one.tokenHash === app.services.hash(token))?.id ?? '';
  const before = await everything(app);
  const people = `/nl/organisations/${own.id}/people`;
  const { visitor } = own.owner;
  expect((await visitor.post(people, { intent: 'role', member: other.viewer.id, role: 'owner' })).status).toBe(404);
  expect((await visitor.post(people, { intent: 'remove', member: other.viewer.id })).status).toBe(404);
  expect((await visitor.post(people, { intent: 'revoke', invitation })).status).toBe(302);
  expect((await visitor.post(`/nl/organisations/${own.id}/merge`, { other: other.id })).status).toBe(404);
  expect((await visitor.post(`/nl/organisations/${own.id}/merge`, { other: own.id })).status).toBe(404);
  expect(await everything(app)).toBe(before);
});

test('fields that a form does not have change nothing', async () => {
  const own = await team();
  const extra = {
    kind: 'federation',
    role: 'owner',
    personId: own.member.id,
    organisationId: 'x',
    demo: 'true',
    id: 'x',
  };
  const { visitor } = own.member;
  await visitor.post(`/nl/organisations/${own.id}/people`, { ...extra, intent: 'label', label: 'Teamcoach' });
  await own.owner.visitor.post(`/nl/organisations/${own.id}`, { ...extra, name: 'Nieuw' });
  const [organisation] = (await rows('organisation')).filter((one) => one.id === own.id);
  expect(organisation).toMatchObject({ id: own.id, kind: 'employer', name: 'Nieuw', demo: false });
  const member = (await membersOf(own.id)).find((one) => one.personId === own.member.id);
  expect(member).toMatchObject({ role: 'member', label: 'Teamcoach' });
  await own.owner.visitor.post('/nl/organisations', { ...extra, kind: 'coaching', name: 'Extra', label: '' });
  expect((await rows('organisation')).find((one) => one.name === 'Extra')).toMatchObject({
    kind: 'coaching',
    demo: false,
  });
});

describe('the last owner', () => {
  test('cannot leave, become less, or erase the account; a second owner can', async () => {
    const { id, owner, member } = await team();
    const people = `/nl/organisations/${id}/people`;
    for (const fields of [
      { intent: 'leave' },
      { intent: 'role', member: owner.id, role: 'member' },
      { intent: 'remove', member: owner.id },
    ]) {
      const refused = await owner.visitor.post(people, fields);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('er moet een eigenaar blijven');
    }
    expect((await owner.visitor.post('/nl/account/delete', {})).status).toBe(422);
    await owner.visitor.post(people, { intent: 'role', member: member.id, role: 'owner' });
    expect((await owner.visitor.post(people, { intent: 'leave' })).status).toBe(302);
    expect((await owner.visitor.get(people)).status).toBe(404);
  });

  test('stays when two owners go at the same moment', async () => {
    for (let time = 0; time < 5; time++) {
      const { id, owner, member } = await team();
      const people = `/nl/organisations/${id}/people`;
      await owner.visitor.post(people, { intent: 'role', member: member.id, role: 'owner' });
      const going = [
        owner.visitor.post(people, { intent: 'leave' }),
        time % 2
          ? member.visitor.post('/nl/account/delete', {})
          : member.visitor.post(people, { intent: 'role', member: member.id, role: 'viewer' }),
      ];
      expect((await Promise.all(going)).map((one) => one.status).sort()).toEqual([302, 422]);
      expect((await membersOf(id)).filter((one) => one.role === 'owner')).toHaveLength(1);
    }
  });
});

describe('an invitation', () => {
  test('opens by reading, is accepted by posting, once, by whoever signed in with any address', async () => {
    const { id } = await team();
    const token = await newInvitation(app, id, 'bedoeld@example.org', 'member');
    const before = await everything(app);
    const stranger = app.visitor();
    expect(await (await stranger.get(`/nl/invitations/${token}`)).text()).toContain('De Linde');
    expect((await stranger.post(`/nl/invitations/${token}`, {})).headers.get('Location')).toContain('/sign-in');
    expect(await everything(app)).toBe(before);
    const person = await somebody();
    expect((await person.visitor.post(`/nl/invitations/${token}`, {})).status).toBe(302);
    expect((await membersOf(id)).find((one) => one.personId === person.id)?.role).toBe('member');
    expect((await (await somebody()).visitor.post(`/nl/invitations/${token}`, {})).status).toBe(404);
  });

  test('is mailed, listed, and can be taken back; a new one to the same address ends the old', async () => {
    const { id, owner } = await team();
    const people = `/nl/organisations/${id}/people`;
    const send = () => owner.visitor.post(people, { intent: 'invite', email: 'Collega@Example.org', role: 'viewer' });
    const first = await tokenIn(send);
    const second = await tokenIn(send);
    expect(await (await app.visitor().get(`/nl/invitations/${first}`)).text()).toContain('werkt niet meer');
    const page = await (await owner.visitor.get(people)).text();
    expect(page).toContain('collega@example.org');
    const invitation = /name="invitation" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await owner.visitor.post(people, { intent: 'revoke', invitation });
    expect((await (await somebody()).visitor.post(`/nl/invitations/${second}`, {})).status).toBe(404);
  });

  test('works for fourteen days', async () => {
    const { id } = await team();
    const [inTime, late] = [
      await newInvitation(app, id, 'a@b.be', 'member'),
      await newInvitation(app, id, 'c@d.be', 'member'),
    ];
    const [one, other] = [await somebody(), await somebody()];
    const day = 24 * 60 * 60_000;
    app.setNow(new Date(Date.now() + 14 * day - 60_000));
    expect((await one.visitor.post(`/nl/invitations/${inTime}`, {})).status).toBe(302);
    app.setNow(new Date(Date.now() + 14 * day + 1000));
    expect((await other.visitor.post(`/nl/invitations/${late}`, {})).status).toBe(404);
    app.setNow(null);
  });

  test('never lowers the role of who is there already', async () => {
    const { id, owner, viewer } = await team();
    await join(app, id, owner, 'viewer');
    await join(app, id, viewer, 'owner');
    const members = await membersOf(id);
    expect(members.find((one) => one.personId === owner.id)?.role).toBe('owner');
    expect(members.find((one) => one.personId === viewer.id)?.role).toBe('owner');
  });
});

/** The secret of the invitation that this post mails. */
async function tokenIn(post: () => Promise<Response>): Promise<string> {
  const known = new Set((await rows('mail')).map((one) => one.id));
  expect((await post()).status).toBe(302);
  const mail = (await rows('mail')).find((one) => one.kind === 'invitation' && !known.has(one.id));
  const { sealed = '' } = (mail?.payload ?? {}) as { sealed?: string };
  const { url } = JSON.parse(app.services.unseal(sealed) ?? '{}') as { url: string };
  return url.split('/').at(-1) ?? '';
}

describe('merging', () => {
  test('unites people with the higher role, and moves workplaces, invitations and the log; the other disappears', async () => {
    const [into, from] = [await team('employer', 'De Linde'), await team('employer', 'De Linde vzw')];
    await join(app, from.id, into.owner, 'owner');
    await join(app, from.id, into.viewer, 'member');
    const workplace = await openWorkplace(app, 'keuken');
    await signIn(app, from.owner.email, workplace.owner);
    await workplace.owner.post(`${workplace.base}/access`, { intent: 'keep', organisation: from.id });
    const token = await newInvitation(app, from.id, 'later@example.org', 'viewer');
    const lines = (await rows('organisationLog')).filter((one) => one.organisationId === from.id).length;

    const page = `/nl/organisations/${into.id}`;
    expect(await (await into.owner.visitor.get(`${page}/merge`)).text()).toContain('De Linde vzw');
    expect((await into.owner.visitor.post(`${page}/merge`, { other: from.id })).status).toBe(302);
    const roles = Object.fromEntries((await membersOf(into.id)).map((one) => [one.personId, one.role]));
    expect(roles).toEqual({
      [into.owner.id]: 'owner',
      [into.member.id]: 'member',
      [into.viewer.id]: 'member',
      [from.owner.id]: 'owner',
      [from.member.id]: 'member',
      [from.viewer.id]: 'viewer',
    });
    expect((await rows('organisation')).some((one) => one.id === from.id)).toBe(false);
    expect((await rows('assessment')).find((one) => one.id === workplace.id)?.organisationId).toBe(into.id);
    expect((await from.member.visitor.get(workplace.base)).status).toBe(200);
    expect((await (await somebody()).visitor.post(`/nl/invitations/${token}`, {})).headers.get('Location')).toContain(
      into.id,
    );
    const log = (await rows('organisationLog')).filter((one) => one.organisationId === into.id);
    expect(log.length).toBeGreaterThan(lines);
    expect(await (await into.owner.visitor.get(`${page}/log`)).text()).toContain('‘De Linde vzw’');
  });

  test('asks two of the same kind, both owned', async () => {
    const into = await team();
    const other = await newOrganisation(into.owner.visitor, 'coaching', 'Andere soort');
    const notOwned = await team();
    await join(app, notOwned.id, into.owner, 'member');
    const before = await everything(app);
    for (const from of [other, notOwned.id, 'none', ''])
      expect((await into.owner.visitor.post(`/nl/organisations/${into.id}/merge`, { other: from })).status).toBe(404);
    expect(await everything(app)).toBe(before);
  });
});

describe('a workplace', () => {
  test('is taken along in place: colleagues see it by their role, code and links keep working, and it can be taken out', async () => {
    const { id, owner, member, viewer } = await team();
    const workplace = await openWorkplace(app, 'wasserij');
    const access = `${workplace.base}/access`;
    expect(await (await workplace.owner.get(access)).text()).toContain(`next=${encodeURIComponent(access)}`);
    const boss = await signIn(app, owner.email, workplace.owner);
    expect((await boss.visitor.post(access, { intent: 'keep', organisation: id })).status).toBe(302);
    expect((await member.visitor.get(workplace.base)).status).toBe(200);
    expect((await member.visitor.get(access)).status).toBe(404);
    expect((await viewer.visitor.get(`${workplace.base}/result`)).status).toBe(200);
    expect((await viewer.visitor.get(workplace.base)).status).toBe(404);
    const page = await (await viewer.visitor.get(`/nl/organisations/${id}`)).text();
    expect(page).toContain('wasserij');
    expect(page).toContain(`${workplace.base}/result`);

    // An owner by organisation alone takes it out and does not lose it.
    expect((await owner.visitor.post(access, { intent: 'take-out' })).status).toBe(302);
    expect((await member.visitor.get(workplace.base)).status).toBe(404);
    expect((await owner.visitor.get(access)).status).toBe(200);
    expect((await workplace.owner.get(access)).status).toBe(200);
  });

  test('is not kept by another’s organisation, one of another kind, or by a viewer; nor twice', async () => {
    const [own, other] = [await team(), await team()];
    const coaching = await newOrganisation(own.owner.visitor, 'coaching', 'Coaches');
    const workplace = await openWorkplace(app);
    const access = `${workplace.base}/access`;
    expect((await workplace.owner.post(access, { intent: 'keep', organisation: own.id })).status).toBe(404);
    await signIn(app, own.viewer.email, workplace.owner);
    expect((await workplace.owner.post(access, { intent: 'keep', organisation: own.id })).status).toBe(404);
    await signIn(app, own.owner.email, workplace.owner);
    for (const id of [other.id, coaching, 'none', ''])
      expect((await workplace.owner.post(access, { intent: 'keep', organisation: id })).status).toBe(404);
    await workplace.owner.post(access, { intent: 'keep', organisation: own.id });
    const second = await newOrganisation(own.owner.visitor, 'employer', 'Tweede');
    await workplace.owner.post(access, { intent: 'keep', organisation: second });
    expect((await rows('assessment')).find((one) => one.id === workplace.id)?.organisationId).toBe(own.id);
  });

  test('is started for an organisation by who may, and by nobody else', async () => {
    const { id, member, viewer } = await team();
    const start = `/nl/sectors/care/start?for=${id}`;
    const context = {
      subSector: 'other',
      size: 'unknown',
      place: 'unknown',
      targetJob: 'unknown',
      shifts: 'unknown',
      label: 'linnen',
    };
    expect((await viewer.visitor.get(start)).status).toBe(404);
    expect((await viewer.visitor.post(start, context)).status).toBe(404);
    expect((await app.visitor().post(start, context)).headers.get('Location')).toContain('/sign-in');
    expect((await member.visitor.get(start)).status).toBe(200);
    expect((await member.visitor.post(start, context)).status).toBe(302);
    expect(await (await viewer.visitor.get(`/nl/organisations/${id}`)).text()).toContain('linnen');
  });
});

/** Everything stored in all tables but one: a browser still knows which random id it could open. */
async function everywhereBut(table: string): Promise<string> {
  const { [table]: _, ...rest } = JSON.parse(await everything(app)) as Record<string, unknown>;
  return JSON.stringify(rest);
}

describe('erasing', () => {
  test('an organisation takes its workplaces, people’s places, invitations and log along, and leaves numbers', async () => {
    const { id, owner, member } = await team();
    const workplace = await openWorkplace(app, 'keuken');
    await workplace.owner.save(workplace.id, { item: 'goal-backed', value: 'largely', note: 'geheim' });
    await signIn(app, owner.email, workplace.owner);
    await workplace.owner.post(`${workplace.base}/access`, { intent: 'keep', organisation: id });
    const gone = await owner.visitor.post(`/nl/organisations/${id}/delete`, {});
    const receipt = await (await owner.visitor.get(gone.headers.get('Location') ?? '')).text();
    expect(receipt).toContain('1 werkplek');
    expect(receipt).toContain('1 antwoord');
    expect(receipt).toContain('3 plaatsen van collega');
    const left = await everywhereBut('session');
    for (const trace of [id, workplace.id]) expect(left.includes(trace), trace).toBe(false);
    expect((await member.visitor.get('/nl/account')).status).toBe(200);
  });

  test('an account takes the address out of every table, and stays out of the log', async () => {
    const { id, owner, member } = await team();
    const other = await signIn(app, member.email);
    const started = await openWorkplace(app);
    const { store } = app.services;
    await store.write((tx) =>
      tx.update(store.t.assessment).set({ startedBy: member.id }).where(eq(store.t.assessment.id, started.id)),
    );
    const people = `/nl/organisations/${id}/people`;
    await owner.visitor.post(people, { intent: 'role', member: member.id, role: 'viewer' });
    const gone = await member.visitor.post('/nl/account/delete', {});
    expect(gone.headers.get('Location')).toContain('/receipts/');
    expect(await (await member.visitor.get(gone.headers.get('Location') ?? '')).text()).toContain('2 aanmeldingen');
    expect((await other.visitor.get('/nl/account')).status).toBe(302);
    for (const trace of [member.email, member.id]) expect((await everything(app)).includes(trace), trace).toBe(false);
    expect((await everywhereBut('session')).includes(started.id)).toBe(false);
    expect(await (await owner.visitor.get(`/nl/organisations/${id}/log`)).text()).toContain('een gewist account');
  });
});

describe('the account', () => {
  test('lists where one is signed in; one session can be ended, or all but this one', async () => {
    const first = await somebody();
    const [second, third] = [await signIn(app, first.email), await signIn(app, first.email)];
    const stranger = await somebody();
    const id = /name="session" value="([^"]+)"/.exec(await (await first.visitor.get('/nl/account')).text())?.[1] ?? '';
    await stranger.visitor.post('/nl/account', { intent: 'end-session', session: id });
    const signedIn = async (one: SignedInVisitor) => (await one.visitor.get('/nl/account')).status === 200;
    expect(await Promise.all([first, second, third].map(signedIn))).toEqual([true, true, true]);
    await first.visitor.post('/nl/account', { intent: 'end-session', session: id });
    expect((await Promise.all([second, third].map(signedIn))).filter(Boolean)).toHaveLength(1);
    await first.visitor.post('/nl/account', { intent: 'end-others' });
    expect(await Promise.all([first, second, third, stranger].map(signedIn))).toEqual([true, false, false, true]);
  });

  test('signing out ends the keys that were renewed a moment ago as well', async () => {
    const person = await somebody();
    const old = app.visitor();
    for (const [name, value] of person.visitor.cookies) old.cookies.set(name, value);
    await person.visitor.post('/nl/sectors/care/start', {
      subSector: 'other',
      size: 'unknown',
      place: 'unknown',
      targetJob: 'unknown',
      shifts: ['unknown'],
    });
    await person.visitor.post('/nl/account', { intent: 'sign-out' });
    expect((await old.get('/nl/account')).status).toBe(302);
  });

  test('keeps the language for mail', async () => {
    const person = await somebody();
    const changed = await person.visitor.post('/nl/account', { intent: 'language', language: 'en' });
    expect(changed.headers.get('Location')).toBe('/en/account#language');
    await person.visitor.post('/nl/account', { intent: 'language', language: 'xx' });
    expect((await rows('person')).find((one) => one.id === person.id)?.language).toBe('en');
  });

  test('cannot be read by who signed out', async () => {
    expect((await ask(app, null, '/files/account/everything.zip')).status).toBe(302);
  });
});
