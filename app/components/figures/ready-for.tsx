import type { FigureReport } from '#app/domain/figures/figure-report.ts';
import { Band } from '../fields.tsx';
import { Door } from '../glyphs.tsx';
import { useWords } from '../words.tsx';
import { FigureBar } from './figure-bar.tsx';

/** How many workplaces are ready for what: the potential, level by level. */
export const ReadyFor = ({ report: { ready, workplaces } }: { report: FigureReport }) => {
  const { t } = useWords();
  return (
    <Band title={t('figures.ready-title')} intro={t('figures.ready-intro')} id="ready">
      <ul className="ready" role="list">
        {ready.map(({ level, name, text, count, share }) => (
          <li key={level}>
            <Door level={level as 2} />
            <div>
              <b>{count === null || share === null ? name : t('figures.ready-line', { name, count, share })}</b>
              <p className="small muted">{text}</p>
              {share === null ? (
                <p className="small">{t('figures.together-short')}</p>
              ) : (
                <FigureBar value={share} of={100} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="footnote">{t('figures.of', { count: workplaces })}</p>
    </Band>
  );
};
