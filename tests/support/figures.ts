import type { Store } from '#app/data/store.server.ts';
import type { HandInFigures, PublishedRow } from '#app/domain/figures/published.ts';
import type { HandInPublished } from '#app/domain/figures/shown-tables.ts';

/** Writes a published table straight into the database. */
export async function publishTable(
  store: Store,
  scope: string,
  name: string,
  rows: PublishedRow<unknown>[],
  { night = 1, madeAt = new Date('2026-11-24T02:00:00Z') } = {},
): Promise<void> {
  await store.write((tx) => tx.insert(store.t.figureTable).values({ scope, name, night, madeAt, rows }));
}

/** Figures of 200 workplaces in care; a test says what matters to it. */
export const someFigures = (over: Partial<HandInFigures> = {}): HandInFigures => ({
  workplaces: 200,
  levels: [
    { levels: [1], count: 35, share: 20 },
    { levels: [2], count: 65, share: 35 },
    { levels: [3], count: 75, share: 40 },
    { levels: [4, 5], count: 25, share: 15 },
  ],
  dimensions: { commitment: 55, 'work-design': 60, guidance: 45, hours: 70 },
  open: { 'tasks-shift': 40, 'alone-at-home': 25 },
  unknown: { 'tasks-shift': 10 },
  notApplicable: { 'tasks-shift': 5 },
  holdsBack: { 'guide-ready': { count: 90, share: 45 }, 'task-card': { count: 60, share: 30 } },
  remedies: {
    'charter-with-sponsor': { chosen: 80, finished: 30 },
    'team-talk-before-start': { chosen: 50, finished: 15 },
  },
  instruments: { 'imw-wage-premium': 70, 'throughflow-trajectory': 20 },
  seconds: { 'task-card': 40 },
  ...over,
});

/** The total and every fixed table of a scope, with one group too small to show in each split. */
export function allTables(scope: string, figures = someFigures()): HandInPublished[] {
  const group = (id: string, workplaces: number, share: number) => ({
    id,
    figures: { ...figures, workplaces, open: { ...figures.open, 'tasks-shift': share } },
  });
  const small = (id: string) => ({ id, figures: null });
  const rows = {
    total: [{ id: 'all', figures }],
    'sub-sector': [group('nursing-home-private', 85, 65), group('hospital-public', 45, 15), small('home-care')],
    size: [group('50-99', 95, 50), small('250-plus')],
    province: [group('antwerp', 105, 35), small('limburg')],
    quarter: [group('2026-Q2', 80, 40), small('2026-Q3'), group('2026-Q4', 110, 40)],
  };
  const made = { night: 1, madeAt: new Date('2026-11-24T02:00:00Z') };
  return Object.entries(rows).map(([name, list]) => ({ scope, name, ...made, rows: list }));
}

/** Publishes all of them. */
export async function publishAll(store: Store, scope: string, figures = someFigures()): Promise<void> {
  for (const { name, rows } of allTables(scope, figures)) await publishTable(store, scope, name, rows);
}
