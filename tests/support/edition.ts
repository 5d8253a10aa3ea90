import fc from 'fast-check';
import { createEdition, publishEdition } from '#app/data/edition.server.ts';
import { createOrganisation } from '#app/data/organisation.server.ts';
import { addPerson } from '#app/data/person.server.ts';
import { type Checklist, type DimensionId, dimensionIds } from '#app/domain/checklist.ts';
import type { EditionContent, EditionInstrument, EditionItem, EditionRemedy, Texts } from '#app/domain/edition.ts';
import type { TestApp } from './app.ts';

/** The same words in every language, short and plain. */
export const said = (text: string): Texts => ({ nl: text, en: text });

/** An edition without a mistake: one own item, one own remedy and one own instrument. */
export const buildEdition = (over: Partial<EditionContent> = {}): EditionContent => ({
  languages: ['nl', 'en'],
  name: said('Ons huis'),
  logo: null,
  logoText: {},
  accent: '#1f4e8c',
  intro: said('Samen maken we plaats.'),
  contacts: [{ id: 'own-desk', role: said('Sectorconsulent'), email: 'desk@federation.example', phone: '' }],
  hidden: [],
  items: [buildOwnItem()],
  remedies: [buildOwnRemedy()],
  instruments: [buildOwnInstrument()],
  ...over,
});

export const buildOwnItem = (over: Partial<EditionItem> = {}): EditionItem => ({
  id: 'own-study-day',
  dimension: 'guidance',
  kind: 'prerequisite',
  title: said('Iemand van de plek komt naar onze studiedag.'),
  negative: said('Niemand van de plek komt naar onze studiedag.'),
  anchors: [said('Niemand.'), said('Gevraagd.'), said('Ingeschreven.'), said('Geweest.')],
  why: said('Wie anderen hoort, begint sneller.'),
  source: said('Afspraak van de leden in 2026.'),
  example: said('De teamleider zit mee aan tafel.'),
  lookAt: said('De inschrijving.'),
  neededBy: 2,
  remedies: ['own-join-day'],
  ...over,
});

export const buildOwnRemedy = (over: Partial<EditionRemedy> = {}): EditionRemedy => ({
  id: 'own-join-day',
  title: said('Schrijf iemand in.'),
  week: said('Kies wie gaat.'),
  quarter: said('Bespreek wat je hoorde.'),
  who: said('Teamleider'),
  effort: 1,
  call: said('Onze sectorconsulent'),
  instruments: ['own-day-fund'],
  helps: [],
  ...over,
});

export const buildOwnInstrument = (over: Partial<EditionInstrument> = {}): EditionInstrument => ({
  id: 'own-day-fund',
  name: said('Vervanging op de studiedag'),
  summary: said('Wij betalen de vervanging.'),
  conditions: said('Alleen voor leden.'),
  decides: said('Onze raad'),
  applies: said('De werkgever, vooraf.'),
  source: said('Verslag van de raad.'),
  checked: '2026-11-01',
  ...over,
});

/** A federation of somebody else with a published edition of care; gives where everything is. */
export async function publishElsewhere({ services }: Pick<TestApp, 'services'>, content = buildEdition()) {
  const { store, newId, now } = services;
  const organisationId = newId();
  const owner = { id: newId(), email: `${newId()}@federation.example`, language: 'nl', createdAt: now() } as const;
  const { id: personId } = await store.write((tx) => addPerson(tx, store, owner));
  const federation = {
    id: organisationId,
    kind: 'federation',
    name: 'Onze federatie',
    demo: false,
    createdAt: now(),
  } as const;
  await createOrganisation(store, federation, { personId, label: '' });
  return { organisationId, ...(await publishIn(services, organisationId, content)) };
}

/** A published edition of care in this federation, straight into the database. */
export async function publishIn(services: TestApp['services'], organisationId: string, content = buildEdition()) {
  const { store, newId, now } = services;
  const [id, slug, at] = [
    newId(),
    `edition-${newId().toLowerCase().replaceAll('_', '-')}`.replaceAll(/-+$|(?<=-)-/g, ''),
    now(),
  ];
  const line = { id: newId(), at, who: '', what: 'edition-created', detail: { name: slug } } as const;
  await createEdition(store, { id, organisationId, sector: 'care', slug, draft: content, createdAt: at }, line);
  const publishing = { versionId: newId(), checklistRef: 'care@1', changes: '', at, seen: at };
  await publishEdition(store, { id, organisationId }, publishing, (number) => ({
    ...line,
    id: newId(),
    what: 'edition-published',
    detail: { name: slug, number: String(number) },
  }));
  return { id, slug };
}

/** Any layer over this checklist: hidden items of its own choice, own items at any level, remedies that help anywhere. */
export function arbitraryEdition({
  items,
  remedies,
}: Pick<Checklist, 'items' | 'remedies'>): fc.Arbitrary<EditionContent> {
  const hideable = items.filter((one) => one.hideable).map(({ id }) => id);
  const core = remedies.map(({ id }) => id);
  const someOf = (ids: string[], most: number) => fc.subarray(ids, { maxLength: Math.min(most, ids.length) });
  const own = (count: number) => Array.from({ length: count }, (_, at) => `own-${at}`);
  return fc
    .record({
      hidden: someOf(hideable, 3),
      items: fc.array(
        fc.record({
          dimension: fc.constantFrom<DimensionId>(...dimensionIds),
          kind: fc.constantFrom<EditionItem['kind']>('prerequisite', 'threshold'),
          neededBy: fc.constantFrom<EditionItem['neededBy']>(2, 3, 4, 5),
          remedies: someOf([...core, ...own(3)], 4),
        }),
        { maxLength: 5 },
      ),
      remedies: fc.tuple(
        ...own(3).map((id) =>
          fc.record({
            id: fc.constant(id),
            effort: fc.constantFrom<EditionRemedy['effort']>(1, 2, 3),
            helps: someOf(
              items.map((one) => one.id),
              5,
            ),
          }),
        ),
      ),
    })
    .map((layer) =>
      buildEdition({
        hidden: layer.hidden,
        items: layer.items.map((one, at) => buildOwnItem({ ...one, id: `own-item-${at}` })),
        remedies: layer.remedies.map((one) => buildOwnRemedy(one)),
      }),
    );
}
