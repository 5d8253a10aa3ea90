import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentTones, contrast, contrastOn, leastContrast } from '#app/domain/accent.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { editionChanges } from '#app/domain/edition-changes.ts';
import { withEdition } from '#app/domain/edition-checklist.ts';
import { readEdition } from '#app/domain/edition-input.ts';
import { editionMistakes, isPublishable } from '#app/domain/edition-mistakes.ts';
import { coreRef, editionRef, readEditionRef } from '#app/domain/edition-ref.ts';
import { readingIndex, wordsInLongestSentence } from '#app/domain/plain-words.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { judge } from '#app/domain/verdict.ts';
import { whatHelps } from '#app/domain/what-helps.ts';
import { arbitraryCase, arbitraryCounted } from '../support/arbitrary.ts';
import { buildChecklist, buildItem, buildLevels } from '../support/build.ts';
import {
  arbitraryEdition,
  buildEdition,
  buildOwnInstrument,
  buildOwnItem,
  buildOwnRemedy,
  said,
} from '../support/edition.ts';

const core = buildChecklist({
  items: [buildItem({ id: 'welcome' }), buildItem({ id: 'family-day', hideable: true })],
  remedies: [{ id: 'tour', title: '', week: '', quarter: '', who: '', effort: 1, instruments: [], call: '' }],
});
const layer = { id: 'version-2', editionId: 'edition-1', slug: 'our-house', number: 2, by: 'De federatie' };
const laid = (content: EditionContent, over: Checklist = core) => withEdition(over, { ...layer, content }, 'nl');

describe('the checklist in an edition', () => {
  test('has the verdict, the scores and the shortest way of the core, whatever the edition says and whoever answers', () => {
    fc.assert(
      fc.property(
        arbitraryCase(8, 4).chain((one) => {
          const checklist = buildChecklist({
            levels: buildLevels(),
            items: one.items,
            remedies: one.remedies.map((remedy) => ({
              ...(core.remedies[0] as Checklist['remedies'][number]),
              ...remedy,
            })),
          });
          return fc.record({
            one: fc.constant(one),
            checklist: fc.constant(checklist),
            content: arbitraryEdition(checklist),
            own: fc.array(arbitraryCounted('prerequisite'), { minLength: 5, maxLength: 5 }),
          });
        }),
        ({ one, checklist, content, own }) => {
          const edition = laid(content, checklist);
          const ownAnswers = own.flatMap((counted, at) => (counted ? [[`own-item-${at}`, counted] as const] : []));
          const answers = { ...one.answers, ...Object.fromEntries(ownAnswers) };
          expect(judge(edition.levels, edition.items, answers)).toEqual(
            judge(checklist.levels, checklist.items, one.answers),
          );
          expect(shortestWay(edition.levels, edition.items, answers, edition.remedies)).toEqual(
            shortestWay(checklist.levels, checklist.items, one.answers, checklist.remedies),
          );
        },
      ),
    );
  });

  test('leaves out what is hidden and puts own items behind those of their dimension', () => {
    const edition = laid(buildEdition({ hidden: ['family-day'] }));
    expect(edition.items.map(({ id }) => id)).toEqual(['welcome', 'own-study-day']);
    expect(edition.items[1]).toMatchObject({ own: true, hideable: true, essential: false });
  });

  test('offers an own remedy beside those of a core item', () => {
    const edition = laid(buildEdition({ remedies: [buildOwnRemedy({ helps: ['welcome'] })] }));
    const gap = whatHelps(edition.items, {}).find(({ item }) => item.id === 'welcome');
    expect(gap?.remedies).toEqual(['own-join-day']);
    expect(whatHelps(core.items, {})).toEqual([]);
  });

  test('says which edition and whose it is, and where own items come from', () => {
    const edition = laid(buildEdition());
    expect(edition.ref).toBe('care@1+our-house@2');
    expect(edition.edition).toMatchObject({ slug: 'our-house', number: 2, by: 'De federatie', name: 'Ons huis' });
    const item = edition.items.find(({ own }) => own);
    expect(edition.sources.filter(({ id }) => item?.sources.includes(id))).toEqual([
      expect.objectContaining({ title: 'Afspraak van de leden in 2026.', publisher: 'De federatie' }),
    ]);
  });

  test('speaks the first language of the edition where a reader asks for one that it does not have', () => {
    const content = buildEdition({ languages: ['nl'], name: { nl: 'Ons huis' } });
    expect(withEdition(core, { ...layer, content }, 'en').edition?.name).toBe('Ons huis');
  });
});

