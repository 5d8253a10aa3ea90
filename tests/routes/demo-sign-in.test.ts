import { expect, test } from 'vitest';
import { demoPeople } from '#app/domain/demo-person.ts';
import { openDemo } from '#app/server/demo.ts';
import { startApp } from '../support/app.ts';

/* The demo lets its visitor in as one of its people; no other installation does. */

const demo = await startApp({ DEMO: '1' });
const { links } = await openDemo(demo.services);
const buttons = /(?<=>)Meld aan als [^<]+/g;

test('the demo offers a button for each of its people, and no installation else does', async () => {
  const page = await (await demo.visitor().get('/nl/sign-in')).text();
  expect(page.match(buttons)).toEqual([
    'Meld aan als jobcoach van de demo',
    'Meld aan als HR van De Linde',
    'Meld aan als sectorconsulent van Zorg Vooruit (verzonnen)',
  ]);
  const ordinary = await startApp();
  const elsewhere = await (await ordinary.visitor().get('/nl/sign-in')).text();
  expect(elsewhere.match(buttons)).toBeNull();
  expect(elsewhere).not.toContain('sign-in/demo');
});

test('elsewhere nobody is signed in so, not even where a person has the address', async () => {
  const ordinary = await startApp();
  const { store, newId, now } = ordinary.services;
  const person = { id: newId(), email: demoPeople.coach, language: 'nl', createdAt: now(), activeAt: now() } as const;
  await store.write((tx) => tx.insert(store.t.person).values(person));
  for (const name of [...Object.keys(demoPeople), 'constructor', '']) {
    const answer = await ordinary.visitor().post('/nl/sign-in/demo', { person: name });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  }
});

test.each([
  ['coach', '/nl/placements', 'Demo: tuincentrum Groenrand'],
  ['hr', '/nl/organisations', 'Demo: De Linde'],
])('the button of %s opens %s', async (person, path, seen) => {
  const visitor = demo.visitor();
  const signedIn = await visitor.post('/nl/sign-in/demo', { person });
  expect(signedIn.headers.get('Location')).toBe(path);
  const page = await (await visitor.get(path)).text();
  expect(page).toContain(seen);
  expect(page).toContain('demo-strip');
});

test('only its people can be chosen in the demo', async () => {
  for (const person of ['owner', 'constructor', ''])
    expect((await demo.visitor().post('/nl/sign-in/demo', { person })).status).toBe(404);
});

test.each(links)('the printed link signs in: %s', async (line) => {
  const path = new URL(line.split('  ')[0] as string).pathname;
  const visitor = demo.visitor();
  expect((await visitor.post(path, {})).status).toBe(302);
  expect(await (await visitor.get('/nl/account')).text()).toContain(line.split('  ')[1]);
  expect((await demo.visitor().post(path, {})).status).toBe(404);
});
