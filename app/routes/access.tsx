import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DigestForm } from '#app/components/digest-form.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { KeepBand } from '#app/components/keep-band.tsx';
import { LinkBox } from '#app/components/link-box.tsx';
import { LinkList } from '#app/components/link-list.tsx';
import { ShareForm } from '#app/components/share-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { findDigest } from '#app/data/digest.server.ts';
import { listLinks } from '#app/data/link.server.ts';
import { listLog } from '#app/data/log.server.ts';
import { listSubmissions } from '#app/data/submission.server.ts';
import { showDay, showTime } from '#app/domain/calendar.ts';
import { showCode } from '#app/domain/code.ts';
import { accessActions } from '#app/web/access.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { postedForm } from '#app/web/form.ts';
import { keepingActions, readKeeping } from '#app/web/keeping.server.ts';
import { findOwnCode } from '#app/web/own-codes.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { findItem } from '#app/web/versions.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = {
  nav: 'assessment',
  hydrate: [],
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const { services, assessment, language, t } = visit;
  const [links, digest, log, code, submissions] = await Promise.all([
    listLinks(services.store, assessment.id),
    findDigest(services.store, assessment.id),
    listLog(services.store, assessment.id),
    findOwnCode(services, args.request, assessment.id),
    listSubmissions(services.store, assessment.id),
  ]);
  return {
    title: titled(t, t('access.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    code: code && showCode(code),
    mail: services.mail,
    keeping: await readKeeping(visit),
    digest: digest && { email: digest.email, confirmed: digest.confirmedAt !== null },
    links: links
      .filter((one) => (['colleague', 'reader', 'ask'] as string[]).includes(one.kind))
      .map((one) => ({
        id: one.id,
        kind: one.kind,
        label: one.label,
        voice: one.voice,
        item: findItem(visit, one.item)?.title ?? null,
        made: showDay(language, one.createdAt),
        opened: one.openedAt && showDay(language, one.openedAt),
        until: one.expiresAt && showDay(language, one.expiresAt),
        stopped: one.revokedAt !== null,
      })),
    submissions: submissions.map((one) => ({ id: one.id, date: showDay(language, one.at), counted: one.counted })),
    log: log.map((one) => ({
      id: one.id,
      when: `${showDay(language, one.at)}, ${showTime(language, one.at)}`,
      text: t(one.what, one.detail),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const form = await postedForm(args.request);
  if (['keep', 'take-out'].includes(String(form.get('intent')))) {
    const { cookie } = await keepingActions(visit, form);
    throw redirect(`/${visit.language}/assessments/${visit.assessment.id}/access#keep`, {
      headers: cookie ? { 'Set-Cookie': cookie } : {},
    });
  }
  const result = await accessActions(visit, args.request, form);
  if (result.kind === 'failed') return data(result, { status: 422 });
  if (result.kind === 'done')
    return redirect(`/${visit.language}/assessments/${visit.assessment.id}/access${result.at}`, {
      headers: result.headers,
    });
  return data(result);
}

export default function Access() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = (intent: string) => (result?.kind === 'failed' && result.intent === intent ? result.form : undefined);
  const base = `/${language}/assessments/${page.assessment}`;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('access.title')}</h1>
        <p className="lead">{t('access.lead')}</p>
      </div>
      {result?.kind === 'link' ? <LinkBox url={result.url} text={t('access.made')} /> : null}
      <Band title={t('access.code')} intro={t('access.code-intro')} id="code">
        {page.code ? (
          <p>
            <span className="code">{page.code}</span>
          </p>
        ) : (
          <p>{t('overview.code-elsewhere')}</p>
        )}
        <p className="small">{t('access.code-lost')}</p>
        <form method="post" className="step-buttons no-print">
          <button className="button button--secondary button--small" type="submit" name="intent" value="renew-code">
            {t('access.code-new')}
          </button>
        </form>
      </Band>
      <Band title={t('access.beside')} intro={t('access.beside-intro')} id="beside">
        <p className="step-buttons">
          <a className="button" href={`${base}/share`}>
            <Icon name="share-2" />
            {t('sharing.title')}
          </a>
          <a className="button button--secondary" href={`${base}/voice`}>
            <Icon name="users" />
            {t('floor.title')}
          </a>
          <a className="icon-link" href={`${base}/compare`}>
            {t('compare.title')}
          </a>
        </p>
      </Band>
      <Band title={t('access.share')} intro={t('access.share-intro')} id="share">
        <ShareForm result={failed('share')} />
        <LinkList links={page.links} />
      </Band>
      <KeepBand keeping={page.keeping} />
      {page.mail ? (
        <Band title={t('digest.title')} intro={t('digest.intro')} id="digest">
          <DigestForm digest={page.digest} result={failed('digest')} asked={result?.kind === 'asked'} />
        </Band>
      ) : null}
      {page.submissions.length > 0 ? (
        <Band title={t('hand-in.figures')} intro={t('access.figures-intro')} id="figures">
          <ul className="list" role="list">
            {page.submissions.map((one) => (
              <li key={one.id} className="row">
                <span>
                  {one.counted ? t('access.counted', { day: one.date }) : t('access.not-counted', { day: one.date })}
                </span>
                <form method="post">
                  <input type="hidden" name="submission" value={one.id} />
                  <button
                    className="button button--secondary button--small"
                    type="submit"
                    name="intent"
                    value={one.counted ? 'do-not-count' : 'count'}
                  >
                    {one.counted ? t('access.do-not-count') : t('access.count')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Band>
      ) : null}
      <Band title={t('access.file')} intro={t('access.file-intro')} id="file">
        <a className="button button--secondary" href={`/files/${page.assessment}/own/assessment.json`}>
          <Icon name="download" />
          {t('access.file-download')}
        </a>
      </Band>
      <Band title={t('access.log')} intro={t('access.log-intro')} id="log">
        {page.log.length === 0 ? <p>{t('access.log-empty')}</p> : null}
        <ul className="list" role="list">
          {page.log.map((one) => (
            <li key={one.id}>
              <span className="muted small">{one.when}</span> {one.text}
            </li>
          ))}
        </ul>
      </Band>
      <Band title={t('access.delete')} intro={t('access.delete-intro')} id="delete">
        <a className="button button--secondary" href={`${base}/delete`}>
          <Icon name="trash-2" />
          {t('access.delete-link')}
        </a>
      </Band>
    </div>
  );
}
