import { describe, expect, test } from 'vitest';
import { figureLines } from '#app/domain/figures/figure-line.ts';
import { bandOf, heatMap } from '#app/domain/figures/heat.ts';
import { readyFrom } from '#app/domain/figures/readiness.ts';
import { shownTables } from '#app/domain/figures/shown-tables.ts';
import { proposedItems } from '#app/domain/sector-action.ts';
import { someFigures } from '../../support/figures.ts';

describe('ready for a level', () => {
  test('counts who is there or further', () => {
    expect(readyFrom(someFigures(), 3)).toEqual({ count: 100, share: 50 });
    expect(readyFrom(someFigures(), 2)).toEqual({ count: 165, share: 85 });
  });

  test('is not told apart inside levels that were taken together', () => {
    expect(readyFrom(someFigures(), 4)).toEqual({ count: 25, share: 15 });
    expect(readyFrom(someFigures(), 5)).toBeNull();
  });

  test('is never more than there are', () => {
    const figures = someFigures({ workplaces: 195, levels: [{ levels: [2, 3, 4, 5], count: 200, share: 100 }] });
    expect(readyFrom(figures, 2)).toEqual({ count: 195, share: 100 });
  });
});

test('the bands of a heat map meet at 20, 40 and 60 per cent', () => {
  expect([0, 15, 20, 35, 40, 55, 60, 100].map(bandOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});

test('a heat map has a cell for every group, empty where it is too small, and no group that was not published', () => {
  const rows = [
    { id: 'b', figures: null },
    { id: 'a', figures: someFigures() },
  ];
  expect(heatMap(rows, ['a', 'b', 'c'], ['tasks-shift'])).toEqual({
    columns: [
      { id: 'a', workplaces: 200 },
      { id: 'b', workplaces: null },
    ],
    rows: [{ item: 'tasks-shift', cells: [40, null] }],
  });
});

const groups = {
  subSector: { options: [{ id: 'hospital' }, { id: 'home-care' }] },
  size: { options: [{ id: '5-9' }, { id: '10-19' }, { id: '100-249' }] },
  place: { options: [{ id: 'limburg' }, { id: 'antwerp' }] },
};

test('rows stand in the order in which their groups are asked for, not in the order in which they came', () => {
  const made = { scope: 'sector:care', night: 1, madeAt: new Date(0) };
  const rows = (...ids: string[]) => ids.map((id) => ({ id, figures: null }));
  const tables = shownTables(
    [
      { ...made, name: 'size', rows: rows('unknown', '100-249', '5-9', '10-19') },
      { ...made, name: 'province', rows: rows('antwerp', 'limburg') },
      { ...made, name: 'quarter', rows: rows('2026-Q4', '2026-Q3', '2027-Q1') },
    ],
    { items: [], context: groups },
  );
  const ids = Object.values(tables).map((table) => table.rows.map(({ id }) => id));
  expect(ids).toEqual([
    ['5-9', '10-19', '100-249', 'unknown'],
    ['limburg', 'antwerp'],
    ['2026-Q3', '2026-Q4', '2027-Q1'],
  ]);
});

test('a prerequisite is never an open threshold', () => {
  const total = { scope: 'sector:care', name: 'total', night: 1, madeAt: new Date(0) };
  const figures = someFigures({ open: { threshold: 40, prerequisite: 0 } });
  const items = [
    { id: 'threshold', kind: 'threshold' },
    { id: 'prerequisite', kind: 'prerequisite' },
  ] as const;
  const tables = shownTables([{ ...total, rows: [{ id: 'all', figures }] }], { items, context: groups });
  expect(tables.total?.rows[0]?.figures?.open).toEqual({ threshold: 40 });
});

test('a group too small to show is one line without a number', () => {
  const table = {
    scope: 'sector:care',
    name: 'size',
    night: 1,
    madeAt: new Date(0),
    rows: [{ id: '5-9', figures: null }],
  };
  expect(figureLines({ size: table })).toEqual([
    { table: 'size', row: '5-9', measure: 'workplaces', of: '', value: null },
  ]);
});

test('the sector plan is offered what holds back most, without what an action is about already', () => {
  const holdsBack = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) => [id, { count: index * 5, share: index * 5 }]),
  );
  const offered = proposedItems(someFigures({ holdsBack }), [{ item: 'g' }, { item: null }]);
  expect(offered.map(({ item }) => item)).toEqual(['f', 'e', 'd', 'c', 'b']);
});
