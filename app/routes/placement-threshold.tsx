import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvidenceLine } from '#app/components/evidence-line.tsx';
import { Band } from '#app/components/fields.tsx';
import { Steps } from '#app/components/glyphs.tsx';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { ThresholdForm } from '#app/components/threshold-form.tsx';
import { TriedForm, TriedList } from '#app/components/tried-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { stepsOf } from '#app/domain/placement-threshold.ts';
import { markedTitle } from '#app/web/edition-brand.ts';
import { readEvidence } from '#app/web/evidence.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { drawThresholds, placementFrame } from '#app/web/placement-page.server.ts';
import { type PlacementVisit, requireOpenPlacement } from '#app/web/placement-visit.server.ts';
import { changeAtThreshold, remediesAt, requireThreshold } from '#app/web/threshold-changing.server.ts';
import { findItem } from '#app/web/versions.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['placement-error.', 'threshold.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'record');
  const stored = await requireThreshold(visit, args.params.threshold);
  const thresholds = await drawThresholds(visit);
  const threshold = thresholds.find(({ id }) => id === stored.id);
  if (!threshold) throw new Response(null, { status: 404 });
  const item = visit.checklist.items.find(({ id }) => id === stored.item);
  return {
    ...(await placementFrame(visit, visit.t('threshold.one'))),
    threshold,
    items: itemsToChoose(visit, stored.item).map((item) => ({ id: item.id, label: markedTitle(visit, item) })),
    remedies: remediesAt(visit, stored),
    evidence: item ? (await readEvidence(visit)).ofItem(item) : null,
    today: visit.today,
  };
}

/** The items of the checklist, and the one that was chosen when another version still asked it. */
const itemsToChoose = (visit: PlacementVisit, chosen: string | null) => [
  ...new Set([...visit.checklist.items, ...[findItem(visit, chosen)].filter((one) => one !== undefined)]),
];

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOpenPlacement(args, 'record');
  const threshold = await requireThreshold(visit, args.params.threshold);
  const failed = await changeAtThreshold(visit, threshold, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  return redirect(`/${visit.language}/placements/${visit.placement.id}/thresholds/${threshold.id}`);
}

export default function PlacementThreshold() {
  const { t } = useWords();
  const { placement, code, threshold, items, remedies, evidence, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = (intent: string) => (result?.intent === intent ? result.form : undefined);
  const { rival } = threshold;
  return (
    <div className="wrap">
      <PlacementCrumb placement={placement} code={code} />
      <div className="title">
        <p className="kicker">{t('threshold.one')}</p>
        <h1>{threshold.text}</h1>
        <p className="with-icon">
          <Steps high={stepsOf({ weight: threshold.weight, loweredOn: threshold.lowered })} />
          <span>
            {threshold.lowered
              ? t('threshold.lowered-on', { day: threshold.lowered })
              : t('threshold.is', { weight: t(`weight.${threshold.weight}`).toLowerCase(), day: threshold.seen })}
          </span>
        </p>
      </div>
      {rival ? (
        <Band title={t('threshold.two-versions')} intro={t('threshold.two-intro')} id="versions">
          {[
            { which: 'first', ...threshold },
            { which: 'rival', ...rival },
          ].map(({ which, text, weight, seen }) => (
            <form method="post" className="card" key={which}>
              <input type="hidden" name="version" value={which} />
              <p className="typed">
                <strong>{text}</strong>
              </p>
              <p className="muted small">
                {t('threshold.is', { weight: t(`weight.${weight}`).toLowerCase(), day: seen })}
              </p>
              <button className="button button--secondary" type="submit" name="intent" value="choose">
                {t('threshold.choose')}
                <span className="visually-hidden">: {text}</span>
              </button>
            </form>
          ))}
        </Band>
      ) : null}
      <Band title={t('threshold.tried')} intro={t('threshold.tried-intro')} id="tried-so-far">
        <EvidenceLine evidence={evidence} />
        <TriedList tried={threshold.tried} />
        <TriedForm remedies={remedies} result={failed('try')} today={today} />
      </Band>
      <Band title={t('threshold.lower-title')} id="lower">
        <form method="post">
          <button
            className="button button--secondary"
            type="submit"
            name="intent"
            value={threshold.lowered ? 'reopen' : 'lower'}
          >
            {t(threshold.lowered ? 'threshold.reopen' : 'threshold.lower')}
          </button>
        </form>
      </Band>
      {rival ? null : (
        <Band title={t('threshold.change')} id="change">
          <ThresholdForm items={items} result={failed('change')} stored={threshold} title={t('threshold.change')} />
        </Band>
      )}
    </div>
  );
}
