import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { EditionChecks } from '#app/components/edition-checks.tsx';
import { EditionHeadForm } from '#app/components/edition-head-form.tsx';
import { EditionLists } from '#app/components/edition-lists.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { listEditionVersions, setWithdrawn } from '#app/data/edition.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { titleOf } from '#app/domain/edition-changes.ts';
import { headTexts } from '#app/domain/edition-form.ts';
import { editionLimits } from '#app/domain/edition-input.ts';
import { editionParts, type PartMember, sayIn } from '#app/domain/edition-texts.ts';
import { headOf, saveHead } from '#app/web/edition-editing.server.ts';
import { type EditionVisit, editionPage, requireEdition, seenOf } from '#app/web/edition-visit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const { services, edition, checklist, language, t } = visit;
  const { draft } = edition;
  const versions = await listEditionVersions(services.store, edition.id);
  const head = headOf(draft);
  return {
    ...(await editionPage(visit, sayIn(draft.name, language, draft.languages) || t('editions.title'))),
    mayPublish: visit.mayHere('publish-edition'),
    head,
    seen: seenOf(head),
    hideable: checklist.items.filter((one) => one.hideable).map(({ id, title }) => ({ id, label: title })),
    lists: editionParts.map((part) => ({
      part,
      full: draft[part].length >= editionLimits[part],
      members: draft[part].map((one: PartMember) => ({ id: one.id, title: titleOf(one, language, draft.languages) })),
    })),
    versions: versions.map(({ number, publishedAt, changes }) => ({
      number,
      day: showDay(language, publishedAt),
      changes,
    })),
    withdrawn: edition.withdrawnAt !== null,
    address: `${services.baseUrl}/${language}/editions/${edition.slug}`,
    stored: headTexts.map((name) => ({
      label: t(`edition-field.${name}`),
      text: sayIn(draft[name], language, draft.languages),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const posted = await postedForm(args.request);
  const intent = posted.get('intent');
  if (intent === 'withdraw' || intent === 'offer') return withdraw(visit, intent === 'withdraw');
  const edited = await saveHead(visit, posted);
  if (edited.kind === 'failed') return data(edited, { status: edited.changed ? 409 : 422 });
  return redirect(`${visit.base}?saved=1`);
}

async function withdraw(visit: EditionVisit, stop: boolean) {
  const { services, edition, language } = visit;
  if (!visit.mayHere('publish-edition')) throw new Response(null, { status: 404 });
  if (stop === (edition.withdrawnAt !== null)) return redirect(visit.base);
  const name = sayIn(edition.draft.name, language, edition.draft.languages);
  const line = logLine(visit, stop ? 'edition-withdrawn' : 'edition-offered-again', { name });
  await setWithdrawn(services.store, edition, stop ? services.now() : null, line);
  return redirect(`${visit.base}#versions`);
}

export default function EditionPage() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${page.id}/editions`} label={t('editions.title')} />
      <div className="title">
        <p className="kicker">
          {page.name} · {page.sector}
        </p>
        <h1>{page.editionName}</h1>
        <p className="row">
          <a className="button" href={`${page.base}/preview`}>
            <Icon name="eye" />
            {t('editions.preview')}
          </a>
          {page.mayPublish ? (
            <a className="button button--secondary" href={`${page.base}/publish`}>
              {t('editions.publish')}
            </a>
          ) : null}
          <a
            className="icon-link"
            href={`/files/editions/${page.base.split('/').at(-1)}/edition.yaml?lang=${language}`}
          >
            <Icon name="download" />
            {t('editions.export')}
          </a>
          <a className="icon-link" href={`${page.base}/import`}>
            {t('editions.import')}
          </a>
        </p>
      </div>
      <Band title={t('editions.checks')} intro={t('editions.checks-intro')}>
        <EditionChecks checks={page.checks} />
      </Band>
      <Band title={t('editions.head')} intro={t('editions.head-intro')} id="head">
        <EditionHeadForm page={page} failed={failed} />
      </Band>
      <EditionLists lists={page.lists} base={page.base} />
      <Versions page={page} />
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const Versions = ({ page }: { page: Page }) => {
  const { t } = useWords();
  if (page.versions.length === 0) return null;
  return (
    <Band title={t('editions.versions')} intro={t('editions.versions-intro')} id="versions">
      <p>{page.withdrawn ? t('editions.withdrawn-text') : <a href={page.address}>{page.address}</a>}</p>
      <ul className="list" role="list">
        {page.versions.map((one) => (
          <li key={one.number}>
            {t('editions.version', { number: one.number })}
            <span className="muted small block preserved">{[one.day, one.changes].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {page.mayPublish ? (
        <form method="post">
          <button
            className="button button--secondary"
            type="submit"
            name="intent"
            value={page.withdrawn ? 'offer' : 'withdraw'}
          >
            {page.withdrawn ? t('editions.offer') : t('editions.withdraw')}
          </button>
        </form>
      ) : null}
    </Band>
  );
};
