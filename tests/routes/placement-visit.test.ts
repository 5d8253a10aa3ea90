import { beforeAll, expect, test } from 'vitest';
import { findPlacementVisit } from '#app/web/placement-visit.server.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { createCoaching, shareWithCoach, signIn, signInCoach, storePlacement } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { invite, openWorkplace } from '../support/workplace.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const roleOf = async (visitor: Visitor, placement: string) => {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const request = new Request('http://localhost/', { headers: { Cookie: cookie } });
  return (await findPlacementVisit(app.services, request, placement, 'nl'))?.role ?? null;
};

test('a placement is its coach’s, its organisation’s owner manages it, and the host’s owner and colleagues are the host', async () => {
  const workplace = await openWorkplace(app);
  const manager = await signIn(app, 'manager@example.org');
  const organisationId = await createCoaching(app, manager);
  const coach = await signIn(app, 'coach-a@example.org');
  const { store } = app.services;
  await store.write((tx) =>
    tx.insert(store.t.membership).values({ organisationId, personId: coach.id, role: 'member', joinedAt: new Date() }),
  );
  const { id } = await storePlacement(app, coach, { organisationId, assessmentId: workplace.id });
  const sharedWith = await signInCoach(app, 'coach-b@example.org');
  await shareWithCoach(workplace, sharedWith);

  expect(await roleOf(coach.visitor, id)).toBe('coach');
  expect(await roleOf(manager.visitor, id)).toBe('manager');
  expect(await roleOf(workplace.owner, id)).toBe('host');
  expect(await roleOf((await invite(workplace, 'colleague')).visitor, id)).toBe('host-colleague');
  expect(await roleOf((await invite(workplace, 'reader')).visitor, id)).toBeNull();
  expect(await roleOf(sharedWith.visitor, id)).toBeNull();
  expect(await roleOf(app.visitor(), id)).toBeNull();
});

test('a coach who left the organisation no longer opens its placements', async () => {
  const coach = await signIn(app, 'coach-c@example.org');
  const { id } = await storePlacement(app, coach);
  const { store } = app.services;
  expect(await roleOf(coach.visitor, id)).toBe('coach');
  await store.write((tx) => tx.delete(store.t.membership));
  expect(await roleOf(coach.visitor, id)).toBeNull();
});
