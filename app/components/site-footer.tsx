import { useWords } from './words.tsx';

export const SiteFooter = () => {
  const { language, t } = useWords();
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div className="stack stack--tight">
          <p>
            <a href={`/${language}/help`}>
              <strong>{t('site.help-question')}</strong>
            </a>{' '}
            {t('site.help-answer')}
          </p>
          <p className="tiny">{t('site.disclaimer')}</p>
        </div>
        <ul className="links">
          <li>
            <a href={`/${language}/rules`}>{t('site.rules')}</a>
          </li>
          <li>
            <a href={`/${language}/support`}>{t('site.support')}</a>
          </li>
          <li>
            <a href={`/${language}/pilots`}>{t('site.pilots')}</a>
          </li>
          <li>
            <a href={`/${language}/figures`}>{t('site.figures')}</a>
          </li>
          <li>
            <a href={`/${language}/privacy`}>{t('site.privacy')}</a>
          </li>
          <li>
            <a href={`/${language}/accessibility`}>{t('site.accessibility')}</a>
          </li>
          <li>
            <a href={`/${language}/device`}>{t('site.device')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
};