describe('the ref of an edition', () => {
  test('can be read back', () => {
    const parts = { core: 'care@1', slug: 'our-house', number: 12 };
    expect(readEditionRef(editionRef(parts))).toEqual(parts);
    expect(coreRef(editionRef(parts))).toBe('care@1');
  });

  test.each(['care@1', 'care@1+our-house', 'care@1+our-house@0', 'care@1+@2', '+x@1', 'care@1+../x@1', ''])(
    'is not read out of %s',
    (ref) => {
      expect(readEditionRef(ref)).toBeNull();
    },
  );
});

describe('an edition is checked while it is written', () => {
  const found = (over: Partial<EditionContent>) =>
    editionMistakes(buildEdition(over), core).map(({ path, message }) => `${path.join('.')} ${message}`);

  test('and one that is whole has no mistakes', () => {
    expect(found({})).toEqual([]);
    expect(readEdition(buildEdition()).success).toBe(true);
  });

  test.each<[string, Partial<EditionContent>, string]>([
    ['a text misses in a language that is offered', { name: { nl: 'Ons huis' } }, 'name.en edition-check.missing'],
    ['a text holds only spaces', { intro: { nl: '  ', en: 'Yes.' } }, 'intro.nl edition-check.missing'],
    ['a picture has no words', { logo: 'a'.repeat(64) }, 'logoText.nl edition-check.missing'],
    [
      'an own item has no remedy',
      { items: [buildOwnItem({ remedies: [] })] },
      'items.0.remedies edition-check.no-remedy',
    ],
    [
      'an own item has no source',
      { items: [buildOwnItem({ source: {} })] },
      'items.0.source.nl edition-check.no-source',
    ],
    [
      'an anchor misses',
      { items: [buildOwnItem({ anchors: [said('a'), said('b'), {}, said('d')] })] },
      'items.0.anchors.2.nl edition-check.missing',
    ],
    [
      'a remedy does not exist',
      { items: [buildOwnItem({ remedies: ['own-join-day', 'nowhere'] })] },
      'items.0.remedies.1 edition-check.dangling',
    ],
    [
      'an instrument does not exist',
      { remedies: [buildOwnRemedy({ instruments: ['own-day-fund', 'nowhere'] })] },
      'remedies.0.instruments.1 edition-check.dangling',
    ],
    [
      'a remedy helps an item that does not exist',
      { remedies: [buildOwnRemedy({ helps: ['nowhere'] })] },
      'remedies.0.helps.0 edition-check.dangling',
    ],
    [
      'a remedy helps an item that is hidden',
      { hidden: ['family-day'], remedies: [buildOwnRemedy({ helps: ['family-day'] })] },
      'remedies.0.helps.0 edition-check.dangling',
    ],
    ['an item is hidden that may not be', { hidden: ['welcome'] }, 'hidden.0 edition-check.not-hideable'],
    ['an item is hidden that does not exist', { hidden: ['nowhere'] }, 'hidden.0 edition-check.dangling'],
    ['more than three items are hidden', { hidden: ['a', 'b', 'c', 'd'] }, 'hidden edition-check.too-many-hidden'],
    [
      'an own item is called as a core one',
      { items: [buildOwnItem({ id: 'welcome' })] },
      'items.0.id edition-check.core-id',
    ],
    [
      'an own remedy is called as a core one',
      { remedies: [buildOwnRemedy(), buildOwnRemedy({ id: 'tour' })] },
      'remedies.1.id edition-check.core-id',
    ],
    ['two own items have one id', { items: [buildOwnItem(), buildOwnItem()] }, 'items.1.id edition-check.own-id-twice'],
    [
      'an instrument was never checked',
      { instruments: [buildOwnInstrument({ checked: '' })] },
      'instruments.0.checked edition-check.no-day',
    ],
    [
      'a contact cannot be reached',
      { contacts: [{ id: 'own-desk', role: said('Consulent'), email: '', phone: '' }] },
      'contacts.0.email edition-check.no-way-to-reach',
    ],
    ['a colour is too light for our light ground', { accent: '#ffcc00' }, 'accent edition-check.accent-light'],
  ])('%s', (_what, over, expected) => {
    expect(found(over)).toContain(expected);
    expect(isPublishable(editionMistakes(buildEdition(over), core))).toBe(false);
  });

  test.each<[string, Partial<EditionContent>, string]>([
    [
      'a sentence is longer than 25 words',
      { intro: said(`${'wij gaan '.repeat(13)}nu.`) },
      'intro.nl edition-check.long-sentence',
    ],
    [
      'a text reads above B1',
      {
        intro: said(
          'Implementatie van organisatorische randvoorwaarden veronderstelt interdepartementale afstemming betreffende tewerkstellingsmaatregelen en doorstroombevorderende personeelsinstrumenten binnen gesubsidieerde welzijnsorganisaties, overeenkomstig sectorale beleidsovereenkomsten.',
        ),
      },
      'intro.nl edition-check.hard',
    ],
    [
      'a remedy helps nowhere',
      { remedies: [buildOwnRemedy(), buildOwnRemedy({ id: 'own-other' })] },
      'remedies.1 edition-check.unused-remedy',
    ],
    [
      'an instrument belongs to no remedy',
      { instruments: [buildOwnInstrument(), buildOwnInstrument({ id: 'own-other' })] },
      'instruments.1 edition-check.unused-instrument',
    ],
  ])('and advises when %s, without stopping it', (_what, over, expected) => {
    expect(found(over)).toContain(expected);
    expect(isPublishable(editionMistakes(buildEdition(over), core))).toBe(true);
  });

  test('a sentence of 25 words is short enough, whatever ends it', () => {
    expect(wordsInLongestSentence(`${'ja '.repeat(25)}.`)).toBe(25);
    expect(wordsInLongestSentence('Een. Twee drie! Vier vijf zes?\nZeven')).toBe(3);
    expect(readingIndex('Te kort om iets te zeggen.')).toBeNull();
  });
});

