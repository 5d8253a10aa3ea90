import type { Report } from '#app/domain/report.ts';
import { Band } from './fields.tsx';
import { Steps } from './glyphs.tsx';
import { useWords } from './words.tsx';

const first = 4;

/** The open thresholds, heaviest first: a threshold is not a fault. */
export const ReportThresholds = ({ report: { thresholds, words } }: { report: Report }) => {
  const { t } = useWords();
  return (
    <Band title={words.thresholds} intro={t('result.thresholds-intro')} id="thresholds">
      {thresholds.length === 0 ? <p>{words.noThresholds}</p> : <List thresholds={thresholds.slice(0, first)} />}
      {thresholds.length > first ? (
        <details className="disclosure">
          <summary>{t('result.all-thresholds', { count: thresholds.length })}</summary>
          <div className="disclosure__body">
            <List thresholds={thresholds.slice(first)} />
          </div>
        </details>
      ) : null}
    </Band>
  );
};

const List = ({ thresholds }: { thresholds: Report['thresholds'] }) => (
  <ul className="heaviest" role="list">
    {thresholds.map((one) => (
      <li key={one.title}>
        <Steps high={one.glyph} />
        <div>
          <h3>{one.title}</h3>
          <p className="muted">
            {one.status} · {one.dimension}
          </p>
        </div>
      </li>
    ))}
  </ul>
);
