import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type ContextLine = { question: string; answer: string };

export const WorkplaceCard = ({
  context,
  label,
  changeUrl,
}: {
  context: ContextLine[];
  label: string;
  changeUrl: string | null;
}) => {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="workplace">
      <h2 id="workplace">{t('overview.workplace')}</h2>
      <dl>
        {label ? (
          <div>
            <dt>{t('context.label')}</dt>
            <dd>{label}</dd>
          </div>
        ) : null}
        {context.map((line) => (
          <div key={line.question}>
            <dt>{line.question}</dt>
            <dd>{line.answer}</dd>
          </div>
        ))}
      </dl>
      {changeUrl ? (
        <p>
          <a href={changeUrl}>{t('overview.change')}</a>
        </p>
      ) : null}
    </section>
  );
};

/** The owner's code: shown only in the owner's own browser. */
export const CodeCard = ({ code, accessUrl }: { code: string | null; accessUrl: string }) => {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="later">
      <h2 id="later">{t('overview.later')}</h2>
      <p className="small">{code ? t('overview.code-text') : t('overview.code-elsewhere')}</p>
      {code ? (
        <p>
          <span className="code">{code}</span>
        </p>
      ) : null}
      <p>
        <a className="icon-link" href={`${accessUrl}#code`}>
          <Icon name="printer" />
          {t('overview.code-more')}
        </a>
      </p>
    </section>
  );
};
