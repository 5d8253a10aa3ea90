import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import { useWords } from '../words.tsx';

/** How many, when, and where the rules stand. */
export const FigureMeta = ({ report }: { report: Pick<FigureReport, 'workplaces' | 'date'> }) => {
  const { language, t } = useWords();
  return (
    <p className="small muted">
      {t('figures.meta', { count: report.workplaces, date: report.date })}{' '}
      <a href={`/${language}/figures#method`}>{t('figures.method-link')}</a>
    </p>
  );
};
