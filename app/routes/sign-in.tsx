import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DemoSignIn } from '#app/components/demo-sign-in.tsx';
import { ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { PasskeyButton } from '#app/components/passkey-button.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { ownPath, signInInput, signInMinutes } from '#app/domain/sign-in-input.ts';
import { listDemoPeople } from '#app/web/demo-people.server.ts';
import { readForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { findSignedIn } from '#app/web/person.server.ts';
import { readSession } from '#app/web/session.server.ts';
import { mailSignInLink } from '#app/web/signing-in.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [] };

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const next = ownPath(new URL(request.url).searchParams.get('next') ?? '');
  if (await findSignedIn(services, await readSession(services, request)))
    throw redirect(next || `/${language}/account`);
  const t = services.translate[language];
  const demoPeople = await listDemoPeople(services);
  return {
    title: titled(t, t('sign-in.title')),
    description: t('sign-in.lead', { minutes: signInMinutes }),
    mail: services.mail,
    demo: services.demo,
    demoPeople,
    next,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const form = await readForm(request, signInInput);
  if (!form.ok) return data({ ...form, sent: null }, { status: 422 });
  await mailSignInLink(context.services, context.address, form.data, language);
  return { ok: true as const, sent: form.data.email };
}

export default function SignIn() {
  const { language, t } = useWords();
  const { mail, demo, demoPeople, next } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = result && !result.ok ? result : undefined;
  const { register, errors, handlers } = useCheckedForm(signInInput, failed?.errors);
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('sign-in.title')}</h1>
        <p className="lead">
          {mail ? t('sign-in.lead', { minutes: signInMinutes }) : t(demo ? 'sign-in.demo' : 'sign-in.no-mail')}
        </p>
      </div>
      <DemoSignIn people={demoPeople} next={next} />
      {result?.sent ? (
        <p className="notice notice--ok" role="status">
          {t('sign-in.sent', { email: result.sent, minutes: signInMinutes })}
        </p>
      ) : null}
      {mail ? (
        <form method="post" noValidate {...handlers}>
          <ErrorSummary errors={errors} labels={{ email: t('sign-in.email') }} />
          <input type="hidden" value={typedOr(failed?.values, 'next', next)} {...register('next')} />
          <TextField
            name="email"
            type="email"
            autoComplete="email"
            label={t('sign-in.email')}
            hint={t('sign-in.email-hint')}
            error={errors.email}
            value={typedOr(failed?.values, 'email', '')}
            register={register('email')}
          />
          <div className="step-buttons">
            <button className="button" type="submit">
              {t('sign-in.submit')}
            </button>
          </div>
        </form>
      ) : null}
      <PasskeyButton what="sign-in" url={`/${language}/sign-in/passkey`} next={next} />
    </div>
  );
}
