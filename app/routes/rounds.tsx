import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyHook } from '#app/components/empty-hook.tsx';
import { Band } from '#app/components/fields.tsx';
import { Door } from '#app/components/glyphs.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import type { LevelNumber } from '#app/domain/checklist.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { comparedRounds } from '#app/web/rounds.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'read-result');
  const search = new URL(args.request.url).searchParams;
  return {
    title: titled(visit.t, visit.t('rounds.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: visit.assessment.id,
    ...(await comparedRounds(visit, await readState(visit), search.get('from'), search.get('to'))),
  };
}

export default function Rounds() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/assessments/${page.assessment}`;
  const { compared } = page;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`${base}/result`}>
          <Icon name="arrow-left" />
          {t('site.result')}
        </a>
      </p>
      <div className="title">
        <h1>{t('rounds.title')}</h1>
        <p className="lead">{compared ? t('rounds.lead', { count: compared.moves.length }) : t('rounds.one')}</p>
      </div>
      {compared ? (
        <>
          {page.rounds.length > 2 ? (
            <form method="get" className="row no-print">
              {(['from', 'to'] as const).map((name) => (
                <p key={name}>
                  <label htmlFor={name}>{t(`rounds.${name}`)}</label>{' '}
                  <select className="input input--short" id={name} name={name} defaultValue={compared[name].id}>
                    {page.rounds.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.day}
                      </option>
                    ))}
                  </select>
                </p>
              ))}
              <button className="button button--secondary" type="submit">
                {t('rounds.compare')}
              </button>
            </form>
          ) : null}
          <ul className="halves rounds" role="list">
            {[compared.from, compared.to].map((one) => (
              <li key={one.id} className="card">
                <Door level={one.level as LevelNumber} />
                <div>
                  <p className="muted small">{one.day}</p>
                  <p>
                    <strong>
                      {one.level} {one.name}
                    </strong>
                  </p>
                  <p>
                    <a href={`${base}/result?of=${one.id}`}>{t('rounds.open')}</a>
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {(['up', 'down', 'other'] as const).map((direction) => {
            const moves = compared.moves.filter((one) => one.direction === direction);
            return moves.length > 0 ? (
              <Band key={direction} title={t(`rounds.${direction}`, { count: moves.length })} id={direction}>
                <ul className="list" role="list">
                  {moves.map((one) => (
                    <li key={one.item}>
                      {one.code} {one.title}{' '}
                      <strong>{t('rounds.move', { from: t(`answer.${one.from}`), to: t(`answer.${one.to}`) })}</strong>
                      {one.actions.map((title) => (
                        <p className="small with-icon with-icon--top" key={title}>
                          <Icon name="check" />
                          {t('rounds.action', { title })}
                        </p>
                      ))}
                    </li>
                  ))}
                </ul>
              </Band>
            ) : null;
          })}
          <div className="notice">
            <Icon name="info" />
            <p>{t('rounds.no-cause')}</p>
          </div>
        </>
      ) : (
        <EmptyHook title={t('rounds.none')}>
          <p className="small">{t('rounds.none-text')}</p>
        </EmptyHook>
      )}
    </div>
  );
}
