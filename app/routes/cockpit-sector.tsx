import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CockpitItem } from '#app/components/cockpit-item.tsx';
import { EditorNotes } from '#app/components/editor-notes.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { signalFrom, signals } from '#app/domain/cockpit.ts';
import { markNote, readCockpit, readNotes, requireAuthor } from '#app/web/cockpit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { requireSector } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const author = await requireAuthor(args);
  const checklist = requireSector(author.services, args.params.sector, author.language);
  const asked = new URL(args.request.url).searchParams.get('dimension');
  const dimension = checklist.dimensions.find(({ id }) => id === asked)?.id ?? null;
  const [{ title, menu }, cockpit, notes] = await Promise.all([
    personPage(author, `${author.t('cockpit.title')} · ${checklist.name}`),
    readCockpit(author, checklist, dimension),
    readNotes(author, checklist),
  ]);
  const { sector, name, version, dimensions } = checklist;
  return {
    ...{ title, menu, sector, name, version, dimension, notes, ...cockpit },
    total: checklist.items.length,
    dimensions: dimensions.map((one) => ({ id: one.id, name: one.name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const author = await requireAuthor(args);
  const checklist = requireSector(author.services, args.params.sector, author.language);
  await markNote(author, checklist, await postedForm(args.request));
  throw redirect(`/${author.language}/cockpit/${checklist.sector}#notes`);
}

export default function CockpitSector() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/cockpit`;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={base}>
          <Icon name="arrow-left" />
          {t('cockpit.title')}
        </a>
      </p>
      <div className="title">
        <p className="kicker">{t('rules.version', { name: page.name, version: page.version, items: page.total })}</p>
        <h1>{t('cockpit.of', { sector: page.name })}</h1>
        <p className="lead">{page.day ? t('cockpit.made', { day: page.day }) : t('cockpit.too-few')}</p>
      </div>
      <details className="disclosure">
        <summary>
          <Icon name="list-checks" />
          {t('cockpit.order')}
        </summary>
        <div className="disclosure__body">
          <p>{t('cockpit.order-text')}</p>
          <ul>
            {signals.map((one) => (
              <li key={one}>
                <strong>{t(`cockpit.signal-${one}`)}</strong>: {t(`cockpit.signal-${one}-text`, signalFrom)}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/${language}/rules#figures`}>{t('evidence.how')}</a>
          </p>
        </div>
      </details>
      <nav className="row cockpit-filter" aria-label={t('cockpit.filter')}>
        <Filter href={`${base}/${page.sector}`} current={page.dimension === null} label={t('cockpit.all')} />
        {page.dimensions.map((one) => (
          <Filter
            key={one.id}
            href={`${base}/${page.sector}?dimension=${one.id}`}
            current={page.dimension === one.id}
            label={one.name}
          />
        ))}
      </nav>
      <ol className="cockpit" role="list">
        {page.items.map((one) => (
          <CockpitItem key={one.item.id} shown={one} sector={page.sector} />
        ))}
      </ol>
      {page.notes ? <EditorNotes notes={page.notes} /> : null}
    </div>
  );
}

const Filter = ({ href, current, label }: { href: string; current: boolean; label: string }) => (
  <a href={href} aria-current={current ? 'page' : undefined}>
    {label}
  </a>
);
