import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { HandOverForm } from '#app/components/hand-over-form.tsx';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { handOver, handOverDays, openHandovers } from '#app/web/handing-over.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { placementFrame } from '#app/web/placement-page.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['placement-hand-over.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'hand-over');
  const frame = await placementFrame(visit, visit.t('placement-hand-over.title'));
  return { ...frame, open: await openHandovers(visit), days: handOverDays, mail: visit.services.mail };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePlacement(args, 'hand-over');
  const failed = await handOver(visit, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  return redirect(`/${visit.language}/placements/${visit.placement.id}/hand-over`);
}

export default function PlacementHandOver() {
  const { t } = useWords();
  const { placement, code, open, days, mail } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="wrap">
      <PlacementCrumb placement={placement} code={code} />
      <div className="title">
        <h1>{t('placement-hand-over.title')}</h1>
        <p className="lead">{t('placement-hand-over.lead', { count: days })}</p>
        <p className="small">{t('placement-hand-over.share-stays')}</p>
      </div>
      {mail ? <HandOverForm result={failed} /> : <p>{t('placement-hand-over.no-mail')}</p>}
      {open.length > 0 ? (
        <Band title={t('placement-hand-over.open')} id="open">
          <ul className="list" role="list">
            {open.map(({ id, email, until }) => (
              <li key={id} className="row row--apart">
                <span>
                  {email} <span className="muted small">{t('placement-hand-over.until', { day: until })}</span>
                </span>
                <form method="post">
                  <input type="hidden" name="handover" value={id} />
                  <button className="button button--secondary button--small" type="submit" name="intent" value="stop">
                    {t('placement-hand-over.stop')}
                    <span className="visually-hidden"> {email}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
    </div>
  );
}
