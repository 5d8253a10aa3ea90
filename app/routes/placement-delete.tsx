import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { deletePlacement } from '#app/data/deletion.server.ts';
import { addDays } from '#app/domain/calendar.ts';
import { backupDays } from '#app/domain/retention.ts';
import { titleMeta } from '#app/web/page.ts';
import { placementFrame } from '#app/web/placement-page.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'erase');
  return placementFrame(visit, visit.t('erase.title'));
}

export async function action(args: ActionFunctionArgs) {
  const { services, placement, language, today } = await requirePlacement(args, 'erase');
  const receipt = { id: services.newToken(), at: services.now(), backupsUntil: addDays(today, backupDays) };
  await deletePlacement(services.store, placement.id, receipt);
  // Busy readers can hold the log; the nightly clean-up empties it again.
  await services.store.scrub().catch(() => undefined);
  return redirect(`/${language}/receipts/${receipt.id}`);
}

export default function PlacementDelete() {
  const { language, t } = useWords();
  const { placement, code } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <PlacementCrumb placement={placement} code={code} />
      <div className="title">
        <h1>{t('erase.title')}</h1>
      </div>
      <form method="post" className="sheet">
        <p>{t('erase.what', { code })}</p>
        <p>{t('delete.no-way-back')}</p>
        <p className="row">
          <button className="button button--danger" type="submit">
            {t('erase.yes')}
          </button>
          <a className="icon-link" href={`/${language}/placements/${placement}`}>
            {t('delete.no')}
          </a>
        </p>
      </form>
    </div>
  );
}
