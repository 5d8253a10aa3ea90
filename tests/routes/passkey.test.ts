import { beforeAll, describe, expect, test } from 'vitest';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { type Authenticator, newAuthenticator } from '../support/authenticator.ts';
import { type SignedInVisitor, signIn } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { t } from '../support/words.ts';

/* Passkeys, with an authenticator in software. */

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

const adding = '/nl/account/passkey';
const signing = '/nl/sign-in/passkey';

async function ask(visitor: Visitor, path: string) {
  const response = await visitor.post(path, { intent: 'ask' });
  expect(response.status).toBe(200);
  return ((await response.json()) as { options: never }).options as never;
}
const answer = (visitor: Visitor, path: string, credential: string, next = '') =>
  visitor.post(path, { intent: 'answer', credential, next });

async function withPasskey(options: Parameters<typeof newAuthenticator>[0] = {}) {
  const person = await signIn(app, `${crypto.randomUUID()}@example.org`);
  const authenticator = newAuthenticator(options);
  const added = await answer(person.visitor, adding, authenticator.create(await ask(person.visitor, adding), app.url));
  expect(added.status).toBe(200);
  return { person, authenticator };
}

async function isSignedIn(visitor: Visitor, { email }: SignedInVisitor): Promise<boolean> {
  const page = await visitor.get('/nl/account');
  return page.status === 200 && (await page.text()).includes(email);
}

/** Tries to sign in as a stranger; gives their browser and the status. */
async function enter(authenticator: Authenticator, changes: Parameters<Authenticator['get']>[2] = {}) {
  const visitor = app.visitor();
  const credential = authenticator.get(await ask(visitor, signing), app.url, changes);
  return { visitor, credential, status: (await answer(visitor, signing, credential)).status };
}

test('a passkey signs in without an address, and goes to the page that was asked for', async () => {
  const { person, authenticator } = await withPasskey();
  const visitor = app.visitor();
  const credential = authenticator.get(await ask(visitor, signing), app.url);
  const entered = await answer(visitor, signing, credential, '/nl/organisations');
  expect(await entered.json()).toEqual({ to: '/nl/organisations' });
  expect(await isSignedIn(visitor, person)).toBe(true);
});

test('a passkey that does not count its uses signs in again and again', async () => {
  const { person, authenticator } = await withPasskey({ counts: false });
  for (let time = 0; time < 3; time++) {
    const { visitor, status } = await enter(authenticator);
    expect(status).toBe(200);
    expect(await isSignedIn(visitor, person)).toBe(true);
  }
});

test('signing in gives the browser another key, so that a planted session is not let in', async () => {
  const { person, authenticator } = await withPasskey();
  const planted = app.visitor();
  const options = await ask(planted, signing);
  const victim = app.visitor();
  for (const [name, value] of planted.cookies) victim.cookies.set(name, value);
  expect((await answer(victim, signing, authenticator.get(options, app.url))).status).toBe(200);
  expect(await isSignedIn(victim, person)).toBe(true);
  expect(await isSignedIn(planted, person)).toBe(false);
});

describe('an answer is refused', () => {
  test('when its challenge was spent, by a good answer or by a bad one', async () => {
    const { authenticator } = await withPasskey({ counts: false });
    const visitor = app.visitor();
    const options = await ask(visitor, signing);
    const old = new Map(visitor.cookies);
    const credential = authenticator.get(options, app.url);
    expect((await answer(visitor, signing, 'nothing')).status).toBe(422);
    expect((await answer(visitor, signing, credential)).status).toBe(422);

    const good = authenticator.get(await ask(visitor, signing), app.url);
    const copy = app.visitor();
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    expect((await answer(visitor, signing, good)).status).toBe(200);
    expect((await answer(copy, signing, good)).status).toBe(422);
    expect(old.size).toBeGreaterThan(0);
  });

  test('but for one of two that come at the same time', async () => {
    const { authenticator } = await withPasskey({ counts: false });
    const visitor = app.visitor();
    const credential = authenticator.get(await ask(visitor, signing), app.url);
    const both = await Promise.all([1, 2].map(() => answer(visitor, signing, credential)));
    expect(both.map((one) => one.status).sort()).toEqual([200, 422]);
  });

  test('without a challenge, with that of another browser, and with one that is too old', async () => {
    const { authenticator } = await withPasskey({ counts: false });
    const options = await ask(app.visitor(), signing);
    expect((await answer(app.visitor(), signing, authenticator.get(options, app.url))).status).toBe(422);
    const other = app.visitor();
    await ask(other, signing);
    expect((await answer(other, signing, authenticator.get(options, app.url))).status).toBe(422);

    const late = app.visitor();
    const credential = authenticator.get(await ask(late, signing), app.url);
    app.setNow(new Date(Date.now() + 5 * 60_000 + 1000));
    const refused = await answer(late, signing, credential);
    app.setNow(null);
    expect(refused.status).toBe(422);
  });

  test('from another origin, or for another site', async () => {
    const { authenticator } = await withPasskey({ counts: false });
    for (const origin of [
      'https://evil.example',
      `${app.url}.evil.example`,
      app.url.replace('http:', 'https:'),
      'null',
    ])
      expect((await enter(authenticator, { origin })).status, origin).toBe(422);
    expect((await enter(authenticator, { rpId: 'evil.example' })).status).toBe(422);
  });

  test('when its counter did not go on: somebody has a copy', async () => {
    const { person, authenticator } = await withPasskey();
    expect((await enter(authenticator, { counter: 10 })).status).toBe(200);
    for (const counter of [10, 9, 0]) {
      const { visitor, status } = await enter(authenticator, { counter });
      expect(status, `${counter}`).toBe(422);
      expect(await isSignedIn(visitor, person)).toBe(false);
    }
    expect((await enter(authenticator, { counter: 11 })).status).toBe(200);
  });

  test('when it is signed with another key, names another person, or its passkey is not known or gone', async () => {
    const { person, authenticator } = await withPasskey({ counts: false });
    const { person: other } = await withPasskey();
    const forged = newAuthenticator({ counts: false, id: authenticator.id });
    expect((await enter(forged, { userHandle: Buffer.from(person.id).toString('base64url') })).status).toBe(422);
    const userHandle = Buffer.from(other.id).toString('base64url');
    expect((await enter(authenticator, { userHandle })).status).toBe(422);
    expect((await enter(newAuthenticator())).status).toBe(422);
    await person.visitor.post('/nl/account', { intent: 'remove-passkey', passkey: authenticator.id });
    expect((await enter(authenticator)).status).toBe(422);
  });

  test('whatever it looks like, and it is never a failure', async () => {
    const visitor = app.visitor();
    for (const bad of [
      '',
      '{',
      'null',
      '[]',
      '{"id":1}',
      JSON.stringify({ id: 'x', response: {} }),
      '9'.repeat(9000),
    ]) {
      await ask(visitor, signing);
      expect((await answer(visitor, signing, bad)).status, bad).toBe(422);
    }
  });
});

