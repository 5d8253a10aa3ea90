import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type PlacementHere = { id: string; code: string; phaseText: string; waits: boolean };

/** The placements on a floor, wherever its host looks at it: how many, how far each is, and what waits for the host. */
export const PlacementsHere = ({ placements, listUrl }: { placements: PlacementHere[]; listUrl: string }) => {
  const { language, t } = useWords();
  if (placements.length === 0) return null;
  const waiting = placements.some(({ waits }) => waits);
  return (
    <section
      className={waiting ? 'notice notice--highlight placements-here' : 'notice placements-here'}
      aria-labelledby="placements-here"
    >
      <Icon name="users" />
      <div>
        <h2 id="placements-here">
          <a href={listUrl}>{t('host-placements.title')}</a> ({placements.length})
        </h2>
        <ul role="list">
          {placements.map(({ id, code, phaseText, waits }) => (
            <li key={id}>
              <a href={`/${language}/placements/${id}`}>{code}</a> {phaseText} {waits ? <WaitsForYou /> : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};

export const WaitsForYou = () => {
  const { t } = useWords();
  return (
    <span className="tag tag--waits">
      <Icon name="hourglass" />
      {t('host-placements.waits')}
    </span>
  );
};
