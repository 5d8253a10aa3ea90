import { useWords } from '../words.tsx';
import { FigureTable } from './figure-table.tsx';

export type FigureNight = { night: number; date: string; workplaces: number; ready: number | null };

/** How the total grew from one making to the next; nothing when it was made once. */
export const FigureHistory = ({ nights }: { nights: FigureNight[] }) => {
  const { t } = useWords();
  if (nights.length < 2) return null;
  return (
    <details className="disclosure">
      <summary>{t('figures.history-title')}</summary>
      <div className="disclosure__body">
        <p>{t('figures.history-intro')}</p>
        <FigureTable
          caption={t('figures.history-title')}
          head={[t('figures.head-night'), t('figures.head-workplaces'), t('figures.head-ready')]}
          tooSmall={t('figures.together-short')}
          of={100}
          rows={nights.map(({ night, date, workplaces, ready }) => ({
            id: String(night),
            name: date,
            bar: null,
            numbers: [workplaces, ready === null ? null : t('figures.percent', { share: ready })],
          }))}
        />
      </div>
    </details>
  );
};
