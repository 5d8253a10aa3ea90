import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCoachesDue, postCaseloadWeek, readCaseload, stopCaseloadWeek } from '#app/data/caseload-mail.server.ts';
import { listFollowUps } from '#app/data/follow-up.server.ts';
import { type FollowUpEntry, saveFollowUpStep } from '#app/data/follow-up-form.server.ts';
import { listFollowedPlacements, postDueFollowUps } from '#app/data/follow-up-mail.server.ts';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { TestApp } from '../support/app.ts';
import { type SignedInVisitor, storePlacement } from '../support/people.ts';
import { engines, freshStore } from '../support/stores.ts';

const now = new Date('2026-10-01T08:00:00Z');
const today = '2026-10-01';
const newId = () => randomBytes(12).toString('base64url');

describe.each(engines)('follow-ups on %s', (engine) => {
  let store: Store;
  let coach: SignedInVisitor;
  let placement: StoredPlacement;

  beforeAll(async () => {
    store = await freshStore(engine);
    const person = { id: newId(), email: 'coach@example.org', language: 'nl', createdAt: now, activeAt: now } as const;
    await store.write((tx) => tx.insert(store.t.person).values(person));
    coach = { ...person } as unknown as SignedInVisitor;
    const app = { services: { store, newId, now: () => now } } as unknown as TestApp;
    const over = { firstContractDay: '2026-09-01', phase: 'aftercare', hostEmail: 'hr@example.org' } as const;
    placement = await storePlacement(app, coach, over);
  }, 30_000);

  const entry = (over: Partial<FollowUpEntry> = {}): FollowUpEntry => ({
    id: newId(),
    month: 1,
    side: 'employer',
    filledBy: 'employer',
    answers: {},
    note: null,
    closes: null,
    event: { id: newId(), at: now, side: 'host', what: 'follow-up.event-employer', detail: {} },
    ...over,
  });
  const employers = async () => (await listFollowUps(store, placement, ['employer'], today))[0];

  it('posts what is due once, however many ask at the same moment', async () => {
    const writer = {
      newId,
      newToken: newId,
      hash: (text: string) => `#${text}`,
      seal: (text: string) => text,
      unseal: (text: string) => text,
      write: ({ id, reader }: { id: string; reader: { email: string } }) => ({
        id,
        assessmentId: null,
        placementId: placement.id,
        toAddress: reader.email,
        language: 'nl' as const,
        kind: 'follow-up-employer',
        payload: {},
        createdAt: now,
      }),
    };
    expect((await listFollowedPlacements(store, today)).map(({ id }) => id)).toEqual([placement.id]);
    const posted = await Promise.all([1, 2, 3, 4].map(() => postDueFollowUps(store, placement.id, today, writer)));
    expect(posted.sort()).toEqual([0, 0, 0, 2]);
    const mails = (await store.read.select().from(store.t.mail)).map(({ toAddress }) => toAddress);
    expect(mails.sort()).toEqual(['coach@example.org', 'hr@example.org']);
  });

  it('keeps each step beside the others, takes the waiting letter along when it is whole, and says so once', async () => {
    await saveFollowUpStep(store, placement.id, entry({ answers: { a: 'yes' } }));
    await saveFollowUpStep(store, placement.id, entry({ answers: { b: 'no' }, note: 'n', closes: ['a', 'b', 'c'] }));
    expect(await employers()).toMatchObject({ state: 'due', answers: null });
    for (let twice = 0; twice < 2; twice += 1)
      await saveFollowUpStep(store, placement.id, entry({ answers: { c: 'x' }, closes: ['a', 'b', 'c'] }));
    expect(await employers()).toMatchObject({ state: 'done', answers: { a: 'yes', b: 'no', c: 'x' }, note: 'n' });
    const mails = (await store.read.select().from(store.t.mail)).map(({ toAddress }) => toAddress);
    expect(mails).toEqual(['coach@example.org']);
    const events = (await store.read.select().from(store.t.placementEvent)).map(({ what }) => what);
    expect(events.filter((what) => what === 'follow-up.event-employer')).toHaveLength(1);
  });

  it('claims a coach’s week once, and not after it was stopped', async () => {
    const mail = { id: newId(), assessmentId: null, placementId: null, toAddress: 'coach@example.org' };
    const week = { ...mail, language: 'nl', kind: 'caseload-week', payload: {}, createdAt: now } as const;
    expect((await listCoachesDue(store, '2026-W40')).map(({ id }) => id)).toEqual([coach.id]);
    expect((await readCaseload(store, coach.id, today)).map(({ code }) => code)).toEqual([placement.code]);
    const claims = await Promise.all([1, 2, 3].map(() => postCaseloadWeek(store, coach.id, '2026-W40', week)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await listCoachesDue(store, '2026-W40')).toEqual([]);
    await stopCaseloadWeek(store, coach.id, now);
    expect(await listCoachesDue(store, '2026-W41')).toEqual([]);
    expect(await postCaseloadWeek(store, coach.id, '2026-W41', { ...week, id: newId() })).toBe(false);
    expect((await store.read.select().from(store.t.mail)).map(({ kind }) => kind)).not.toContain('caseload-week');
    await stopCaseloadWeek(store, coach.id, null);
    expect(await listCoachesDue(store, '2026-W41')).toHaveLength(1);
  });
});
