import type { ReactNode } from 'react';
import type { Source } from '#app/domain/checklist.ts';
import type { EarlierPilot } from '#app/domain/pilot-library.ts';
import { EmptyHook } from './empty-hook.tsx';
import { useWords } from './words.tsx';

type Props = {
  pilot: EarlierPilot;
  contractor: { name: string; amount: string; domains: string[] };
  call: { from: string; to: string; payer: string; aims: string[]; grain: string; discrepancy: string; source: Source };
  repeat: ReactNode;
};

/** A pilot of 2017-2018: what its one source says, and a free hook for what it does not. */
export const EarlierPilotPage = ({ pilot, contractor, call, repeat }: Props) => {
  const { language, t } = useWords();
  return (
    <>
      <div className="title">
        <p className="kicker">{t('earlier-pilot.by', { contractor: contractor.name })}</p>
        <h1>{pilot.title}</h1>
        <p className="lead">{pilot.lead}</p>
      </div>
      <div className="with-aside">
        <article className="stack stack--wide">
          <section className="stack stack--tight">
            <h2>{t('earlier-pilot.asked')}</h2>
            <p>{t('earlier-pilot.asked-text')}</p>
            <ul className="pilot-points">
              {call.aims.map((aim) => (
                <li key={aim}>{aim}</li>
              ))}
            </ul>
          </section>
          <section className="stack stack--tight">
            <h2>{t('earlier-pilot.happened')}</h2>
            <ol className="pilot-happened" role="list">
              {pilot.happened.map(({ id, when, text }) => (
                <li key={id}>
                  <b>{when}</b>
                  <span>{text}</span>
                </li>
              ))}
            </ol>
          </section>
          {pilot.sector ? (
            <section className="stack stack--tight">
              <h2>{t('earlier-pilot.self-scan')}</h2>
              <p>
                <a href={`/${language}/sectors/${pilot.sector}`}>{t('earlier-pilot.self-scan-open')}</a>
              </p>
            </section>
          ) : null}
          <EmptyHook title={t('earlier-pilot.hook')}>
            <p>
              {pilot.asks} {t('earlier-pilot.hook-text')}
            </p>
          </EmptyHook>
        </article>
        <aside className="sheet" aria-labelledby="facts">
          <h2 id="facts">{t('earlier-pilot.facts')}</h2>
          <dl className="pilot-facts pilot-facts--aside">
            {(
              [
                ['contractor', contractor.name],
                ['domains', contractor.domains.join(', ')],
                ['period', t('pilot-story.from-to', { from: call.from, to: call.to })],
                [
                  'amount',
                  t('earlier-pilot.amount-text', { amount: contractor.amount, count: contractor.domains.length }),
                ],
                ['payer', call.payer],
              ] as const
            ).map(([key, text]) => (
              <div key={key}>
                <dt>{t(`earlier-pilot.${key}`)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <hr />
          <p className="tiny muted">
            {t('pilots.source', {
              title: call.source.title,
              publisher: call.source.publisher,
              year: call.source.year ?? '',
            })}
          </p>
          <p className="tiny muted">
            {call.grain} {call.discrepancy}
          </p>
        </aside>
      </div>
      {repeat}
    </>
  );
};
