import { Icon } from './icon.tsx';
import { SavedSigns } from './saved-signs.tsx';
import { useWords } from './words.tsx';

export type NavSection = {
  id: string;
  number: number;
  name: string;
  answered: number;
  total: number;
  status: 'done' | 'busy' | 'to-do';
};

/** Where you are among the sections, and what is saved. */
export const SectionNav = ({ sections, current, base }: { sections: NavSection[]; current: string; base: string }) => {
  const { t } = useWords();
  return (
    <nav aria-label={t('section.nav')}>
      <ol className="parts">
        {sections.map((section) => (
          <li
            key={section.id}
            className={section.id === current ? 'now' : section.status === 'done' ? 'done' : undefined}
          >
            <a href={`${base}/sections/${section.id}`} aria-current={section.id === current ? 'step' : undefined}>
              <span className="n">
                {section.status === 'done' && section.id !== current ? <Icon name="check" /> : section.number}
              </span>
              <span className="t">{section.name}</span>
              <span className="muted figures tiny">
                {section.status === 'done' ? <span className="visually-hidden">{t('section.done')} </span> : null}
                {section.answered > 0 || section.id === current ? `${section.answered}/${section.total}` : ''}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** What is saved, spoken once; the script writes it, without script it tells when the last answer came in. */
export const SavedLine = ({ at }: { at: string | null }) => {
  const { t } = useWords();
  return (
    <p
      className="saved"
      role="status"
      data-saved-line
      data-saving={t('saved.saving')}
      data-saved={t('saved.at')}
      data-device={t('saved.device')}
      data-failed={t('saved.failed')}
      data-refused={t('saved.refused')}
      data-how={at ? 'saved' : undefined}
    >
      <SavedSigns />
      <span>{at ? t('saved.at', { time: at }) : t('saved.nothing')}</span>
    </p>
  );
};

/** Said by the script while there is no line: answering goes on. */
export const Offline = () => {
  const { t } = useWords();
  return (
    <p className="offline" role="status" data-offline hidden>
      <Icon name="wifi-off" />
      <span>
        <strong>{t('saved.offline')}</strong> {t('saved.offline-text')}
      </span>
    </p>
  );
};

/** What could not be sent yet, by item; filled by the script. */
export const Unsent = () => {
  const { t } = useWords();
  return (
    <div className="notice notice--highlight unsent" data-unsent hidden>
      <Icon name="cloud-off" />
      <div>
        <h2>{t('saved.unsent')}</h2>
        <ul />
        <p>
          <button type="button" className="button button--secondary button--small" data-retry>
            {t('saved.retry')}
          </button>
        </p>
      </div>
    </div>
  );
};
