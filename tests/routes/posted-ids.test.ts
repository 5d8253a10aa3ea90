import { beforeAll, describe, expect, test } from 'vitest';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { shareWithCoach, signInCoach, storePlacement } from '../support/people.ts';
import { everyPost, item } from '../support/posts.ts';
import type { Visitor } from '../support/visitor.ts';
import { askColleague, invite, openWorkplace, type Workplace } from '../support/workplace.ts';

/* A browser names what it sends, so that sending twice is safe. A name that is already somebody else's changes nothing. */

/** Two who know nothing of each other: a floor, its coach and a placement on it. */
type Side = { workplace: Workplace; coach: Visitor; placement: StoredPlacement; asked: string };
/** What is sent under an id, and the tables that hold it. */
type Sending = { tables: Table[]; send: (side: Side, id: string, typed: string) => Promise<Response> };
type Table = 'answer' | 'submission' | 'placementThreshold' | 'placementEvent' | 'placementNote';

let app: TestApp;
let first: Side;
let second: Side;

beforeAll(async () => {
  app = await startApp();
  first = await openSide('een');
  second = await openSide('twee');
}, 60_000);

async function openSide(name: string): Promise<Side> {
  const workplace = await openWorkplace(app);
  const coach = await signInCoach(app, `${name}@example.org`);
  await shareWithCoach(workplace, coach);
  await workplace.owner.save(workplace.id, { item, value: 'not-yet' });
  const { path: asked } = await askColleague(workplace, item);
  return {
    asked,
    workplace,
    coach: coach.visitor,
    placement: await storePlacement(app, coach, { assessmentId: workplace.id }),
  };
}

