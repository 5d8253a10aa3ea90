import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { Icon, type IconName } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { readLibraryOfPilots } from '#app/web/pilot-library.server.ts';

export const meta = titleMeta;

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const t = services.translate[language];
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  return {
    title: titled(t, t('pilots.title')),
    description: t('pilots.lead'),
    query,
    ...(await readLibraryOfPilots({ services, language }, query)),
  };
}

export default function Pilots() {
  const { language, t } = useWords();
  const { query, earlier, published, contractors, awarded, call } = useLoaderData<typeof loader>();
  const found = earlier.length + published.length;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('pilots.title')}</h1>
        <p className="lead">{t('pilots.lead')}</p>
      </div>
      <search>
        <form method="get" className="pilot-search">
          <div>
            <label className="label" htmlFor="q">
              {t('pilots.search')}
            </label>
            <input className="input" id="q" name="q" type="search" defaultValue={query} />
          </div>
          <button className="button button--secondary" type="submit">
            <Icon name="search" />
            {t('pilots.search-submit')}
          </button>
        </form>
      </search>
      {query ? (
        <p role="status">
          {t('pilots.found', { count: found, query })} <a href={`/${language}/pilots`}>{t('pilots.all')}</a>
        </p>
      ) : null}
      {published.length > 0 ? (
        <section className="stack pilot-group" aria-labelledby="published">
          <h2 id="published">{t('pilots.published')}</h2>
          <ul className="pilot-cards" role="list">
            {published.map(({ id, icon, title, by, lead }) => (
              <li key={id}>
                <Icon name={icon as IconName} large />
                <div>
                  <a href={`/${language}/pilots/${id}`}>{title}</a>
                  <p>{by}</p>
                  {lead ? <p>{lead}</p> : null}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {earlier.length > 0 ? (
        <section className="stack pilot-group" aria-labelledby="earlier">
          <h2 id="earlier">{t('pilots.earlier')}</h2>
          <ul className="pilot-cards" role="list">
            {earlier.map(({ id, icon, domain, by, status }) => (
              <li key={id}>
                <Icon name={icon as IconName} large />
                <div>
                  <a href={`/${language}/pilots/${id}`}>{domain}</a>
                  <p>{by}</p>
                  <span className={status === 'report-wanted' ? 'tag tag--empty' : 'tag tag--done'}>
                    {status === 'report-wanted' ? null : <Icon name="check" />}
                    {t(`earlier-pilot.${status}`)}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Band title={t('pilots.who')} intro={t('pilots.who-intro', { budget: call.budget })} id="who">
        <table className="table table--cards">
          <thead>
            <tr>
              <th scope="col">{t('pilots.contractor')}</th>
              <th scope="col">{t('pilots.domains')}</th>
              <th scope="col" className="r">
                {t('pilots.award')}
              </th>
            </tr>
          </thead>
          <tbody>
            {contractors.map(({ id, name, domains, amount }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={t('pilots.domains')}>{domains.join(', ')}</td>
                <td data-label={t('pilots.award')} className="r">
                  {amount}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('pilots.total')}</th>
              <td data-label={t('pilots.domains')}>{t('pilots.all-domains')}</td>
              <td data-label={t('pilots.award')} className="r">
                <strong>{awarded}</strong>
              </td>
            </tr>
          </tbody>
        </table>
        <p className="small muted">
          {call.discrepancy} {call.grain}
        </p>
        <p className="small muted">
          {t('pilots.source', {
            title: call.source.title,
            publisher: call.source.publisher,
            year: call.source.year ?? '',
          })}
        </p>
      </Band>
      <Band title={t('pilots.own')} intro={t('pilots.own-intro')} id="own">
        <a className="button button--secondary" href={`/${language}/organisations`}>
          {t('pilots.own-begin')}
        </a>
      </Band>
    </div>
  );
}
