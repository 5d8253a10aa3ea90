import { phases } from '#app/domain/placement.ts';
import { useWords } from './words.tsx';

export type ShownFilter = { phase: string | null; host: string; code: string; silent: string };

/** Narrows the caseload; a plain form that asks for the page again. */
export const CaseloadFilter = ({ filter, narrowed }: { filter: ShownFilter; narrowed: boolean }) => {
  const { language, t } = useWords();
  return (
    <details className="disclosure no-print" open={narrowed}>
      <summary>{t('placements.filter')}</summary>
      <form method="get" className="caseload-filter">
        <label>
          <span className="small">{t('placements.code')}</span>
          <input className="input" name="code" defaultValue={filter.code} autoComplete="off" />
        </label>
        <label>
          <span className="small">{t('placements.host')}</span>
          <input className="input" name="host" defaultValue={filter.host} autoComplete="off" />
        </label>
        <label>
          <span className="small">{t('placements.phase')}</span>
          <select className="input" name="phase" defaultValue={filter.phase ?? ''}>
            <option value="">{t('placements.all-phases')}</option>
            {phases.map((phase) => (
              <option key={phase} value={phase}>
                {t(`phase.${phase}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          <input type="checkbox" name="silent" value="yes" defaultChecked={filter.silent === 'yes'} />
          <span>{t('placements.silent-only')}</span>
        </label>
        <p className="row">
          <button className="button button--secondary" type="submit">
            {t('placements.show')}
          </button>
          {narrowed ? (
            <a className="icon-link" href={`/${language}/placements`}>
              {t('placements.show-all')}
            </a>
          ) : null}
        </p>
      </form>
    </details>
  );
};
