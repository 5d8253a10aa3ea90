import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What an employer fears, answered before it is asked. */
export const Reassurance = () => {
  const { t } = useWords();
  return (
    <aside className="reassurance" aria-labelledby="calm">
      <h2 id="calm">{t('calm.title')}</h2>
      <ul role="list">
        <li className="with-icon with-icon--top">
          <Icon name="eye-off" />
          {t('calm.no-names')}
        </li>
        <li className="with-icon with-icon--top">
          <Icon name="save" />
          {t('calm.stop')}
        </li>
        <li className="with-icon with-icon--top">
          <Icon name="users" />
          {t('calm.together')}
        </li>
        <li className="with-icon with-icon--top">
          <Icon name="trash-2" />
          {t('calm.erase')}
        </li>
      </ul>
    </aside>
  );
};
