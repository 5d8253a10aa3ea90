import { handInTables } from './hand-in-rows.ts';
import type { HandInFigures } from './published.ts';
import { readyFrom, readyLevels } from './readiness.ts';
import type { ShownTables } from './shown-tables.ts';

/** What a number says of a row: workplaces, a level, an item, a remedy … */
export const measures = [
  'workplaces',
  'level-count',
  'level-share',
  'ready-count',
  'ready-share',
  'dimension',
  'open',
  'unknown',
  'not-applicable',
  'holds-back-count',
  'holds-back-share',
  'remedy-chosen',
  'remedy-finished',
  'instrument',
  'seconds',
] as const;
export type Measure = (typeof measures)[number];

/** One published number: table, row, measure, and of what (4-5 of levels, an id of the checklist; empty for workplaces). */
export type FigureLine = { table: string; row: string; measure: Measure; of: string; value: number | null };

/** Every published number, one a line; a group too small to show is one line with null. */
export const figureLines = (tables: ShownTables): FigureLine[] =>
  handInTables.flatMap((table) =>
    (tables[table]?.rows ?? []).flatMap((row) => {
      const numbers: Numbers[] = row.figures ? numbersOf(row.figures) : [['workplaces', '', null]];
      return numbers.map(([measure, of, value]) => ({ table, row: row.id, measure, of, value }));
    }),
  );

type Numbers = [Measure, string, number | null];

const numbersOf = (figures: HandInFigures): Numbers[] => [
  ['workplaces', '', figures.workplaces],
  ...figures.levels.flatMap(({ levels, count, share }): Numbers[] => [
    ['level-count', levels.join('-'), count],
    ['level-share', levels.join('-'), share],
  ]),
  ...readyLevels.flatMap((level): Numbers[] => {
    const ready = readyFrom(figures, level);
    if (!ready) return [];
    return [
      ['ready-count', String(level), ready.count],
      ['ready-share', String(level), ready.share],
    ];
  }),
  ...of('dimension', figures.dimensions),
  ...of('open', figures.open),
  ...of('unknown', figures.unknown),
  ...of('not-applicable', figures.notApplicable),
  ...Object.entries(figures.holdsBack).flatMap(([id, { count, share }]): Numbers[] => [
    ['holds-back-count', id, count],
    ['holds-back-share', id, share],
  ]),
  ...Object.entries(figures.remedies).flatMap(([id, { chosen, finished }]): Numbers[] => [
    ['remedy-chosen', id, chosen],
    ['remedy-finished', id, finished],
  ]),
  ...of('instrument', figures.instruments),
  ...of('seconds', figures.seconds),
];

const of = (measure: Measure, values: Record<string, number>): Numbers[] =>
  Object.entries(values).map(([id, value]) => [measure, id, value]);