const json = (who: Visitor, path: string, body: unknown) =>
  ask(app, who, path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const answer = (id: string, note: string) => ({
  ...{ id, item, value: 'started', reasonId: null, reasonText: '', note, proof: '', base: [] },
});

/** What a coach sends from the floor, with a button or when the network is back. */
const entries: Record<string, { tables: Table[]; fields: (id: string, typed: string) => Record<string, string> }> = {
  answer: {
    tables: ['answer'],
    fields: (id, note) => ({ kind: 'answer', id, item, value: 'started', note, base: '' }),
  },
  threshold: {
    tables: ['placementThreshold', 'placementEvent'],
    fields: (id, text) => ({ kind: 'threshold', id, text, weight: 'small', item: '', seenOn: '' }),
  },
  note: { tables: ['placementNote'], fields: (id, text) => ({ kind: 'note', id, text }) },
};
const visitOf = ({ placement }: Side) => `/nl/placements/${placement.id}/visit`;

const sendings: Record<string, Sending> = {
  '/save': {
    tables: ['answer'],
    send: ({ workplace: { owner, id: assessment } }, id, typed) =>
      json(owner, '/save', { assessment, language: 'nl', answer: answer(id, typed) }),
  },
  ':lang/assessments/:assessment/sections/:section': {
    tables: ['answer'],
    send: ({ workplace: { owner, base } }, id, typed) =>
      owner.post(`${base}/sections/commitment`, {
        [`${item}.value`]: 'started',
        [`${item}.id`]: id,
        [`${item}.note`]: typed,
        [`${item}.base`]: '',
      }),
  },
  ':lang/ask/:token': {
    tables: ['answer'],
    send: ({ asked }, id, typed) =>
      app.visitor().post(asked, { [`${item}.value`]: 'started', [`${item}.id`]: id, [`${item}.note`]: typed }),
  },
  ':lang/assessments/:assessment/hand-in': {
    tables: ['submission'],
    send: ({ workplace: { owner, base } }, id) => owner.post(`${base}/hand-in`, { id }),
  },
  ...Object.fromEntries(
    Object.entries(entries).flatMap(([kind, { tables, fields }]): [string, Sending][] => [
      [
        `:lang/placements/:placement/visit ${kind}`,
        { tables, send: (side, id, typed) => side.coach.post(visitOf(side), fields(id, typed)) },
      ],
      [
        `/visit-sync ${kind}`,
        {
          tables,
          send: (side, id, typed) =>
            json(side.coach, '/visit-sync', {
              placement: side.placement.id,
              language: 'nl',
              entries: [fields(id, typed)],
            }),
        },
      ],
    ]),
  ),
};

const rowsOf = async ({ tables }: Sending) => {
  const { read, t } = app.services.store;
  return Promise.all(tables.map((table) => read.select().from(t[table])));
};

describe.each(Object.entries(sendings))('an id that somebody else sent to %s', (path, sending) => {
  test('overwrites nothing, reveals nothing and is no failure; their own id works', async () => {
    const id = crypto.randomUUID();
    expect((await sending.send(first, id, `Van de eerste: ${path}`)).status).toBeLessThan(400);
    const before = await rowsOf(sending);
    expect(JSON.stringify(before)).toContain(id);

    const again = await sending.send(second, id, `Van de tweede: ${path}`);
    expect(again.status).toBeLessThan(500);
    expect(again.status === 200 ? await again.clone().text() : '422').toMatch(/422|refused/);
    const page = await again.text();
    expect(page).not.toContain('Van de eerste');
    expect(page).not.toContain(first.workplace.id);
    expect(await rowsOf(sending)).toEqual(before);

    expect((await sending.send(second, crypto.randomUUID(), `Van de tweede: ${path}`)).status).toBeLessThan(400);
    expect(await rowsOf(sending)).not.toEqual(before);
  });
});

test('a weight sent under the id of somebody else’s entry is refused, and under one’s own changes once', async () => {
  const [theirs, threshold, own] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const { fields } = entries.threshold as (typeof entries)[string];
  await first.coach.post(visitOf(first), fields(theirs, 'Van de eerste'));
  await second.coach.post(visitOf(second), fields(threshold, 'Van de tweede'));
  const weigh = (id: string) =>
    second.coach.post(visitOf(second), {
      ...{ kind: 'weigh', id, threshold, version: '1', weight: 'high', loweredOn: '' },
    });
  expect((await weigh(theirs)).status).toBe(422);
  expect((await weigh(own)).status).toBe(302);
  expect((await weigh(own)).status).toBe(302);
  const stored = await app.services.store.read.select().from(app.services.store.t.placementThreshold);
  expect(stored.find(({ id }) => id === theirs)?.weight).toBe('small');
  expect(stored.find(({ id }) => id === threshold)).toMatchObject({ weight: 'high', version: 2, rival: null });
});

test('within one workplace as well: a colleague, another voice or another question takes nobody’s id', async () => {
  const { workplace, coach } = first;
  const { visitor: colleague } = await invite(workplace, 'colleague', 'team-lead');
  const id = crypto.randomUUID();
  await workplace.owner.save(workplace.id, answer(id, 'Van de eigenaar'));
  const before = await rowsOf({ tables: ['answer'] } as Sending);
  const tries: [Visitor, object][] = [
    [colleague, answer(id, 'Van een collega')],
    [coach, answer(id, 'Van de jobcoach')],
    [workplace.owner, { ...answer(id, 'Over iets anders'), item: 'team-heard' }],
  ];
  for (const [who, sent] of tries) {
    const refused = await json(who, '/save', { assessment: workplace.id, language: 'nl', answer: sent });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({ error: 'error.text' });
  }
  expect(await rowsOf({ tables: ['answer'] } as Sending)).toEqual(before);
});

test('every form that carries an id for what it adds is in this test', async () => {
  const posts = await everyPost(await openWorkplace(app));
  const carrying = Object.entries(posts).filter(([, { fields }]) => fields.some((one) => /(^|\.)id$/.test(one)));
  // The page of a pilot names what it takes out of that pilot; it adds nothing under that id.
  const adding = carrying
    .map(([path]) => path)
    .filter((path) => path !== ':lang/organisations/:organisation/pilots/:pilot');
  const here = new Set(Object.keys(sendings).map((name) => name.split(' ')[0] ?? ''));
  expect(adding.filter((path) => !here.has(path))).toEqual([]);
});
