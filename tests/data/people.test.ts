import { beforeAll, describe, expect, test } from 'vitest';
import { changeRole, endMembership, listMembers } from '#app/data/member.server.ts';
import { createOrganisation, findMembership } from '#app/data/organisation.server.ts';
import { findQuietOrganisation, listQuietOrganisations } from '#app/data/organisation-deletion.server.ts';
import { listOrganisationLog, type OrganisationEvent } from '#app/data/organisation-log.server.ts';
import { mergeOrganisations } from '#app/data/organisation-merge.server.ts';
import { acceptPasskey, addPasskey } from '#app/data/passkey.server.ts';
import { addPerson, findPerson, listQuietPeople } from '#app/data/person.server.ts';
import { deletePerson } from '#app/data/person-deletion.server.ts';
import { createSession, findSession, spendChallenge } from '#app/data/session.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { engines, freshStore } from '../support/stores.ts';

const at = new Date('2026-03-01T10:00:00.123Z');
const later = new Date('2026-06-01T10:00:00.000Z');

describe.each(engines)('people and organisations on %s', (engine) => {
  let store: Store;
  let used = 0;
  const fresh = () => `id-${++used}`;

  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  const person = (email = `${fresh()}_%@example.org`, createdAt = at) =>
    store.write((tx) => addPerson(tx, store, { id: fresh(), email, language: 'nl', createdAt }));
  const line = (what: OrganisationEvent, who: string, detail: Record<string, string> = {}) => ({
    id: fresh(),
    at,
    who,
    what,
    detail,
  });
  async function organisation(owner: { id: string; email: string }) {
    const id = fresh();
    const made = { id, kind: 'employer', name: id, demo: false, createdAt: at } as const;
    await createOrganisation(store, made, { personId: owner.id, label: '' }, line('created', owner.email));
    return id;
  }
  const addMember = (organisationId: string, personId: string, role: 'owner' | 'member' = 'owner') =>
    store.write((tx) => tx.insert(store.t.membership).values({ organisationId, personId, role, joinedAt: at }));

  test('an address is one person, who was active when they last signed in', async () => {
    const first = await person('zelfde@example.org');
    const again = await person('zelfde@example.org', later);
    expect(again).toEqual({ ...first, activeAt: later });
  });

  test('of two owners who go at the same time one stays', async () => {
    const [one, other] = [await person(), await person()];
    const id = await organisation(one);
    await addMember(id, other.id);
    const changes = await Promise.all([
      endMembership(store, id, one.id, line('left', one.email)),
      changeRole(store, id, other.id, 'viewer', line('role-changed', one.email)),
    ]);
    expect(changes.sort()).toEqual(['done', 'last-owner']);
    expect((await listMembers(store, id)).filter((member) => member.role === 'owner')).toHaveLength(1);
  });

  test('an owner and an account that go at the same time leave one owner', async () => {
    const [one, other] = [await person(), await person()];
    const id = await organisation(one);
    await addMember(id, other.id);
    const [left, deleted] = await Promise.all([
      endMembership(store, id, one.id, line('left', one.email)),
      deletePerson(store, other, { id: fresh(), at, backupsUntil: '2026-04-05' }),
    ]);
    expect([left === 'last-owner', deleted === 'only-owner'].filter(Boolean)).toHaveLength(1);
    expect((await listMembers(store, id)).filter((member) => member.role === 'owner')).toHaveLength(1);
  });

  test('an erased account is anonymous in the log, also as whom it was about; nobody else is', async () => {
    const [owner, gone] = [await person(), await person()];
    const similar = await person(gone.email.replace('_%', 'xx'));
    const id = await organisation(owner);
    for (const email of [gone.email, similar.email])
      await store.write((tx) =>
        tx
          .insert(store.t.organisationLog)
          .values({ ...line('role-changed', email, { email, role: 'member' }), organisationId: id }),
      );
    await deletePerson(store, gone, { id: fresh(), at, backupsUntil: '2026-04-05' });
    expect(await findPerson(store, gone.id)).toBe(null);
    const log = (await listOrganisationLog(store, id)).filter((one) => one.what === 'role-changed');
    expect(log.map(({ who, detail }) => ({ who, detail }))).toEqual(
      expect.arrayContaining([
        { who: '', detail: { email: '', role: 'member' } },
        { who: similar.email, detail: { email: similar.email, role: 'member' } },
      ]),
    );
  });

  test('merging keeps the higher role, and both logs', async () => {
    const [owner, colleague] = [await person(), await person()];
    const [into, from] = [await organisation(owner), await organisation(owner)];
    await addMember(into, colleague.id, 'member');
    await addMember(from, colleague.id, 'owner');
    const merged = (name: string) => line('merged', owner.email, { name });
    expect(await mergeOrganisations(store, { from, into, owner: colleague.id }, merged)).toBe(false);
    expect(await mergeOrganisations(store, { from, into, owner: owner.id }, merged)).toBe(true);
    expect((await findMembership(store, into, colleague.id))?.role).toBe('owner');
    expect((await listOrganisationLog(store, into)).map((one) => one.what).sort()).toEqual([
      'created',
      'created',
      'merged',
    ]);
    expect(await mergeOrganisations(store, { from, into, owner: owner.id }, merged)).toBe(false);
  });

  test('quiet are people without organisation, and organisations that keep nothing', async () => {
    const [alone, member] = [await person(), await person()];
    const id = await organisation(member);
    const people = (await listQuietPeople(store, later)).map((one) => one.id);
    expect(people).toContain(alone.id);
    expect(people).not.toContain(member.id);
    expect(await listQuietPeople(store, at)).toEqual([]);
    expect(await findQuietOrganisation(store, id)).toMatchObject({ id, activeAt: at, warnedAt: null });
    await person(member.email, later);
    expect(await findQuietOrganisation(store, id)).toMatchObject({ activeAt: later });
    expect((await listQuietOrganisations(store, later)).map((one) => one.id)).not.toContain(id);
  });

  test('a challenge is spent once, also when two answers come at once', async () => {
    const id = fresh();
    const challenge = { value: 'c', until: later.toISOString() };
    const row = { id, data: { author: 'a', challenge }, createdAt: at, expiresAt: later, personId: null, device: '' };
    await createSession(store, row);
    const spent = await Promise.all([1, 2, 3].map(() => spendChallenge(store, id)));
    expect(spent.filter((one) => one !== null)).toEqual([challenge]);
    expect(await findSession(store, id, at)).toEqual({ author: 'a' });
  });

  test('a passkey’s counter only goes on', async () => {
    const { id: personId } = await person();
    const passkey = { id: fresh(), personId, publicKey: '', counter: 3, transports: [], label: '', createdAt: at };
    expect(await addPasskey(store, { ...passkey, usedAt: null })).toBe(true);
    expect(await addPasskey(store, { ...passkey, usedAt: null })).toBe(false);
    const accepted = [];
    for (const counter of [3, 0, 4, 4])
      accepted.push((await acceptPasskey(store, passkey.id, counter, at))?.id ?? null);
    expect(accepted).toEqual([null, null, personId, null]);
  });
});
