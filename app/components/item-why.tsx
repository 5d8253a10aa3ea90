import type { ReactNode } from 'react';
import type { Item, Source } from '#app/domain/checklist.ts';
import { EvidenceLine } from './evidence-line.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type Evidence = Parameters<typeof EvidenceLine>[0]['evidence'];
type WhyProps = { item: Item; sources: Source[]; evidence?: Evidence; open?: boolean };

/** Why an item is asked, an example, what counts, and where it comes from. */
export const Why = ({ item, sources, evidence, open = false }: WhyProps) => {
  const { t } = useWords();
  return (
    <details className="disclosure why" open={open}>
      <summary>
        <span className="chevron">
          <Icon name="chevron-down" />
        </span>
        {t('item.why')}
      </summary>
      <div className="disclosure__body">
        <p>{item.why}</p>
        {item.legal ? (
          <p>
            <strong>{t('item.legal-duty')}</strong> {item.legal.article}
          </p>
        ) : null}
        <p>{item.example}</p>
        <EvidenceLine evidence={evidence} />
        <p>
          <strong>{t('item.look-at')}</strong> {item.lookAt}
        </p>
        <p className="source">
          {item.hideable ? t('item.no-verdict') : t('item.counts', { level: item.neededBy, weight: item.weight })}
        </p>
        <p className="source">
          {t('item.source')}{' '}
          {sources.map((source, index) => (
            <span key={source.id}>
              {index > 0 ? '; ' : ''}
              <SourceName source={source} />
            </span>
          ))}
        </p>
      </div>
    </details>
  );
};

export const SourceName = ({ source }: { source: Source }): ReactNode => {
  const text = [source.publisher, source.title, source.year].filter(Boolean).join(', ');
  return source.url ? (
    <a href={source.url} rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  );
};
