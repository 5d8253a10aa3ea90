import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { countOrganisation, deleteOrganisation } from '#app/data/organisation-deletion.server.ts';
import { organisationPage } from '#app/web/organisation-page.server.ts';
import { requireOrganisation } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { newReceipt } from '#app/web/receipt.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(args, 'delete');
  const counts = await countOrganisation(visit.services.store, visit.organisation.id);
  return { ...(await organisationPage(visit, visit.t('organisation-delete.title'))), counts };
}

export async function action(args: ActionFunctionArgs) {
  const { services, organisation, language } = await requireOrganisation(args, 'delete');
  const receipt = newReceipt(services);
  await deleteOrganisation(services.store, organisation.id, receipt);
  // Busy readers can hold the log; the nightly clean-up empties it again.
  await services.store.scrub().catch(() => undefined);
  throw redirect(`/${language}/receipts/${receipt.id}`);
}

export default function DeleteOrganisation() {
  const { language, t } = useWords();
  const { id, name, counts } = useLoaderData<typeof loader>();
  const { assessments = 0, placements = 0, members = 0 } = counts;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('organisation-delete.title')}</h1>
        <p className="lead">{name}</p>
      </div>
      <form method="post" className="sheet">
        <p>{t('organisation-delete.what', { assessments, placements, members })}</p>
        <p>{t('organisation-delete.stays')}</p>
        <p>{t('delete.no-way-back')}</p>
        <p>
          <a href={`/files/organisations/${id}/everything.zip?lang=${language}`}>{t('account-delete.file-first')}</a>
        </p>
        <p className="row">
          <button className="button button--danger" type="submit">
            {t('delete.yes')}
          </button>
          <a className="icon-link" href={`/${language}/organisations/${id}`}>
            {t('delete.no')}
          </a>
        </p>
      </form>
    </div>
  );
}
