import { readFigures, readFiguresHistory } from '#app/data/figure.server.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import type { HandInFigures } from '#app/domain/figures/published.ts';
import { readyFrom } from '#app/domain/figures/readiness.ts';
import {
  type HandInPublished,
  isSplit,
  type ShownTables,
  type Split,
  shownTables,
  splits,
  totalOf,
} from '#app/domain/figures/shown-tables.ts';
import { buildFigureReport } from '#app/exports/build-figure-report.ts';
import { dateText } from '#app/exports/report-date.ts';
import { madeOnce } from './made-once.ts';
import { requireSector } from './sector.ts';
import type { Services } from './services.ts';

/** Published figures of one scope, with the words to show them in. */
export type Figures = { scope: string; tables: ShownTables; checklist: Checklist; whose: string };

/** Of a whole sector, or 404 where there is no such sector. */
export async function sectorFigures(services: Services, sector: string | undefined, language: Language) {
  const checklist = requireSector(services, sector, language);
  const whose = services.translate[language]('figures.whose-sector', { sector: checklist.name });
  return readTables(services, `sector:${checklist.sector}`, checklist, whose);
}

export async function readTables(
  services: Services,
  scope: string,
  checklist: Checklist,
  whose: string,
): Promise<Figures> {
  const published = await readFigures<HandInFigures>(services.store, scope);
  const tables = shownOnce(published, checklist.language, () => shownTables(published, checklist));
  return { scope, tables, checklist, whose };
}

const shownOnce = madeOnce<readonly object[], ShownTables>();

/** By what the thresholds are laid side by side: as the address asks, else the first that was published. */
export function splitOf(request: Request, { tables }: Pick<Figures, 'tables'>): Split {
  const asked = new URL(request.url).searchParams.get('by');
  return isSplit(asked) ? asked : (splits.find((one) => tables[one]) ?? 'sub-sector');
}

export const reportOfFigures = (services: Services, figures: Figures, by: Split): FigureReport | null =>
  reportOnce(figures.tables, `${by} ${figures.whose}`, () =>
    buildFigureReport({ ...figures, by }, services.translate[figures.checklist.language]),
  );

const reportOnce = madeOnce<ShownTables, FigureReport | null>();

/** Links to the three ways of laying thresholds side by side; those never published are left out. */
export const splitLinks = (services: Services, { tables, checklist }: Figures, by: Split, query: string) =>
  splits
    .filter((one) => tables[one])
    .map((one) => ({
      by: one,
      href: `?${query}by=${one}#thresholds`,
      label: services.translate[checklist.language](`figures.table.${one}`),
      current: one === by,
    }));

/** The sectors that can be chosen, with what stands out of each; nulls where nothing was published yet. */
export async function listSectorFigures(services: Services, language: Language) {
  return Promise.all(
    services.startable.map(async (ref) => {
      const { tables, checklist } = await sectorFigures(services, ref.split('@')[0], language);
      const total = totalOf(tables);
      return {
        sector: checklist.sector,
        name: checklist.name,
        workplaces: total?.workplaces ?? null,
        ready: (total && readyFrom(total, 3)?.share) ?? null,
        date: tables.total ? dateText(tables.total.madeAt.toISOString(), language) : null,
      };
    }),
  );
}

/** How the total of a scope grew, from one night on which it was made anew to the next; newest first. */
export async function historyOf({ store }: Services, scope: string, language: Language) {
  const nights = await readFiguresHistory<HandInFigures>(store, scope, 12);
  return historyOnce(nights, language, () => nights.flatMap((table) => nightOf(table, language)));
}

function nightOf(table: HandInPublished, language: Language) {
  const total = totalOf({ total: table });
  if (!total) return [];
  const date = dateText(table.madeAt.toISOString(), language);
  return [{ night: table.night, date, workplaces: total.workplaces, ready: readyFrom(total, 3)?.share ?? null }];
}

const historyOnce = madeOnce<readonly object[], ReturnType<typeof nightOf>>();

/**
 * Beside a result: the middle of each dimension in the published total of its sector, by its name in the language of the
 * report; null when nothing was published.
 */
export async function sectorMiddle(services: Services, sector: string, language: Language) {
  const { tables, checklist } = await sectorFigures(services, sector, language);
  const total = totalOf(tables);
  if (!total || !tables.total) return null;
  const middles = checklist.dimensions.flatMap(({ id, name }) => {
    const middle = total.dimensions[id];
    return middle === undefined ? [] : [[name, middle] as const];
  });
  return {
    dimensions: Object.fromEntries(middles),
    workplaces: total.workplaces,
    date: dateText(tables.total.madeAt.toISOString(), language),
    href: `/${language}/figures/${sector}`,
  };
}