describe('a new passkey', () => {
  test('is named after the device, can be renamed, and be removed', async () => {
    const { person, authenticator } = await withPasskey();
    const { visitor } = person;
    await visitor.post('/nl/account', { intent: 'rename-passkey', passkey: authenticator.id, label: 'Sleutelbos' });
    expect(await (await visitor.get('/nl/account')).text()).toContain('value="Sleutelbos"');
    await visitor.post('/nl/account', { intent: 'remove-passkey', passkey: authenticator.id });
    expect(await (await visitor.get('/nl/account')).text()).not.toContain('Sleutelbos');
  });

  test.each([
    ['no name', ' ', 'error.needed'],
    ['a name that is too long', 'x'.repeat(121), 'error.too-long'],
    ['a name that points to a person', 'jan.peeters@voorbeeld.be', 'error.identity'],
  ])('says beside its field why %s is not kept, and keeps what was typed', async (_what, label, error) => {
    const { person, authenticator } = await withPasskey();
    const { visitor } = person;
    const before = await app.services.store.read.select().from(app.services.store.t.passkey);
    const form = { intent: 'rename-passkey', passkey: authenticator.id, label };
    const back = await visitor.post('/nl/account', form);
    expect(back.status).toBe(422);
    const page = await back.text();
    expect(page).toContain(t(error));
    expect(page).toContain(`aria-describedby="passkey-${authenticator.id}-error"`);
    expect(page).toContain(`value="${label}"`);
    expect(await app.services.store.read.select().from(app.services.store.t.passkey)).toEqual(before);
    expect((await visitor.post('/nl/account', { ...form, 'keep-label': 'yes' })).status).toBe(
      error === 'error.identity' ? 302 : 422,
    );
  });

  test('is not added by a stranger, for a spent challenge, from another origin, or as an answer for signing in', async () => {
    const { visitor } = await signIn(app, 'nieuw@example.org');
    expect((await app.visitor().post(adding, { intent: 'ask' })).status).toBe(302);
    const credential = newAuthenticator().create(await ask(visitor, adding), app.url);
    expect((await answer(visitor, adding, 'nothing')).status).toBe(422);
    const before = await everything(app);
    expect((await answer(visitor, adding, credential)).status).toBe(422);
    expect(await everything(app)).toBe(before);
    const evil = newAuthenticator().create(await ask(visitor, adding), 'https://evil.example');
    expect((await answer(visitor, adding, evil)).status).toBe(422);
  });

  test('does not take the place of somebody else’s with the same id', async () => {
    const { person, authenticator } = await withPasskey({ counts: false });
    const thief = await signIn(app, 'dief@example.org');
    const copy = newAuthenticator({ id: authenticator.id, counts: false });
    expect((await answer(thief.visitor, adding, copy.create(await ask(thief.visitor, adding), app.url))).status).toBe(
      422,
    );
    const { visitor } = await enter(authenticator);
    expect(await isSignedIn(visitor, person)).toBe(true);
  });

  test('of somebody else is not renamed or removed', async () => {
    const { person, authenticator } = await withPasskey();
    const thief = await signIn(app, 'dief2@example.org');
    const before = await app.services.store.read.select().from(app.services.store.t.passkey);
    for (const intent of ['rename-passkey', 'remove-passkey'])
      await thief.visitor.post('/nl/account', {
        intent,
        passkey: authenticator.id,
        label: 'Van mij',
        personId: person.id,
        counter: '0',
      });
    expect(await app.services.store.read.select().from(app.services.store.t.passkey)).toEqual(before);
  });
});
