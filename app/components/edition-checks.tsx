import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type ShownCheck = { href: string; where: string; field: string; page: string; text: string; stops: boolean };

/** Everything to mend, as a list of links: what stops publishing first. */
export const EditionChecks = ({ checks }: { checks: ShownCheck[] }) => {
  const { t } = useWords();
  const stops = checks.filter((one) => one.stops);
  const advice = checks.filter((one) => !one.stops);
  return (
    <div className="stack stack--tight checks" id="checks">
      {checks.length === 0 ? (
        <p className="with-icon">
          <Icon name="check" />
          <span>{t('editions.no-checks')}</span>
        </p>
      ) : null}
      <CheckList title={t('editions.stops', { count: stops.length })} checks={stops} />
      <CheckList title={t('editions.advice', { count: advice.length })} checks={advice} />
    </div>
  );
};

const CheckList = ({ title, checks }: { title: string; checks: ShownCheck[] }) =>
  checks.length > 0 ? (
    <details className="part" open={checks.length < 6}>
      <summary>
        {title}
        <span className="chevron">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <ul className="list" role="list">
        {checks.map((one) => (
          <li key={`${one.href} ${one.text}`}>
            <a href={one.href}>{one.where}</a> {one.text}
          </li>
        ))}
      </ul>
    </details>
  ) : null;

/** What there is to mend about one field, beside it. */
export const FieldChecks = ({ checks, field }: { checks: ShownCheck[]; field: string }) => (
  <>
    {checks
      .filter((one) => one.field === field)
      .map((one) => (
        <p className="small with-icon with-icon--top field-check" key={one.text}>
          <Icon name={one.stops ? 'circle-alert' : 'info'} />
          <span>{one.text}</span>
        </p>
      ))}
  </>
);
