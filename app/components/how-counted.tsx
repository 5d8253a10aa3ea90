import type { Report, ReportItem } from '#app/domain/report.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** Opens every number: which answers, which weights, which version. */
export const HowCounted = ({ report }: { report: Report }) => {
  const { language, t } = useWords();
  return (
    <>
      <p className="small">{report.notes.at(-1)}</p>
      {report.sections
        .filter((section) => !section.own)
        .map((section) => (
          <details className="part" key={section.name}>
            <summary>
              {section.name}
              <span className="chevron">
                <Icon name="chevron-down" />
              </span>
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard */}
            <section className="scroll" tabIndex={0} aria-label={section.name}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{report.words.statement}</th>
                    <th scope="col">{report.words.answer}</th>
                    <th scope="col">{t('counted.needed-by')}</th>
                    <th scope="col" className="r">
                      {t('counted.weight')}
                    </th>
                    <th scope="col" className="r">
                      {t('counted.counts')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {section.items.map((item) => (
                    <Row key={item.code} item={item} />
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        ))}
      <p className="small">
        {t('counted.sixths')} <a href={`/${language}/rules`}>{t('site.rules')}</a>
      </p>
    </>
  );
};

const Row = ({ item }: { item: ReportItem }) => {
  const { t } = useWords();
  return (
    <tr>
      <th scope="row">
        {item.code} {item.gap ?? item.title}
        {item.note || item.proof || item.ownReason ? (
          <span className="anchor-text">{[item.ownReason, item.note, item.proof].filter(Boolean).join(' · ')}</span>
        ) : null}
      </th>
      <td>{item.answer}</td>
      <td>
        {item.neededBy === null ? t('counted.none') : item.neededBy}
        {item.essential ? ` · ${item.legal ? t('item.legal') : t('item.essential')}` : ''}
      </td>
      <td className="r">{item.neededBy === null ? '–' : item.weight}</td>
      <td className="r">
        {item.met === null ? t('counted.left-out') : t('counted.of', { met: item.met, of: item.of ?? 0 })}
      </td>
    </tr>
  );
};
