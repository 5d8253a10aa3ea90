import { beforeAll, describe, expect, test } from 'vitest';
import { addAssessment, findAssessment } from '#app/data/assessment.server.ts';
import {
  changeDraft,
  createEdition,
  findEdition,
  findEditionVersion,
  findOfferedVersion,
  listEditions,
  listEditionVersions,
  publishEdition,
  setWithdrawn,
} from '#app/data/edition.server.ts';
import { findLogo, saveLogo } from '#app/data/logo.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { listOrganisationLog, type OrganisationEvent } from '#app/data/organisation-log.server.ts';
import { addPerson } from '#app/data/person.server.ts';
import { findPublishedEdition, listPublishedEditions } from '#app/data/published-edition.server.ts';
import type { Store } from '#app/data/store.server.ts';
import { coreRef, readEditionRef } from '#app/domain/edition-ref.ts';
import { checklistFinder } from '#app/server/checklists.ts';
import { library } from '../content/published.ts';
import { buildEdition, said } from '../support/edition.ts';
import { storeEdition } from '../support/stored-edition.ts';
import { engines, freshStore } from '../support/stores.ts';

const at = new Date('2026-03-01T10:00:00.000Z');

describe.each(engines)('editions on %s', (engine) => {
  let store: Store;
  let used = 0;
  const fresh = () => `e-${++used}`;

  beforeAll(async () => {
    store = await freshStore(engine);
  }, 30_000);

  const line = (what: OrganisationEvent) => ({ id: fresh(), at, who: 'wie@example.org', what, detail: {} });

  async function federation() {
    const person = await store.write((tx) =>
      addPerson(tx, store, { id: fresh(), email: `${fresh()}@example.org`, language: 'nl', createdAt: at }),
    );
    const id = fresh();
    const made = { id, kind: 'federation', name: `Federatie ${id}`, demo: false, createdAt: at } as const;
    await createOrganisation(store, made, { personId: person.id, label: '' });
    return id;
  }

  async function edition(organisationId: string, slug = fresh()) {
    const id = fresh();
    const made = { id, organisationId, sector: 'care', slug, draft: buildEdition(), createdAt: at } as const;
    expect(await createEdition(store, made, line('edition-created'))).toBe('created');
    return { id, organisationId, slug };
  }

  async function publish(one: { id: string; organisationId: string }, seen?: Date) {
    const stored = await findEdition(store, one.organisationId, one.id);
    const publishing = { versionId: fresh(), checklistRef: 'care@1', changes: 'Eerste.', at };
    return publishEdition(store, one, { ...publishing, seen: seen ?? stored?.changedAt ?? at }, () =>
      line('edition-published'),
    );
  }

  test('an address belongs to one edition, over all federations', async () => {
    const [one, other] = [await federation(), await federation()];
    const { slug } = await edition(one);
    const again = {
      id: fresh(),
      organisationId: other,
      sector: 'care',
      slug,
      draft: buildEdition(),
      createdAt: at,
    } as const;
    expect(await createEdition(store, again, line('edition-created'))).toBe('taken');
    expect(await listEditions(store, other)).toEqual([]);
  });

  test('an edition is found only at its own federation', async () => {
    const [one, other] = [await federation(), await federation()];
    const { id } = await edition(one);
    expect(await findEdition(store, one, id)).toMatchObject({ id, sector: 'care' });
    expect(await findEdition(store, other, id)).toBeNull();
  });

  test('of two editors who change the same piece at once, one is told', async () => {
    const one = await edition(await federation());
    const rename = (from: string, to: string) =>
      changeDraft(store, one, at, (draft) => (draft.name.nl === from ? { ...draft, name: said(to) } : null));
    const ends = await Promise.all([rename('Ons huis', 'Eerste'), rename('Ons huis', 'Tweede')]);
    expect(ends.sort()).toEqual(['changed-meanwhile', 'saved']);
    expect(await rename('Ons huis', 'Derde')).toBe('changed-meanwhile');
  });

  test('two editors who change different pieces at once both keep their work', async () => {
    const one = await edition(await federation());
    const ends = await Promise.all([
      changeDraft(store, one, at, (draft) => ({ ...draft, intro: said('Nieuw.') })),
      changeDraft(store, one, at, (draft) => ({ ...draft, accent: null })),
    ]);
    expect(ends).toEqual(['saved', 'saved']);
    expect((await findEdition(store, one.organisationId, one.id))?.draft).toMatchObject({
      intro: said('Nieuw.'),
      accent: null,
    });
  });

  test('of each edition that members saw, its newest version is shown, oldest edition first', async () => {
    const [one, other] = [await federation(), await federation()];
    const stored = (organisationId: string, versions: number, day: number) =>
      storeEdition(store, { id: fresh(), organisationId, slug: fresh(), at: new Date(at.getTime() + day), versions });
    const [later, first] = [await stored(one, 12, 2), await stored(one, 1, 1)];
    await stored(one, 0, 0);
    await stored(other, 3, 0);
    const found = await listPublishedEditions(store, one);
    expect(found.map(({ id, name }) => [id, name.nl])).toEqual([
      [first, 'Doorstroom in de zorg 1'],
      [later, 'Doorstroom in de zorg 12'],
    ]);
    expect(await findPublishedEdition(store, found[1]?.slug ?? '')).toEqual(found[1]);
    expect(await findPublishedEdition(store, 'never')).toBeNull();
  });

  test('nobody changes the draft of another federation', async () => {
    const one = await edition(await federation());
    const other = { ...one, organisationId: await federation() };
    expect(await changeDraft(store, other, at, (draft) => ({ ...draft, accent: null }))).toBe('changed-meanwhile');
  });

  test('versions are numbered from 1 and never change with the draft', async () => {
    const one = await edition(await federation());
    expect(await publish(one)).toBe(1);
    await changeDraft(store, one, at, (draft) => ({ ...draft, name: said('Nieuw huis') }));
    expect(await publish(one)).toBe(2);
    const versions = await listEditionVersions(store, one.id);
    expect(versions.map(({ number, content }) => [number, content.name.nl])).toEqual([
      [2, 'Nieuw huis'],
      [1, 'Ons huis'],
    ]);
    expect((await findEditionVersion(store, one.slug, 1))?.content).toEqual(buildEdition());
    expect((await listEditions(store, one.organisationId)).map(({ number }) => number)).toEqual([2]);
  });

  test('what was changed since its publisher saw it is not published', async () => {
    const one = await edition(await federation());
    await changeDraft(store, one, at, (draft) => ({ ...draft, accent: null }));
    expect(await publish(one, at)).toBeNull();
    expect(await listEditionVersions(store, one.id)).toEqual([]);
  });

  test('a withdrawn edition starts nothing new, and what runs in it goes on', async () => {
    const one = await edition(await federation());
    expect(await findOfferedVersion(store, one.slug)).toBeNull();
    await publish(one);
    expect(await findOfferedVersion(store, one.slug)).toMatchObject({ number: 1 });
    await setWithdrawn(store, one, at, line('edition-withdrawn'));
    expect(await findOfferedVersion(store, one.slug)).toBeNull();
    expect(await findEditionVersion(store, one.slug, 1)).toMatchObject({ number: 1 });
    await setWithdrawn(store, one, null, line('edition-offered-again'));
    expect(await findOfferedVersion(store, one.slug)).toMatchObject({ number: 1 });
    const log = await listOrganisationLog(store, one.organisationId);
    expect(log.map(({ what }) => what).sort()).toEqual([
      'edition-created',
      'edition-offered-again',
      'edition-published',
      'edition-withdrawn',
    ]);
  });

  test('the checklist of a ref carries the layer; when its federation goes, the core is left and the self-scan stays', async () => {
    const one = await edition(await federation());
    await publish(one);
    const ref = `care@1+${one.slug}@1`;
    const find = checklistFinder(library.checklists, store);
    expect((await find(ref, 'nl'))?.edition).toMatchObject({ slug: one.slug, id: one.id });
    expect(await find(ref, 'nl')).toBe(await find(ref, 'nl'));
    expect(await find('care@1', 'nl')).toBe(library.checklists['care@1']?.nl);
    expect(await find(`retail@1+${one.slug}@1`, 'nl')).toBe(library.checklists['retail@1']?.nl);
    expect(await find(`care@99+${one.slug}@1`, 'nl')).toBeNull();

    const version = await findEditionVersion(store, one.slug, 1);
    const assessment = {
      id: fresh(),
      checklistRef: ref,
      language: 'nl',
      context: {} as never,
      label: '',
      countingKey: 'k',
      demo: false,
      codeHash: null,
      createdAt: at,
      activeAt: at,
      editionVersionId: version?.id ?? '',
    } as const;
    await store.write((tx) => addAssessment(tx, store, assessment));
    await store.write(async (tx) => void (await tx.delete(store.t.organisation)));
    expect(await findAssessment(store, assessment.id)).toMatchObject({ checklistRef: ref, editionVersionId: null });
    expect(await checklistFinder(library.checklists, store)(ref, 'nl')).toBe(library.checklists[coreRef(ref)]?.nl);
    expect(readEditionRef(ref)?.slug).toBe(one.slug);
  });

  test('a picture is kept once', async () => {
    const organisationId = await federation();
    const logo = { id: 'f'.repeat(64), mime: 'image/svg+xml', body: 'PHN2Zy8+' } as const;
    await saveLogo(store, organisationId, logo, at);
    await saveLogo(store, organisationId, logo, at);
    expect(await findLogo(store, logo.id)).toEqual(logo);
    expect(await findLogo(store, 'none')).toBeNull();
  });
});
