import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { NeedsBeside, NeedsForm } from '#app/components/needs-form.tsx';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { showDay } from '#app/domain/calendar.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { needsActions, needsPage } from '#app/web/placement-needs.server.ts';
import { placementFrame } from '#app/web/placement-page.server.ts';
import { requireOpenPlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'see-needs');
  const frame = await placementFrame(visit, visit.t('needs.title'));
  const page = await needsPage(visit);
  return {
    ...frame,
    ...page,
    today: visit.today,
    sharedOn: page.sharedOn && showDay(visit.language, page.sharedOn),
    hasWorkplace: visit.placement.assessmentId !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'record');
  const failed = await needsActions(visit, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  return redirect(`/${visit.language}/placements/${visit.placement.id}/needs`);
}

export default function PlacementNeeds() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="wrap">
      <PlacementCrumb placement={page.placement} code={page.code} />
      <div className="title">
        <h1>{t('needs.title')}</h1>
        <p className="lead">{t('needs.lead')}</p>
      </div>
      {page.chosen.length > 0 ? (
        <Band title={t('needs.beside')} intro={t('needs.beside-intro')} id="beside">
          {page.beside ? <NeedsBeside matches={page.beside} /> : <p>{t('needs.no-answers')}</p>}
        </Band>
      ) : null}
      {page.chosen.length > 0 && page.hasWorkplace ? (
        <Band title={t('needs.share')} intro={t('needs.share-intro')} id="share">
          {page.sharedOn ? (
            <form method="post">
              <p>{t('needs.shared', { day: page.sharedOn })}</p>
              <button className="button button--secondary" type="submit" name="intent" value="take-back">
                {t('needs.take-back')}
              </button>
            </form>
          ) : (
            <form method="post" noValidate className="small-form">
              <ErrorSummary errors={failed?.errors ?? {}} labels={{ agreedOn: t('needs.agreed-on') }} />
              <TextField
                name="agreedOn"
                label={t('needs.agreed-on')}
                hint={t('needs.agreed-hint')}
                type="date"
                short
                error={failed?.errors.agreedOn}
                value={typedOr(failed?.values, 'agreedOn', page.today)}
                register={{ name: 'agreedOn' }}
              />
              <button className="button button--secondary" type="submit" name="intent" value="share">
                {t('needs.show-host')}
              </button>
            </form>
          )}
        </Band>
      ) : null}
      <Band title={t('needs.pick')} intro={t('needs.pick-intro')} id="pick">
        <NeedsForm groups={page.groups} chosen={page.chosen} />
      </Band>
    </div>
  );
}
