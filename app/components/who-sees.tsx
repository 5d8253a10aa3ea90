import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** Who sees what, so that an employer dares to share. */
export const WhoSees = () => {
  const { t } = useWords();
  return (
    <section className="who-sees" aria-labelledby="who-sees">
      <h2 id="who-sees">{t('sharing.who')}</h2>
      <div className="halves">
        <div>
          <h3>{t('sharing.sees')}</h3>
          <ul role="list">
            {(['context', 'ticked', 'label'] as const).map((id) => (
              <li className="with-icon with-icon--top" key={id}>
                <Icon name="check" />
                <span>{t(`sharing.sees-${id}`)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('sharing.hidden')}</h3>
          <ul role="list">
            {(['name', 'code', 'afterwards'] as const).map((id) => (
              <li className="with-icon with-icon--top" key={id}>
                <Icon name="minus" />
                <span>{t(`sharing.hidden-${id}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
};
