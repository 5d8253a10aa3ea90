import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HandInFigures, PublishedTable, UptakeFigures } from '#app/domain/figures/published.ts';
import { reachOf } from '#app/domain/figures/reach.ts';
import { rules } from '#app/domain/figures/rules.ts';

const figures = (workplaces: number) => ({ workplaces }) as HandInFigures;
const uptake = (counts: Record<string, number | null>): PublishedTable<UptakeFigures> => ({
  ...{ scope: 'campaign:c', name: 'total', night: 1, madeAt: new Date('2026-11-20') },
  rows: Object.entries(counts).map(([id, count]) => ({ id, figures: count === null ? null : { count } })),
});

test('tells which part of the counted workplaces of the sector came through the edition', () => {
  expect(reachOf(figures(120), figures(400), [])).toMatchObject({ workplaces: 120, sector: 400, share: 30 });
});

test('says no share where one of the two was not published', () => {
  expect(reachOf(null, figures(400), [])).toMatchObject({ workplaces: null, share: null });
  expect(reachOf(figures(120), null, [])).toMatchObject({ sector: null, share: null });
});

test('is never more than all, also where the table of the sector is older, and is rounded like every share', () => {
  const counts = fc.integer({ min: 2, max: 400 }).map((fives) => fives * rules.step);
  fc.assert(
    fc.property(counts, counts, (own, whole) => {
      const { share } = reachOf(figures(own), figures(whole), []);
      expect(share).toBeLessThanOrEqual(100);
      expect(Number(share) % rules.step).toBe(0);
    }),
  );
});

test('shows of a campaign what was published of it, and nothing in place of what was not', () => {
  const tables = [uptake({ opened: 40, started: 15, 'handed-in': null })];
  const { campaigns } = reachOf(null, null, [
    { id: 'c', title: 'Voorjaar', tables },
    { id: 'd', title: 'Najaar', tables: [] },
  ]);
  expect(campaigns).toEqual([
    { id: 'c', title: 'Voorjaar', opened: 40, started: 15, 'handed-in': null },
    { id: 'd', title: 'Najaar', opened: null, started: null, 'handed-in': null },
  ]);
});
