import { Icon } from './icon.tsx';
import { SavedSigns } from './saved-signs.tsx';
import { useWords } from './words.tsx';

/** What is on the server and what waits on this device; all but the plain sentence is shown by the script. */
export const FloorStatus = () => {
  const { t } = useWords();
  return (
    <div className="floor-status">
      <p className="saved" role="status" data-floor-status data-how="saved" hidden>
        <SavedSigns />
        <span />
      </p>
      <p className="offline" role="status" data-offline hidden>
        <Icon name="wifi-off" />
        <span>
          <strong>{t('saved.offline')}</strong> {t('visit.offline-text')}
        </span>
      </p>
      <div className="notice notice--highlight unsent" data-unsent hidden>
        <Icon name="cloud-off" />
        <div>
          <h2 data-unsent-title>{t('visit.unsent', { count: 0 })}</h2>
          <ul />
          <p>
            <button type="button" className="button button--secondary button--small" data-retry>
              {t('saved.retry')}
            </button>
          </p>
        </div>
      </div>
      <div className="notice notice--error" role="alert" data-refused hidden>
        <Icon name="circle-alert" />
        <div>
          <h2>{t('visit.refused')}</h2>
          <ul />
        </div>
      </div>
    </div>
  );
};

/** Opening this page for use without network is a choice, and so is taking it off again. */
export const OfflineChoice = () => {
  const { t } = useWords();
  return (
    <section className="band" aria-labelledby="offline" data-offline-choice data-with-script>
      <header>
        <h2 id="offline">{t('visit.offline-title')}</h2>
        <p>{t('visit.offline-lead')}</p>
      </header>
      <div className="stack">
        <p data-offline-state role="status">
          {t('visit.not-kept')}
        </p>
        <p className="row">
          <button type="button" className="button button--secondary" data-keep-offline disabled>
            <Icon name="download" />
            {t('visit.keep-offline')}
          </button>
          <button type="button" className="button button--secondary" data-drop-offline hidden>
            {t('visit.drop-offline')}
          </button>
        </p>
        <p className="small muted">{t('visit.install')}</p>
      </div>
    </section>
  );
};
