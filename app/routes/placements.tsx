import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CaseloadFilter } from '#app/components/caseload-filter.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { PlacementLines, type ShownLine } from '#app/components/placement-line.tsx';
import { useWords } from '#app/components/words.tsx';
import { showDay } from '#app/domain/calendar.ts';
import { caseloadInput } from '#app/domain/placement-input.ts';
import { caseloadOf, coachingOf, managedBy } from '#app/web/caseload.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { title, menu, memberships } = await personPage(signedIn, signedIn.t('placements.title'));
  const asked = caseloadInput.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { phase, host, code, silent } = asked;
  const filter = { phase, host, code, silentOnly: silent === 'yes' };
  return {
    title,
    menu,
    today: showDay(signedIn.language, signedIn.services.now()),
    mayBegin: coachingOf(memberships).length > 0,
    asked,
    narrowed: phase !== null || host !== '' || code !== '' || filter.silentOnly,
    caseload: await caseloadOf(signedIn, memberships, filter),
    managed: await managedBy(signedIn, memberships),
  };
}

export default function Placements() {
  const { language, t } = useWords();
  const { today, mayBegin, asked, narrowed, caseload, managed } = useLoaderData<typeof loader>();
  if (!mayBegin) return <WithoutOrganisation />;
  const shown = caseload.today.length + caseload.week.length + caseload.later.length + caseload.closed.length;
  const showClosed = asked.closed === 'yes' || asked.phase === 'closed';
  return (
    <div className="wrap">
      <div className="title title--with-button">
        <div>
          <p className="kicker">{today}</p>
          <h1>{t('placements.title')}</h1>
        </div>
        <a className="button" href={`/${language}/placements/new`}>
          <Icon name="plus" />
          {t('placements.new')}
        </a>
      </div>
      {caseload.total > 0 ? <CaseloadFilter filter={asked} narrowed={narrowed} /> : null}
      {caseload.total === 0 ? <p>{t('placements.empty')}</p> : null}
      {narrowed && shown === 0 ? <p role="status">{t('placements.nothing-found')}</p> : null}
      <Group id="today" title={t('placements.today')} lines={caseload.today} />
      <Group id="week" title={t('placements.week')} lines={caseload.week} />
      <Group id="later" title={t('placements.later')} lines={caseload.later} />
      {showClosed ? <Group id="closed" title={t('placements.closed')} lines={caseload.closed} /> : null}
      {!showClosed && caseload.closed.length > 0 ? (
        <p className="group">
          <a href={`/${language}/placements?closed=yes#closed`}>
            {t('placements.show-closed', { count: caseload.closed.length })}
          </a>
        </p>
      ) : null}
      <div className="notice group">
        <Icon name="shield-check" />
        <div>
          <h2>{t('placements.code-only')}</h2>
          <p>{t('placements.code-only-text')}</p>
        </div>
      </div>
      {managed.length > 0 ? (
        <Band title={t('placements.managed')} intro={t('placements.managed-intro')} id="managed">
          <ul className="list" role="list">
            {managed.map((one) => (
              <li key={one.id} className="row row--apart">
                <span>
                  <strong>{one.code}</strong> · {one.host} · {one.phase}
                  <br />
                  <span className="muted small">{one.coach ?? t('placements.no-coach')}</span>
                </span>
                <a href={`/${language}/placements/${one.id}/hand-over`}>
                  {t('placement-hand-over.link')}
                  <span className="visually-hidden"> {one.code}</span>
                </a>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
    </div>
  );
}

const Group = ({ id, title, lines }: { id: string; title: string; lines: ShownLine[] }) =>
  lines.length === 0 ? null : (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <PlacementLines lines={lines} />
    </section>
  );

const WithoutOrganisation = () => {
  const { language, t } = useWords();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('placements.title')}</h1>
        <p className="lead">{t('placements.without-organisation')}</p>
      </div>
      <a className="button" href={`/${language}/organisations#new`}>
        {t('placements.make-organisation')}
      </a>
    </div>
  );
};
