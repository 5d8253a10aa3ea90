import type { ChecklistEdition } from '#app/domain/checklist.ts';
import { logoPath } from '#app/domain/edition-brand.ts';
import { Icon } from './icon.tsx';
import { Reassurance } from './reassurance.tsx';
import { useWords } from './words.tsx';

type Props = {
  edition: ChecklistEdition;
  sector: string;
  items: number;
  /** Where the self-scan starts; null in a preview. */
  start: string | null;
};

/** What a member sees first: who asks, why, what it takes, whom to call, and the way in. */
export const EditionEntrance = ({ edition, sector, items, start }: Props) => {
  const { language, t } = useWords();
  return (
    <>
      <div className="title">
        {edition.logo ? <img className="edition-logo" src={logoPath(edition.logo)} alt={edition.logoText} /> : null}
        <p className="kicker">
          {edition.by} · {sector}
        </p>
        <h1>{edition.name}</h1>
        <p className="lead preserved">{edition.intro}</p>
      </div>
      <div className="with-aside">
        <div className="prose">
          <h2>{t('sector.need')}</h2>
          <ul>
            <li>{t('sector.need-job')}</li>
            <li>{t('sector.need-time', { items })}</li>
            <li>{t('sector.need-people')}</li>
          </ul>
          <h2>{t('edition.core-title')}</h2>
          <p>{t('edition.core-text', { federation: edition.by })}</p>
          <p>
            <a href={`/${language}/privacy`}>{t('site.privacy')}</a> ·{' '}
            <a href={`/${language}/rules`}>{t('site.rules')}</a>
          </p>
          <p className="step-buttons">
            {start ? (
              <a className="button button--accent" href={start}>
                {t('sector.start')} <Icon name="arrow-right" />
              </a>
            ) : (
              <span className="button button--accent" aria-disabled="true">
                {t('sector.start')} <Icon name="arrow-right" />
              </span>
            )}
          </p>
          <Contacts contacts={edition.contacts} />
        </div>
        <Reassurance />
      </div>
    </>
  );
};

const Contacts = ({ contacts }: Pick<ChecklistEdition, 'contacts'>) => {
  const { t } = useWords();
  return contacts.length > 0 ? (
    <>
      <h2>{t('edition.contacts')}</h2>
      <ul>
        {contacts.map((one) => (
          <li key={one.id}>
            {one.role}
            {one.email ? (
              <>
                {' '}
                · <a href={`mailto:${one.email}`}>{one.email}</a>
              </>
            ) : null}
            {one.phone ? (
              <>
                {' '}
                · <a href={`tel:${one.phone.replaceAll(/[^+\d]/g, '')}`}>{one.phone}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  ) : null;
};