describe('an edition that does not fit is refused', () => {
  test.each<[string, unknown]>([
    ['an unknown language', buildEdition({ languages: ['fr'] as never })],
    ['no language', buildEdition({ languages: [] })],
    ['a name that is too long', buildEdition({ name: { nl: 'a'.repeat(121) } })],
    [
      'thirteen own items',
      buildEdition({ items: Array.from({ length: 13 }, (_, at) => buildOwnItem({ id: `own-${at}` })) }),
    ],
    ['an id that is not own', buildEdition({ items: [buildOwnItem({ id: 'welcome' })] })],
    ['a colour in words', buildEdition({ accent: 'red' })],
    ['a dimension of its own', buildEdition({ items: [buildOwnItem({ dimension: 'money' })] })],
    ['a level that does not exist', buildEdition({ items: [buildOwnItem({ neededBy: 6 as never })] })],
    ['three anchors', buildEdition({ items: [buildOwnItem({ anchors: [said('a'), said('b'), said('c')] as never })] })],
    ['a day that does not exist', buildEdition({ instruments: [buildOwnInstrument({ checked: '2026-02-30' })] })],
    ['half a character', buildEdition({ name: { nl: '\ud800' } })],
    ['nothing', null],
  ])('%s', (_what, content) => {
    expect(readEdition(content).success).toBe(false);
  });
});

describe('an accent colour', () => {
  test('has the contrast of the WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test('can be read on every ground once it is accepted', () => {
    fc.assert(
      fc.property(fc.nat(0xffffff), (number) => {
        const colour = `#${number.toString(16).padStart(6, '0')}`;
        const { light, dark } = accentTones(colour);
        expect(contrastOn('dark', dark)).toBeGreaterThanOrEqual(leastContrast);
        const refused = editionMistakes(buildEdition({ accent: colour }), core).some(({ stops }) => stops);
        expect(contrastOn('light', light) >= leastContrast).toBe(!refused);
      }),
    );
  });
});

describe('what changed since a version', () => {
  test('names what was added, changed and taken out', () => {
    const before = buildEdition();
    const now = buildEdition({
      intro: said('Nieuw.'),
      items: [buildOwnItem({ neededBy: 3 }), buildOwnItem({ id: 'own-second', title: said('Nog iets.') })],
      instruments: [],
    });
    expect(editionChanges(before, now, 'nl')).toEqual([
      { message: 'edition-change.intro', about: '' },
      { message: 'edition-change.items-added', about: 'Nog iets.' },
      { message: 'edition-change.items-changed', about: 'Iemand van de plek komt naar onze studiedag.' },
      { message: 'edition-change.instruments-gone', about: 'Vervanging op de studiedag' },
    ]);
  });

  test('is nothing when nothing changed, whatever the order of keys', () => {
    const now = buildEdition();
    const turned = Object.fromEntries(Object.entries(buildEdition()).reverse()) as EditionContent;
    expect(editionChanges(turned, now, 'nl')).toEqual([]);
  });
});
