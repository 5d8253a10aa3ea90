import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addAssessment } from '#app/data/assessment.server.ts';
import { createLink, revokeLink } from '#app/data/link.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { deleteOrganisation, findQuietOrganisation } from '#app/data/organisation-deletion.server.ts';
import { mergeOrganisations } from '#app/data/organisation-merge.server.ts';
import { addPerson } from '#app/data/person.server.ts';
import {
  changePilot,
  createPilot,
  deletePilot,
  findPublishedPilot,
  findWholePilot,
  listPilots,
  listPublishedPilots,
} from '#app/data/pilot.server.ts';
import {
  confirmText,
  findConfirmingPartner,
  publishPilot,
  saveConfirmToken,
  takeBackConfirmation,
} from '#app/data/pilot-confirmation.server.ts';
import { listLinks, readLinkedPlacements, readLinkedWorkplaces, saveLinks } from '#app/data/pilot-link.server.ts';
import {
  addEntry,
  addLesson,
  addPartner,
  changePartner,
  removePart,
  savePilotPhase,
} from '#app/data/pilot-part.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { PublicStory } from '#app/domain/pilot-story.ts';
import type { TestApp } from '../support/app.ts';
import { type SignedInVisitor, storePlacement } from '../support/people.ts';
import { buildPilot } from '../support/pilot.ts';
import { engines, freshStore } from '../support/stores.ts';

const now = new Date('2026-06-01T08:00:00.123Z');
const newId = () => randomBytes(12).toString('base64url');

