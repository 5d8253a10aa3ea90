import { Band } from './fields.tsx';
import { useWords } from './words.tsx';

type Props = {
  keeping:
    | { kind: 'signed-out'; next: string }
    | { kind: 'kept'; name: string | null }
    | { kind: 'choice'; organisations: { id: string; name: string }[] };
};

/** Where an assessment is kept: takes it along to an employer's organisation, in place, or takes it out. */
export const KeepBand = ({ keeping }: Props) => {
  const { t } = useWords();
  return (
    <Band title={t('keep.title')} intro={t('keep.intro')} id="keep">
      <KeepForm keeping={keeping} />
    </Band>
  );
};

const KeepForm = ({ keeping }: Props) => {
  const { language, t } = useWords();
  if (keeping.kind === 'signed-out')
    return (
      <a className="button button--secondary" href={`/${language}/sign-in?next=${encodeURIComponent(keeping.next)}`}>
        {t('keep.sign-in')}
      </a>
    );
  if (keeping.kind === 'kept')
    return keeping.name === null ? (
      <p>{t('keep.kept-elsewhere')}</p>
    ) : (
      <form method="post" className="stack stack--tight">
        <p>{t('keep.kept', { name: keeping.name })}</p>
        <button className="button button--secondary button--small" type="submit" name="intent" value="take-out">
          {t('keep.take-out')}
        </button>
        <p className="small muted">{t('keep.take-out-help')}</p>
      </form>
    );
  if (keeping.organisations.length === 0)
    return (
      <p>
        {t('keep.none')} <a href={`/${language}/organisations`}>{t('organisations.create')}</a>
      </p>
    );
  return (
    <form method="post" className="inline-form">
      <input type="hidden" name="intent" value="keep" />
      <label className="stack stack--tight">
        <span className="label">{t('keep.organisation')}</span>
        <select className="input" name="organisation">
          {keeping.organisations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <button className="button button--secondary" type="submit">
        {t('keep.keep')}
      </button>
    </form>
  );
};
