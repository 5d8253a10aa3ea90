import { WaitsForYou } from './placements-here.tsx';
import { useWords } from './words.tsx';

export type WorkplaceRow = {
  id: string;
  label: string;
  sector: string;
  targetJob: string;
  level: number;
  levelName: string;
  handedIn: { level: number; levelName: string; day: string } | null;
  first: string | null;
  mayAnswer: boolean;
  placements: { count: number; phases: string; waits: boolean };
  leaves: string;
};

/** The workplaces of an employer side by side, by their label; cards on a phone. No ranking. */
export const WorkplaceTable = ({ workplaces }: { workplaces: WorkplaceRow[] }) => {
  const { language, t } = useWords();
  const level = (number: number, name: string) => t('workplaces.level', { number, name });
  return (
    <table className="table table--cards">
      <thead>
        <tr>
          <th scope="col">{t('workplaces.workplace')}</th>
          <th scope="col">{t('workplaces.job')}</th>
          <th scope="col">{t('workplaces.now')}</th>
          <th scope="col">{t('workplaces.handed-in')}</th>
          <th scope="col">{t('workplaces.first')}</th>
        </tr>
      </thead>
      <tbody>
        {workplaces.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <a href={`/${language}/assessments/${one.id}${one.mayAnswer ? '' : '/result'}`}>{one.label}</a>
              {one.placements.count > 0 ? (
                <small className="block">
                  <a href={`/${language}/assessments/${one.id}/placements`}>
                    {t('host-placements.link', { count: one.placements.count })}
                  </a>
                  <span className="block">{one.placements.phases}</span> {one.placements.waits ? <WaitsForYou /> : null}
                </small>
              ) : null}
              <small className="block muted">{t('workplaces.leaves', { day: one.leaves })}</small>
            </th>
            <td data-l={t('workplaces.job')}>
              <span>{[one.sector, one.targetJob].filter(Boolean).join(', ')}</span>
            </td>
            <td data-l={t('workplaces.now')}>
              <span>{level(one.level, one.levelName)}</span>
            </td>
            <td data-l={t('workplaces.handed-in')}>
              <span>
                {one.handedIn
                  ? `${level(one.handedIn.level, one.handedIn.levelName)}, ${one.handedIn.day}`
                  : t('workplaces.not-handed-in')}
              </span>
            </td>
            <td data-l={t('workplaces.first')}>
              <span>{one.first ?? t('workplaces.no-first')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
