import type { Item, SectorId } from '#app/domain/checklist.ts';
import type { RemarkKind } from '#app/domain/remark.ts';
import { Kind } from './item-kind.tsx';
import { useWords } from './words.tsx';

type Shown = {
  item: Item;
  dimension: string;
  signals: string[];
  unknown: number | null;
  notApplicable: number | null;
  seconds: number | null;
  remarks: { kind: RemarkKind; count: number }[];
  remedies: { id: string; title: string; chosen: number; finished: number }[];
  evidence: {
    met: number;
    placements: number;
    tried: { id: string; title: string; tried: number; helped: number; low: number; high: number }[];
  } | null;
};

/** What is published of one item, for its authors; where too few are behind a figure there is a dash. */
export const CockpitItem = ({ shown, sector }: { shown: Shown; sector: SectorId }) => {
  const { t } = useWords();
  const { item, remarks, remedies, evidence } = shown;
  const place = t(`evidence.in-${sector}`);
  const share = (value: number | null) => (value === null ? '–' : t('cockpit.share', { share: value }));
  return (
    <li className={`sheet item--${item.kind}`} id={item.id}>
      <Kind item={item} />
      <h2>{item.title}</h2>
      <p className="small muted">{shown.dimension}</p>
      {shown.signals.length > 0 ? (
        <p className="row">
          {shown.signals.map((one) => (
            <span className="tag tag--busy" key={one}>
              {t(`cockpit.signal-${one}`)}
            </span>
          ))}
        </p>
      ) : null}
      <dl className="cockpit__figures">
        <Figure term={t('answer.unknown')}>{share(shown.unknown)}</Figure>
        {item.kind === 'prerequisite' ? (
          <Figure term={t('answer.not-applicable')}>{share(shown.notApplicable)}</Figure>
        ) : null}
        <Figure term={t('cockpit.time')}>
          {shown.seconds === null ? '–' : t('cockpit.seconds', { count: shown.seconds })}
        </Figure>
        <Figure term={t('cockpit.remarks')}>
          {remarks.length === 0 ? '–' : remarks.map(({ kind, count }) => `${t(`remark.${kind}`)}: ${count}`).join('; ')}
        </Figure>
      </dl>
      {remedies.length > 0 ? (
        <>
          <h3>{t('cockpit.remedies')}</h3>
          <ul className="small">
            {remedies.map(({ id, ...one }) => (
              <li key={id}>{t('cockpit.remedy', one)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {evidence ? (
        <>
          <h3>{t('cockpit.evidence')}</h3>
          <p className="small">
            {t('evidence.met', { met: evidence.met, placements: evidence.placements, sector: place })}
          </p>
          <ul className="small">
            {evidence.tried.map(({ id, title, ...one }) => (
              <li key={id}>{t('evidence.helped', { ...one, remedy: title })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </li>
  );
};

const Figure = ({ term, children }: { term: string; children: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
