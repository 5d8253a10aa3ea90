import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { HandOverCard } from '#app/components/hand-over-card.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { Waiting } from '#app/components/waiting.tsx';
import { useWords } from '#app/components/words.tsx';
import { listLinks } from '#app/data/link.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { handOverInput } from '#app/domain/hand-over-input.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { handedLink } from '#app/web/secret-link.server.ts';
import { makeTakeOver, takeOverUntil } from '#app/web/taking-over.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'hand-over');
  const { services, assessment, language, t } = visit;
  const links = await listLinks(services.store, assessment.id);
  const link = links.find((one) => one.kind === 'take-over' && !one.revokedAt);
  return {
    title: titled(t, t('hand-over.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    until: showDay(language, takeOverUntil(assessment)),
    mail: services.mail,
    link: link ? handedLink(services, link, `/${language}/take-over`) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'hand-over');
  const form = await readForm(args.request, handOverInput);
  if (!form.ok) return data(form, { status: 422 });
  await makeTakeOver(visit, form.data.email);
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/hand-over`);
}

export default function HandOver() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { register, errors, handlers } = useCheckedForm(handOverInput, failed?.errors);
  const base = `/${language}/assessments/${page.assessment}`;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={base}>
          <Icon name="arrow-left" />
          {t('site.overview')}
        </a>
      </p>
      <div className="title">
        <h1>{t('hand-over.title')}</h1>
        <p className="lead">{t('hand-over.lead', { day: page.until })}</p>
      </div>
      <div className="with-aside">
        <div className="stack">
          <form method="post" noValidate {...handlers}>
            <ErrorSummary errors={errors} labels={{ email: t('hand-over.email') }} />
            {page.mail ? (
              <TextField
                name="email"
                type="email"
                label={t('hand-over.email')}
                hint={t('hand-over.email-hint')}
                optional
                error={errors.email}
                value={typedOr(failed?.values, 'email', '')}
                register={register('email')}
              />
            ) : (
              <p>{t('hand-over.no-mail')}</p>
            )}
            <div className="step-buttons">
              <button className={page.link ? 'button button--secondary' : 'button'} type="submit">
                {page.link ? t('hand-over.again') : t('hand-over.make')}
              </button>
            </div>
          </form>
          <p>
            <a className="icon-link" href={`${base}/delete`}>
              <Icon name="trash-2" />
              {t('hand-over.delete')}
            </a>
          </p>
        </div>
        {page.link ? (
          <HandOverCard title={t('hand-over.give')} text={t('hand-over.give-text')} link={page.link}>
            <p className="small">{t('hand-over.valid', { day: page.until })}</p>
            <Waiting text={t('shared.started-waiting')} href={`/${language}/shared`} />
          </HandOverCard>
        ) : null}
      </div>
    </div>
  );
}
