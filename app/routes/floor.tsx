import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandOverCard } from '#app/components/hand-over-card.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { WorkerCountsLine } from '#app/components/worker-counts.tsx';
import { createLink, revokeLink } from '#app/data/link.server.ts';
import { writeLog } from '#app/data/log.server.ts';
import { findWorkerLink } from '#app/data/worker-voice.server.ts';
import { workerVoiceMinimum } from '#app/domain/worker-voice.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { postedForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { handedLink } from '#app/web/secret-link.server.ts';
import { secretLink } from '#app/web/sharing.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';
import { hearWorkers } from '#app/web/worker-voice.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const { services, assessment, language, t } = visit;
  const link = await findWorkerLink(services.store, assessment.id, services.now());
  return {
    title: titled(t, t('floor.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    link: link && handedLink(services, link, `/${language}/voice`),
    heard: await hearWorkers(visit),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const intent = (await postedForm(args.request)).get('intent');
  if (intent === 'open') await open(visit);
  if (intent === 'stop') await stop(visit);
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/voice`);
}

/** One link for the whole floor; while one runs no other is made. */
async function open(visit: Visit) {
  const { services, assessment } = visit;
  const { store, now, newToken } = services;
  if (await findWorkerLink(store, assessment.id, now())) return;
  await createLink(store, { ...secretLink(visit, newToken()), kind: 'worker', voice: '' as never, expiresAt: null });
  await log(visit, 'log.floor-opened');
}

async function stop(visit: Visit) {
  const { store, now } = visit.services;
  const link = await findWorkerLink(store, visit.assessment.id, now());
  if (link && (await revokeLink(store, visit.assessment.id, link.id, now()))) await log(visit, 'log.floor-stopped');
}

const log = ({ services, assessment, role }: Visit, what: string) =>
  writeLog(services.store, assessment.id, { id: services.newId(), at: services.now(), who: role, what, detail: {} });

export default function Floor() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/assessments/${page.assessment}`;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`${base}/access`}>
          <Icon name="arrow-left" />
          {t('access.title')}
        </a>
      </p>
      <div className="title">
        <h1>{t('floor.title')}</h1>
        <p className="lead">{t('floor.lead')}</p>
      </div>
      <div className="with-aside">
        <div className="stack stack--wide">
          <section className="stack" aria-labelledby="heard">
            <h2 id="heard">{t('floor.heard')}</h2>
            {page.heard ? (
              page.heard.map((one) => <WorkerCountsLine key={one.id} question={one.question} counts={one.counts} />)
            ) : (
              <p>{t('floor.from', { count: workerVoiceMinimum })}</p>
            )}
          </section>
          <section className="stack" aria-labelledby="promise">
            <h2 id="promise">{t('floor.promise')}</h2>
            <ul role="list" className="stack stack--tight">
              {(['eye-off', 'list-checks', 'clock'] as const).map((icon) => (
                <li className="with-icon with-icon--top" key={icon}>
                  <Icon name={icon} />
                  <span>{t(`floor.promise-${icon}`, { count: workerVoiceMinimum })}</span>
                </li>
              ))}
            </ul>
          </section>
          {page.link ? null : (
            <form method="post" className="step-buttons">
              <button className="button" type="submit" name="intent" value="open">
                {t('floor.open')}
              </button>
            </form>
          )}
        </div>
        {page.link ? (
          <HandOverCard title={t('floor.give')} text={t('floor.give-text')} link={page.link}>
            <p>
              <a className="icon-link" href={`${base}/voice/poster`}>
                <Icon name="printer" />
                {t('floor.poster')}
              </a>
            </p>
            <form method="post" className="no-print">
              <button className="button button--secondary button--small" type="submit" name="intent" value="stop">
                {t('floor.stop')}
              </button>
            </form>
          </HandOverCard>
        ) : null}
      </div>
    </div>
  );
}