describe.each(engines)('pilots on %s', (engine) => {
  let store: Store;
  let coach: SignedInVisitor;
  let organisation: string;
  const app = () => ({ services: { store, newId, now: () => now } }) as unknown as TestApp;

  beforeAll(async () => {
    store = await freshStore(engine);
    coach = await person();
    organisation = await newOrganisation(coach);
  }, 60_000);

  async function person(): Promise<SignedInVisitor> {
    const one = { id: newId(), email: `${newId()}@example.org`, language: 'nl', createdAt: now } as const;
    return (await store.write((tx) => addPerson(tx, store, one))) as unknown as SignedInVisitor;
  }
  async function newOrganisation(owner: SignedInVisitor) {
    const made = { id: newId(), kind: 'coaching', name: 'Het Windscherm', demo: false, createdAt: now } as const;
    await createOrganisation(store, made, { personId: owner.id, label: '' });
    return made.id;
  }
  async function newPilot(of = organisation) {
    const { pilot } = buildPilot({}, { id: newId(), organisationId: of });
    await createPilot(store, pilot, { phases: [], partners: [], lessons: [] }, now);
    return pilot.id;
  }
  async function newAssessment(organisationId: string | null) {
    const id = newId();
    const context = { subSector: 'x', size: 'x', place: 'x', targetJob: 'x', shifts: [] } as never;
    const shared = { checklistRef: 'care@1', language: 'nl', context, label: '', countingKey: newId() } as const;
    await store.write((tx) =>
      addAssessment(tx, store, {
        ...{ id, ...shared, demo: false, createdAt: now, activeAt: now, codeHash: null },
        ...(organisationId ? { organisationId } : {}),
      }),
    );
    return id;
  }

  test('keep what was typed, in order, and give it to their own organisation alone', async () => {
    const id = await newPilot();
    await savePilotPhase(store, id, phase('doing'), now);
    await savePilotPhase(store, id, phase('done'), now);
    const typed = partner('Linde');
    await addPartner(store, id, typed, now);
    await changePartner(store, id, { ...typed, name: 'De Linde' }, now);
    await addEntry(store, id, { id: newId(), phase: 1, day: '2026-02-02', note: 'later' }, now);
    await addEntry(store, id, { id: newId(), phase: 0, day: '2026-01-09', note: 'eerder' }, now);
    await addLesson(store, id, { id: newId(), kind: 'worked', note: 'Samen', item: null, origin: '' }, now);
    const whole = await findWholePilot(store, organisation, id);
    expect(whole?.phases.map(({ status }) => status)).toEqual(['done', ...Array(8).fill('todo')]);
    expect(whole?.partners.map(({ name }) => name)).toEqual(['De Linde']);
    expect(whole?.entries.map(({ note }) => note)).toEqual(['eerder', 'later']);
    expect(whole?.lessons.map(({ note }) => note)).toEqual(['Samen']);
    const other = await newOrganisation(await person());
    expect(await findWholePilot(store, other, id)).toBeNull();
    expect(await listPilots(store, other)).toEqual([]);
  });

  test('lose a part only by their own hand', async () => {
    const [mine, other] = [await newPilot(), await newPilot()];
    const entry = { id: newId(), phase: 0, day: '2026-01-09', note: 'Begonnen' } as const;
    await addEntry(store, mine, entry, now);
    await removePart(store, other, 'pilotEntry', entry.id, now);
    expect((await findWholePilot(store, organisation, mine))?.entries).toHaveLength(1);
    await removePart(store, mine, 'pilotEntry', entry.id, now);
    expect((await findWholePilot(store, organisation, mine))?.entries).toEqual([]);
  });

  test('count along only what their organisation may see now', async () => {
    const id = await newPilot();
    const [own, shared, foreign] = [
      await newAssessment(organisation),
      await newAssessment(null),
      await newAssessment(null),
    ];
    const link = { ...share, id: newId(), assessmentId: shared, personId: coach.id, tokenHash: newId() } as const;
    await createLink(store, link);
    const there = await storePlacement(app(), coach, { organisationId: organisation, assessmentId: own });
    const gone = await storePlacement(app(), coach, { organisationId: await newOrganisation(coach) });
    const all = { assessments: [own, shared, foreign], placements: [there.id, gone.id] };
    await saveLinks(store, id, all, all, now);
    const seen = await listLinks(store, id, organisation, now);
    expect(seen.assessments.sort()).toEqual([own, shared].sort());
    expect(seen.placements).toEqual([there.id]);
    const later = new Date('2026-09-02T00:00:00Z');
    expect((await listLinks(store, id, organisation, later)).assessments).toEqual([own]);
    await revokeLink(store, shared, link.id, now);
    expect((await listLinks(store, id, organisation, now)).assessments).toEqual([own]);
  });

  test('stay linked to what the person who chose could not see', async () => {
    const id = await newPilot();
    const [mine, colleagues] = [await newAssessment(organisation), await newAssessment(organisation)];
    const both = { assessments: [mine, colleagues], placements: [] };
    await saveLinks(store, id, both, both, now);
    await saveLinks(store, id, { assessments: [], placements: [] }, { assessments: [mine], placements: [] }, now);
    expect((await listLinks(store, id, organisation, now)).assessments).toEqual([colleagues]);
  });

  test('read of a placement what is counted, and what no public text may hold', async () => {
    const placement = await storePlacement(app(), coach, {
      ...{ organisationId: organisation, phase: 'closed', outcome: 'contract-ended', firstContractDay: '2026-02-02' },
      closedOn: '2026-05-05',
    });
    const [read] = await readLinkedPlacements(store, [placement.id]);
    expect(read).toEqual({
      ...{ code: placement.code, days: ['2026-02-02', '2026-05-05'], phase: 'closed', hired: true },
      ...{ outcome: 'contract-ended', thresholds: [], tried: [] },
    });
    expect(await readLinkedPlacements(store, [])).toEqual([]);
    expect(await readLinkedWorkplaces(store, [await newAssessment(organisation)])).toEqual([{ handIns: [] }]);
  });

  test('come into the library only with the text that every partner confirmed, and leave it when one takes that back', async () => {
    const id = await newPilot();
    const [one, other] = [partner('1'), partner('2')];
    for (const each of [one, other]) await addPartner(store, id, each, now);
    const story = { title: 'Linnen' } as PublicStory;
    await confirmText(store, one.id, 'now', now);
    await confirmText(store, other.id, 'before', now);
    expect(await publishPilot(store, id, story, 'now', now)).toBe(false);
    expect(await findPublishedPilot(store, id)).toBeNull();
    await confirmText(store, other.id, 'now', now);
    expect(await publishPilot(store, id, story, 'now', now)).toBe(true);
    expect(await findPublishedPilot(store, id)).toMatchObject({
      story,
      organisationId: organisation,
      publishedAt: now,
    });
    await takeBackConfirmation(store, id, one.id, now);
    expect((await listPublishedPilots(store)).map((published) => published.id)).not.toContain(id);
  });

  test('never go public without a partner', async () => {
    const id = await newPilot();
    expect(await publishPilot(store, id, { title: 'Alleen' } as PublicStory, 'now', now)).toBe(false);
  });

  test('open to a partner by its newest link alone', async () => {
    const id = await newPilot();
    const one = partner('l');
    await addPartner(store, id, one, now);
    const [first, second] = [newId(), newId()];
    expect(await saveConfirmToken(store, id, one.id, first)).toBe(true);
    expect(await saveConfirmToken(store, await newPilot(), one.id, newId())).toBe(false);
    await saveConfirmToken(store, id, one.id, second);
    expect(await findConfirmingPartner(store, first)).toBeNull();
    expect(await findConfirmingPartner(store, second)).toMatchObject({ pilotId: id, partner: { id: one.id } });
  });

  test('go with their organisation, move with it when two become one, and keep it from being quiet', async () => {
    const owner = await person();
    const [from, into] = [await newOrganisation(owner), await newOrganisation(owner)];
    const id = await newPilot(from);
    expect(await findQuietOrganisation(store, from)).toBeNull();
    const line = (what: 'merged') => ({ id: newId(), at: now, who: '', what, detail: {} });
    expect(await mergeOrganisations(store, { from, into, owner: owner.id }, () => line('merged'))).toBe(true);
    expect((await listPilots(store, into)).map((one) => one.id)).toEqual([id]);
    const gone = await deleteOrganisation(store, into, { id: newId(), at: now, backupsUntil: '2026-07-06' });
    expect(gone?.counts).toMatchObject({ pilots: 1 });
    expect(await findWholePilot(store, into, id)).toBeNull();
  });

  test('can be finished, opened again and erased', async () => {
    const id = await newPilot();
    await addPartner(store, id, partner('x'), now);
    await changePilot(store, id, { finishedAt: now }, now);
    expect((await findWholePilot(store, organisation, id))?.pilot.finishedAt).toEqual(now);
    await changePilot(store, id, { finishedAt: null }, now);
    await deletePilot(store, id);
    expect(await findWholePilot(store, organisation, id)).toBeNull();
  });
});

const phase = (status: 'doing' | 'done') =>
  ({ phase: 0, status, deliverables: ['charter'], note: '', doneOn: null }) as const satisfies object as never;
const partner = (name: string) => ({ id: newId(), kind: 'employer', name, contribution: '' }) as const;
const share = {
  ...{ kind: 'coach', label: '', voice: 'job-coach', item: null, question: '', createdAt: now, revokedAt: null },
  ...{
    expiresAt: new Date('2026-09-01T00:00:00Z'),
    openedAt: now,
    boundAt: now,
    confirmedAt: now,
    scope: [],
    sealed: null,
  },
} as const satisfies object as never as Omit<Parameters<typeof createLink>[1], 'id' | 'assessmentId' | 'tokenHash'>;
