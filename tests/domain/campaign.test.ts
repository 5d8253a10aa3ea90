import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoWeek, mondayOf, weekday } from '#app/domain/calendar.ts';
import { freeSlug, longestSlug, offeredLanguage, proposedSlug } from '#app/domain/campaign.ts';
import { campaignInput } from '#app/domain/campaign-input.ts';
import type { PublishedTable, UptakeFigures } from '#app/domain/figures/published.ts';
import { shownUptake } from '#app/domain/uptake.ts';

describe('the end of a link', () => {
  test.each([
    ['Nieuwsbrief september', 'nieuwsbrief-september'],
    ['Studiedag zorgjobs, 8 oktober', 'studiedag-zorgjobs-8-oktober'],
    ['Één coöperatie & “vrienden”', 'een-cooperatie-vrienden'],
    ['!!!', 'campaign'],
    ['Αθήνα', 'campaign'],
  ])('of %s is %s', (title, slug) => {
    expect(proposedSlug(title)).toBe(slug);
  });

  test('made of any title, free of any others, is one that may be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.nat(30), (title, others) => {
        const proposed = proposedSlug(title);
        const taken: string[] = [];
        for (let at = 0; at <= others; at += 1) taken.push(freeSlug(proposed, taken));
        expect(new Set(taken).size).toBe(others + 1);
        for (const slug of taken) {
          expect(slug.length).toBeLessThanOrEqual(longestSlug);
          expect(campaignInput.safeParse({ title: 'a', edition: 'e', slug }).success, slug).toBe(true);
        }
      }),
    );
  });

  test.each(['Met Spatie', 'a--b', '-a', 'a/b', 'é', 'a'.repeat(41)])('may not be typed as %s', (slug) => {
    const parsed = campaignInput.safeParse({ title: 'a', edition: 'e', slug });
    // Capitals become small ones; the rest is refused.
    expect(parsed.success).toBe(false);
  });
});

test('a title that looks like something about a person is asked again', () => {
  const form = { title: 'Bel Jan op 0470 12 34 56', edition: 'e', slug: '' };
  expect(campaignInput.safeParse(form).error?.issues[0]?.message).toBe('error.identity');
  expect(campaignInput.safeParse({ ...form, 'keep-title': 'yes' }).success).toBe(true);
});

test('a reader finds an edition in their own language where it is offered, else in its first', () => {
  expect(offeredLanguage({ languages: ['nl', 'en'] }, 'en')).toBe('en');
  expect(offeredLanguage({ languages: ['nl'] }, 'en')).toBe('nl');
});

test('a week begins on its Monday', () => {
  for (let day = '2019-12-20'; day < '2028-01-20'; day = addDays(day, 1)) {
    const monday = mondayOf(isoWeek(day));
    expect(weekday(monday)).toBe(1);
    expect(monday <= day && day < addDays(monday, 7), day).toBe(true);
  }
});

describe('what is shown of a campaign', () => {
  const table = (name: string, rows: Record<string, number | null>): PublishedTable<UptakeFigures> => ({
    scope: 'campaign:c',
    name,
    night: 1,
    madeAt: new Date('2026-11-25T02:00:00Z'),
    rows: Object.entries(rows).map(([id, count]) => ({ id, figures: count === null ? null : { count } })),
  });

  test('is nothing as long as nothing was published, or every group is too small', () => {
    expect(shownUptake([])).toBeNull();
    expect(shownUptake([table('total', { opened: null }), table('week', { '2026-W48.opened': null })])).toBeNull();
  });

  test('is the total and the weeks in order; what is too small is left open, never nought', () => {
    const shown = shownUptake([
      table('week', {
        '2026-W48.opened': 10,
        '2026-W48.started': null,
        '2026-W47.opened': 15,
        '2026-W46.opened': null,
      }),
      table('total', { opened: 25, started: 10 }),
    ]);
    expect(shown?.total).toEqual({ opened: 25, started: 10, 'handed-in': null });
    expect(shown?.weeks).toEqual([
      { week: '2026-W47', opened: 15, started: null, 'handed-in': null },
      { week: '2026-W48', opened: 10, started: null, 'handed-in': null },
    ]);
  });
});
