import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { EarlierAnswer } from '#app/components/earlier-answer.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { MovePreview } from '#app/components/move-preview.tsx';
import { useWords } from '#app/components/words.tsx';
import { readState } from '#app/web/assessment-state.server.ts';
import { drawEarlier } from '#app/web/earlier-answers.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { directions, moveVersion, previewMove, versionChoices } from '#app/web/version-page.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'change-version');
  const state = await readState(visit);
  const { t, checklist, assessment } = visit;
  const { next, back, waits } = await versionChoices(visit, state);
  return {
    title: titled(t, t('version.title')),
    may: allowed(visit),
    assessment: assessment.id,
    sector: checklist.name,
    version: checklist.version,
    next: next && previewMove(visit, state, next),
    back: back && previewMove(visit, state, back),
    waits,
    earlier: state.earlier.map((one) => drawEarlier(visit, one)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'change-version');
  const asked = (await postedForm(args.request)).get('to');
  const direction = directions.find((one) => one === asked);
  if (direction) await moveVersion(visit, await readState(visit), direction);
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/version`);
}

export default function Version() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/assessments/${page.assessment}`;
  return (
    <div className="wrap">
      <Crumb href={base} label={t('overview.title')} />
      <div className="title">
        <p className="kicker">{page.sector}</p>
        <h1>{t('version.title')}</h1>
        <p className="lead">{t('version.now', { version: page.version })}</p>
      </div>
      {page.waits ? (
        <p className="notice">
          <Icon name="info" />
          {t('version.waits')}
        </p>
      ) : null}
      {page.next || page.waits ? null : <p>{t('version.newest')}</p>}
      {page.next ? (
        <Band title={t('version.go', { version: page.next.version })} intro={t('version.go-intro')} id="next">
          <MovePreview preview={page.next} to="next" />
        </Band>
      ) : null}
      {page.earlier.length > 0 ? (
        <Band title={t('version.earlier')} intro={t('version.earlier-intro')} id="earlier">
          <ul className="list" role="list">
            {page.earlier.map((one) => (
              <li key={one.id}>
                <EarlierAnswer earlier={one} />
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
      {page.back ? (
        <Band title={t('version.back', { version: page.back.version })} intro={t('version.back-intro')} id="back">
          <MovePreview preview={page.back} to="back" />
        </Band>
      ) : null}
    </div>
  );
}
