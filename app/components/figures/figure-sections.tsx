import type { ReactNode } from 'react';
import type { FigurePart, FigureReport } from '#app/domain/figures/figure-report.ts';
import type { Split } from '#app/domain/figures/shown-tables.ts';
import { Band } from '../fields.tsx';
import { Door } from '../glyphs.tsx';
import { useWords } from '../words.tsx';
import { FigureTable } from './figure-table.tsx';
import { HeatTable } from './heat-table.tsx';
import { QuarterChart } from './quarter-chart.tsx';

/** A choice by link; the one that is shown is said to be so. */
export type ChoiceLink = { href: string; label: string; current: boolean };
export const ChoiceLinks = ({ label, links }: { label: string; links: ChoiceLink[] }) => (
  <nav className="choice-links" aria-label={label}>
    <span className="small muted">{label}</span>
    {links.map((one) => (
      <a key={one.href} href={one.href} aria-current={one.current ? 'true' : undefined}>
        {one.label}
      </a>
    ))}
  </nav>
);

/** Everything that is published of a scope: each part with its conclusion, its numbers and how many they are of. */
export const FigureSections = ({
  report,
  splits,
}: {
  report: FigureReport;
  splits: (ChoiceLink & { by: Split })[];
}) => (
  <>
    <Levels report={report} />
    <Dimensions report={report} />
    <Heat report={report} splits={splits} />
    <Holds report={report} />
    <Quarters report={report} />
    <Remedies report={report} />
    <Instruments report={report} />
  </>
);

/** A part with its conclusion, its numbers and n; nothing was counted: it says so. */
const Part = ({ part, id, n, children }: { part: FigurePart<unknown>; id: string; n: number; children: ReactNode }) => {
  const { t } = useWords();
  return (
    <Band title={part.title} intro={part.intro} id={id}>
      <div className="stack stack--tight">
        {part.conclusion ? <p className="conclusion">{part.conclusion}</p> : null}
        {part.rows.length > 0 ? children : <p>{t('figures.nothing')}</p>}
        <p className="footnote">{t('figures.of', { count: n })}</p>
      </div>
    </Band>
  );
};

type Shown = { report: FigureReport };

const Levels = ({ report: { levels, workplaces } }: Shown) => {
  const { t } = useWords();
  const together = levels.rows.some(({ numbers }) => numbers.length > 1);
  return (
    <Part part={levels} id="levels" n={workplaces}>
      <FigureTable
        caption={levels.title}
        head={[t('figures.head-level'), t('figures.head-workplaces'), t('figures.head-share')]}
        tooSmall={t('figures.too-small')}
        of={100}
        rows={levels.rows.map(({ numbers, name, count, share }) => ({
          id: name,
          name: (
            <span className="figure-level">
              {numbers.map((level) => (
                <Door key={level} level={level as 1} />
              ))}
              <b>{name}</b>
            </span>
          ),
          bar: share,
          numbers: [count, t('figures.percent', { share })],
        }))}
      />
      {together ? <p className="small muted">{t('figures.together')}</p> : null}
    </Part>
  );
};

const Dimensions = ({ report: { dimensions, workplaces } }: Shown) => {
  const { t } = useWords();
  return (
    <Part part={dimensions} id="dimensions" n={workplaces}>
      <FigureTable
        caption={dimensions.title}
        head={[t('figures.head-dimension'), t('figures.head-middle')]}
        tooSmall={t('figures.too-small')}
        of={100}
        rows={dimensions.rows.map(({ name, middle }) => ({
          id: name,
          name,
          bar: middle,
          numbers: [t('figures.percent', { share: middle })],
        }))}
      />
    </Part>
  );
};

const Heat = ({ report: { heat, workplaces }, splits }: Shown & { splits: (ChoiceLink & { by: Split })[] }) => {
  const { t } = useWords();
  if (splits.length === 0) return null;
  return (
    <Band title={heat?.title ?? t('figures.heat-title')} intro={heat?.intro} id="thresholds">
      <div className="stack stack--tight">
        <ChoiceLinks label={t('figures.by')} links={splits} />
        {heat?.conclusion ? <p className="conclusion">{heat.conclusion}</p> : null}
        {heat ? <HeatTable heat={heat} /> : <p>{t('figures.nothing')}</p>}
        <p className="footnote">
          {t('figures.of', { count: workplaces })} {heat ? t('figures.table-date', { date: heat.date }) : ''}
        </p>
      </div>
    </Band>
  );
};

const Holds = ({ report: { holdsBack, workplaces } }: Shown) => {
  const { t } = useWords();
  return (
    <Part part={holdsBack} id="holds" n={workplaces}>
      <FigureTable
        caption={holdsBack.title}
        head={[t('figures.head-gap'), t('figures.head-workplaces'), t('figures.head-share')]}
        tooSmall={t('figures.too-small')}
        of={100}
        rows={holdsBack.rows.map(({ item, name, count, share }) => ({
          id: item,
          name,
          bar: share,
          numbers: [count, t('figures.percent', { share })],
        }))}
      />
    </Part>
  );
};

const Quarters = ({ report: { quarters, workplaces } }: Shown) => (
  <Part part={quarters} id="trend" n={workplaces}>
    <QuarterChart quarters={quarters} />
  </Part>
);

const Remedies = ({ report: { remedies, workplaces } }: Shown) => {
  const { t } = useWords();
  return (
    <Part part={remedies} id="remedies" n={workplaces}>
      <FigureTable
        caption={remedies.title}
        head={[t('figures.head-remedy'), t('figures.head-chosen'), t('figures.head-finished')]}
        tooSmall={t('figures.too-small')}
        of={Math.max(1, ...remedies.rows.map(({ chosen }) => chosen))}
        rows={remedies.rows.map(({ name, chosen, finished }) => ({
          id: name,
          name,
          bar: chosen,
          numbers: [chosen, finished],
        }))}
      />
    </Part>
  );
};

const Instruments = ({ report: { instruments, workplaces } }: Shown) => {
  const { t } = useWords();
  return (
    <Part part={instruments} id="instruments" n={workplaces}>
      <FigureTable
        caption={instruments.title}
        head={[t('figures.head-instrument'), t('figures.head-workplaces')]}
        tooSmall={t('figures.too-small')}
        of={Math.max(1, ...instruments.rows.map(({ count }) => count))}
        rows={instruments.rows.map(({ name, count }) => ({ id: name, name, bar: count, numbers: [count] }))}
      />
    </Part>
  );
};
