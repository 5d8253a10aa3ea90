import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireAuthor } from '#app/web/cockpit.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { requireSector } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const author = await requireAuthor(args);
  const { services, language, t } = author;
  const { title, menu } = await personPage(author, t('cockpit.title'));
  return {
    title,
    menu,
    sectors: services.startable.map((ref) => {
      const { sector, name, version, items } = requireSector(services, ref.split('@')[0], language);
      return { sector, name, version, items: items.length };
    }),
  };
}

export default function Cockpit() {
  const { language, t } = useWords();
  const { sectors } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('cockpit.title')}</h1>
        <p className="lead">{t('cockpit.lead')}</p>
      </div>
      <ul className="list" role="list">
        {sectors.map((one) => (
          <li key={one.sector}>
            <a className="icon-link" href={`/${language}/cockpit/${one.sector}`}>
              {one.name}
              <Icon name="arrow-right" />
            </a>{' '}
            <span className="muted small">{t('rules.version', one)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
