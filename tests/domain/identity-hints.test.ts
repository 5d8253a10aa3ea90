import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasIdentityHint, identityHints } from '#app/domain/identity-hints.ts';
import { isNationalNumber } from '#app/domain/national-number.ts';
import { all, passages } from '../content/published.ts';

const kinds = (text: string) => identityHints(text).map(({ kind }) => kind);

type Person = { year: number; month: number; day: number; serial: number };
const person: fc.Arbitrary<Person> = fc.record({
  year: fc.integer({ min: 1930, max: 2020 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  serial: fc.integer({ min: 1, max: 998 }),
});
const two = (number: number) => String(number).padStart(2, '0');

/** The five groups of a made-up national number, with its check digits worked out by whole division. */
function groupsOf({ year, month, day, serial }: Person): string[] {
  const groups = [two(year % 100), two(month), two(day), String(serial).padStart(3, '0')];
  const checked = (year >= 2000 ? 2_000_000_000 : 0) + Number(groups.join(''));
  return [...groups, two(97 - (checked - 97 * Math.floor(checked / 97)))];
}
const dotted = ([year, month, day, serial, check]: string[]) => `${year}.${month}.${day}-${serial}.${check}`;

describe('a national number', () => {
  test('is found however it is written, with where it begins, also of who was born from 2000', () => {
    fc.assert(
      fc.property(person, fc.constantFrom('', 'Nummer: ', 'Anker 42, '), (one, before) => {
        const groups = groupsOf(one);
        for (const text of [groups.join(''), dotted(groups), groups.join(' '), groups.join('-')])
          expect(identityHints(`${before}${text}, zegt ze.`)).toEqual([
            { kind: 'national-number', text, index: before.length },
          ]);
      }),
    );
  });

  test('with any one digit of its check changed is none, unless the other century makes it right', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 1, max: 96 }), (one, shift) => {
        const groups = groupsOf(one);
        const other = groupsOf({ ...one, year: one.year >= 2000 ? one.year - 100 : one.year + 100 });
        const wrong = two(((Number(groups[4]) - 1 + shift) % 97) + 1);
        fc.pre(wrong !== other[4]);
        expect(isNationalNumber([...groups.slice(0, 4), wrong].join(''))).toBe(false);
      }),
    );
  });

  test('has a month and a day that can be; a raised month is a foreigner’s', () => {
    const numbered = (nine: string) => nine + two(97 - (Number(nine) % 97));
    expect(
      ['850730033', '852730033', '854730033', '850000033'].map((nine) => isNationalNumber(numbered(nine))),
    ).toEqual([true, true, true, true]);
    expect(['851330033', '850732033', '856730033'].map((nine) => isNationalNumber(numbered(nine)))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('is not cut out of a longer number', () => {
    const text = groupsOf({ year: 1985, month: 7, day: 30, serial: 33 }).join('');
    expect(kinds(`1${text}`)).toEqual([]);
    expect(kinds(`${text}1`)).toEqual([]);
    expect(kinds(`x${text}`)).toEqual([]);
  });
});

describe('found are', () => {
  test.each([
    ['Mail naar an.peeters+werk@vdab.example.', 'email', 'an.peeters+werk@vdab.example'],
    ['Bel 0470 12 34 56 na de dienst', 'phone', '0470 12 34 56'],
    ['Bel 0470/12.34.56', 'phone', '0470/12.34.56'],
    ['Bel 0470 123 456', 'phone', '0470 123 456'],
    ['Bel 0470123456', 'phone', '0470123456'],
    ['Thuis: 09 123 45 67', 'phone', '09 123 45 67'],
    ['Thuis: 053 12 34 56', 'phone', '053 12 34 56'],
    ['Bel +32 470 12 34 56', 'phone', '+32 470 12 34 56'],
    ['Bel +32 (0)9 123 45 67', 'phone', '+32 (0)9 123 45 67'],
    ['Bel 0032470123456', 'phone', '0032470123456'],
    ['Geboren op 3/5/1988 in Gent', 'birth-date', '3/5/1988'],
    ['31.12.1999 is de geboortedatum', 'birth-date', '31.12.1999'],
    ['Born 03-05-1988', 'birth-date', '03-05-1988'],
    ['Er is een diagnose gesteld', 'health', 'diagnose'],
    ['Geen tijd. Er is een diagnose', 'health', 'diagnose'],
    ['Heeft autisme.', 'health', 'autisme'],
    ['Zijn WOP loopt af', 'health', 'WOP'],
    ['Er is een rugzakje bij', 'health', 'rugzakje'],
    ['Met een rugzak van 55 %', 'health', 'rugzak van 55 %'],
    ['Verstandelijke beperking', 'health', 'Verstandelijke beperking'],
    ['The work-support package ends', 'health', 'work-support package'],
  ] as const)('in %j: %s', (text, kind, piece) => {
    expect(identityHints(text)).toEqual([{ kind, text: piece, index: text.indexOf(piece) }]);
    expect(hasIdentityHint(text)).toBe(true);
  });

  test('several in the order of the text', () => {
    expect(kinds('Diagnose? Bel 0470 12 34 56 of mail a@b.example')).toEqual(['health', 'phone', 'email']);
  });
});

describe('no alarm is given by', () => {
  test.each([
    '',
    'De shift loopt van 08.30-12.30 en 13.00-16.30.',
    'Van 07.00-15.00, pauze 9 uur',
    'De stage start op 19/10/2026.',
    'Start 01/02/2027 9 uur',
    'De vacature staat open sinds 3/5/2019.',
    'Ondernemingsnummer 0403.170.701',
    'Ondernemingsnummer BE 0471.811.661',
    'Rekening BE68 5390 0754 7034',
    'Artikelnummer 5410228223450, pallet 003400123456789012',
    'Lasten van 10 kg, 25 keer per uur',
    'Laat je rugzak in de kleedkamer',
    'Bewoners met dementie op gang 2',
    'Hou het bij het werk, zonder gezondheid of diagnose.',
    'De shop opent om 9 uur',
    'Vergaderen @ 10 uur',
    'Budget 1.250.000 euro',
    'A borderline case: who lifts the crates?',
  ])('%j', (text) => {
    expect(identityHints(text)).toEqual([]);
  });

  test('anything that the checklists themselves say', () => {
    const said = all
      .flatMap((checklist) => passages(checklist))
      .flatMap(({ where, texts }) =>
        texts.flatMap(({ text }) => identityHints(text).map((hint) => `${where}: ${hint.text}`)),
      );
    expect(said).toEqual([]);
  });
});
