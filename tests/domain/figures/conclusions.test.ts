import { describe, expect, test } from 'vitest';
import {
  busiestConclusion,
  dimensionConclusion,
  heatConclusion,
  holdsConclusion,
  instrumentConclusion,
  levelConclusion,
  mainConclusion,
  quarterConclusion,
  remedyConclusion,
} from '#app/domain/figures/conclusions.ts';
import { heatMap } from '#app/domain/figures/heat.ts';
import { someFigures } from '../../support/figures.ts';

const levels = (...counts: number[]) =>
  counts.map((count, index) => ({ levels: [index + 1], count, share: Math.round((count / 200) * 20) * 5 }));

describe('the sentence on top', () => {
  test('says where most are and what holds them back', () => {
    expect(mainConclusion(someFigures())).toEqual({
      rule: 'most-and-holds',
      level: 3,
      item: 'guide-ready',
      numbers: { share: 40, of: 45 },
    });
  });

  test('says only where most are when nothing holds back enough of them', () => {
    const figures = someFigures({ holdsBack: { 'task-card': { count: 30, share: 15 } } });
    expect(mainConclusion(figures)).toMatchObject({ rule: 'most', level: 3 });
  });

  test('says only what holds back when no level stands out', () => {
    expect(mainConclusion(someFigures({ levels: levels(50, 50, 50, 50) }))).toMatchObject({ rule: 'holds' });
    expect(mainConclusion(someFigures({ levels: levels(45, 50, 55, 50) }))).toMatchObject({ rule: 'holds' });
  });

  test('is left out when no rule fires', () => {
    expect(mainConclusion(someFigures({ levels: levels(50, 50, 50, 50), holdsBack: {} }))).toBeNull();
  });

  test('says nothing of levels that were taken together, nor of the last one', () => {
    const together = [
      { levels: [1, 2, 3], count: 150, share: 75 },
      { levels: [4, 5], count: 50, share: 25 },
    ];
    expect(mainConclusion(someFigures({ levels: together, holdsBack: {} }))).toBeNull();
    expect(mainConclusion(someFigures({ levels: levels(10, 10, 20, 40, 120), holdsBack: {} }))).toBeNull();
  });
});

describe('a conclusion of a chart', () => {
  test('never names one of two that are equal', () => {
    const equal = { count: 40, share: 20 };
    expect(levelConclusion(someFigures({ levels: levels(100, 100) }))).toBeNull();
    expect(dimensionConclusion(someFigures({ dimensions: { commitment: 40, hours: 40 } }))).toBeNull();
    expect(holdsConclusion(someFigures({ holdsBack: { one: equal, two: equal } }))).toBeNull();
    expect(instrumentConclusion(someFigures({ instruments: { one: 20, two: 20 } }))).toBeNull();
    const chosen = { chosen: 20, finished: 5 };
    expect(remedyConclusion(someFigures({ remedies: { one: chosen, two: chosen } }))).toBeNull();
  });

  test('names the lowest and the highest dimension', () => {
    expect(dimensionConclusion(someFigures())).toMatchObject({ dimension: 'guidance', highest: 'hours' });
  });

  test('says half only above half', () => {
    expect(levelConclusion(someFigures({ levels: levels(100, 60, 40) }))).toMatchObject({ rule: 'level' });
    expect(levelConclusion(someFigures({ levels: levels(110, 50, 40) }))).toMatchObject({ rule: 'level-half' });
  });

  test('of thresholds names the widest difference between groups that are shown, else what is open most often', () => {
    const total = someFigures();
    const alike = { id: 'b', figures: someFigures({ open: { 'tasks-shift': 55 } }) };
    const close = heatMap([{ id: 'a', figures: total }, alike], ['a', 'b'], ['tasks-shift']);
    expect(heatConclusion(close, total)).toMatchObject({ rule: 'heat-top', item: 'tasks-shift' });
    const two = heatMap(
      [
        { id: 'a', figures: someFigures({ open: { 'tasks-shift': 70, 'alone-at-home': 30 } }) },
        { id: 'b', figures: someFigures({ open: { 'tasks-shift': 40, 'alone-at-home': 30 } }) },
        { id: 'c', figures: null },
      ],
      ['a', 'b', 'c'],
      ['tasks-shift', 'alone-at-home'],
    );
    expect(heatConclusion(two, total)).toEqual({
      rule: 'heat-spread',
      item: 'tasks-shift',
      column: 'a',
      other: 'b',
      numbers: { high: 70, low: 40 },
    });
  });

  test('compares the last quarter with the first one, and passes over those too small to show', () => {
    const ready = (share: number) => someFigures({ levels: levels(200 - share * 2, 0, share * 2) });
    const trend = (before: number, after: number) =>
      quarterConclusion([
        { id: '2026-Q1', figures: null },
        { id: '2026-Q2', figures: ready(before) },
        { id: '2026-Q3', figures: ready(after) },
      ])?.rule;
    expect(trend(40, 50)).toBe('quarter-up');
    expect(trend(40, 45)).toBe('quarter-same');
    expect(trend(50, 40)).toBe('quarter-down');
    expect(quarterConclusion([{ id: '2026-Q2', figures: ready(40) }])).toBeNull();
  });

  test('names the quarter in which most had a result, and none where it is shared, alone or too small to show', () => {
    const busiest = (...counts: (number | null)[]) =>
      busiestConclusion(
        counts.map((workplaces, at) => ({
          id: `2026-Q${at + 1}`,
          figures: workplaces === null ? null : someFigures({ workplaces }),
        })),
      );
    expect(busiest(20, 90, null, 55)).toEqual({ rule: 'busiest', column: '2026-Q2', numbers: { number: 90 } });
    expect(busiest(90, null, 90)).toBeNull();
    expect(busiest(null, 90)).toBeNull();
    expect(busiest()).toBeNull();
  });
});
