import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { digestInput } from '#app/domain/share-input.ts';
import { readForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { mailNewLinks } from '#app/web/recovering.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [] };

export function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  return { title: titled(t, t('recover.title')), description: t('recover.lead'), mail: services.mail };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const form = await readForm(request, digestInput);
  if (!form.ok) return data({ ...form, sent: false }, { status: 422 });
  await mailNewLinks(context.services, context.address, form.data.email, language);
  return { ok: true as const, sent: true };
}

export default function Recover() {
  const { t } = useWords();
  const { mail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = result && !result.ok ? result : undefined;
  const { register, errors, handlers } = useCheckedForm(digestInput, failed?.errors);
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('recover.title')}</h1>
        <p className="lead">{mail ? t('recover.lead') : t('recover.no-mail')}</p>
      </div>
      {result?.sent ? (
        <p className="notice notice--ok" role="status">
          {t('recover.sent')}
        </p>
      ) : null}
      {mail ? (
        <form method="post" noValidate {...handlers}>
          <ErrorSummary errors={errors} labels={{}} />
          <TextField
            name="email"
            type="email"
            autoComplete="email"
            label={t('recover.email')}
            error={errors.email}
            value={typedOr(failed?.values, 'email', '')}
            register={register('email')}
          />
          <div className="step-buttons">
            <button className="button" type="submit">
              {t('recover.submit')}
            </button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
