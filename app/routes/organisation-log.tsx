import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { listOrganisationLog, type OrganisationLogLine } from '#app/data/organisation-log.server.ts';
import { showDay, showTime } from '#app/domain/calendar.ts';
import type { Translate } from '#app/domain/words.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'see-log');
  const { services, organisation, language, t } = visit;
  const log = await listOrganisationLog(services.store, organisation.id);
  return {
    ...(await organisationPage(visit, t('organisation.log'))),
    log: log.map((line) => ({
      id: line.id,
      when: `${showDay(language, line.at)}, ${showTime(language, line.at)}`,
      who: line.who || t('organisation-log.erased'),
      text: t(`organisation-log.${line.what}`, inWords(line, t)),
    })),
  };
}

/** What fills the holes of a line; an erased address is said in words. */
function inWords({ detail }: OrganisationLogLine, t: Translate): Record<string, string> {
  const erased = Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, value || t('organisation-log.erased')]),
  );
  return detail.role ? { ...erased, role: t(`organisation-role.${detail.role}`) } : erased;
}

export default function OrganisationLog() {
  const { language, t } = useWords();
  const { id, name, log } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${id}`} label={name} />
      <div className="title">
        <h1>{t('organisation.log')}</h1>
        <p className="lead">{t('organisation.log-intro')}</p>
      </div>
      {log.length === 0 ? <p>{t('organisation.log-empty')}</p> : null}
      <ul className="list" role="list">
        {log.map((one) => (
          <li key={one.id}>
            {one.text}
            <span className="muted small block">
              {one.when} · {one.who}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
