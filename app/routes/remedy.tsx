import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HelpLine } from '#app/components/evidence-line.tsx';
import { InstrumentCard } from '#app/components/instrument-card.tsx';
import { useWords } from '#app/components/words.tsx';
import { isStale } from '#app/domain/calendar.ts';
import { outsideFlanders } from '#app/domain/context.ts';
import { itemCode } from '#app/domain/progress.ts';
import { remediesFor } from '#app/domain/what-helps.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readEvidence } from '#app/web/evidence.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { instrumentsOf } from '#app/web/remedy-links.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'read-result');
  const { checklist, assessment, t, services } = visit;
  const remedy = checklist.remedies.find((one) => one.id === args.params.remedy);
  if (!remedy) throw new Response(null, { status: 404 });
  const state = await readState(visit);
  const evidence = await readEvidence(visit);
  const today = services.now().toISOString().slice(0, 10);
  const instruments = instrumentsOf(checklist, assessment.context, remedy.instruments);
  return {
    title: titled(t, remedy.title),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    remedy,
    help: evidence.ofRemedy(remedy.id),
    taken: visit.may('read-plan') && state.actions.some((one) => one.remedy === remedy.id && one.status !== 'dropped'),
    items: state.items
      .filter((item) => remediesFor(item).some((link) => link.id === remedy.id))
      .map((item) => ({ code: itemCode(state.sections, item.id), title: item.title })),
    instruments: instruments.map((one) => ({
      instrument: one,
      source: checklist.sources.find((source) => source.id === one.source),
      stale: isStale(one.checked, today),
    })),
    hidden: assessment.context.place === outsideFlanders && instruments.length < remedy.instruments.length,
  };
}

export default function RemedyPage() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const { remedy } = page;
  const base = `/${language}/assessments/${page.assessment}`;
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{t('remedy.kicker')}</p>
        <h1>{remedy.title}</h1>
        <p className="lead">{t('remedy.effort', { effort: t(`remedy.effort-${remedy.effort}`) })}</p>
      </div>
      <div className="with-aside">
        <div className="prose">
          <HelpLine help={page.help} />
          <h2>{t('remedy.week')}</h2>
          <p>{remedy.week}</p>
          <h2>{t('remedy.quarter')}</h2>
          <p>{remedy.quarter}</p>
          <h2>{t('remedy.who')}</h2>
          <p>{remedy.who}</p>
          <h2>{t('remedy.call')}</h2>
          <p>{remedy.call}</p>
          {page.items.length > 0 ? (
            <>
              <h2>{t('remedy.items')}</h2>
              <ul>
                {page.items.map((item) => (
                  <li key={item.code}>
                    {item.code} {item.title}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {page.may.includes('propose') && !page.taken ? (
            <p className="step-buttons">
              <a className="button" href={`${base}/propose?remedy=${remedy.id}`}>
                {t('propose.this')}
              </a>
            </p>
          ) : null}
          {page.may.includes('plan') ? (
            <form method="post" action={`${base}/plan`} className="step-buttons">
              <input type="hidden" name="remedy" value={remedy.id} />
              {page.taken ? (
                <p>
                  {t('remedy.taken')} <a href={`${base}/plan`}>{t('site.plan')}</a>
                </p>
              ) : (
                <button className="button" type="submit" name="intent" value="take-over">
                  {t('remedy.take')}
                </button>
              )}
            </form>
          ) : null}
        </div>
        <div className="stack">
          {page.instruments.length > 0 || page.hidden ? <h2>{t('remedy.support')}</h2> : null}
          {page.instruments.map((one) => (
            <InstrumentCard key={one.instrument.id} {...one} />
          ))}
          {page.hidden ? <p className="small muted">{t('support.hidden')}</p> : null}
        </div>
      </div>
    </div>
  );
}
