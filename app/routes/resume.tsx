import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { resumeInput } from '#app/domain/resume-input.ts';
import { failForm, readForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { openByCode } from '#app/web/resuming.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: ['resume.'] };

export function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  return { title: titled(t, t('resume.title')), description: t('resume.lead'), mail: services.mail };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const form = await readForm(request, resumeInput);
  if (!form.ok) return data(form, { status: 422 });
  const opened = await openByCode(context.services, request, context.address, form.data.code);
  if (!opened.ok) return data(failForm({ code: form.data.code }, 'code', opened.error), { status: opened.status });
  return redirect(`/${language}/assessments/${opened.id}`, { headers: opened.headers });
}

export default function Resume() {
  const { language, t } = useWords();
  const result = useActionData<typeof action>();
  const { register, errors, handlers } = useCheckedForm(resumeInput, result?.errors);
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('resume.title')}</h1>
        <p className="lead">{t('resume.lead')}</p>
      </div>
      <form method="post" noValidate {...handlers}>
        <ErrorSummary errors={errors} labels={{}} />
        <TextField
          name="code"
          label={t('resume.code')}
          hint={t('resume.code-hint')}
          short
          error={errors.code}
          value={typedOr(result?.values, 'code', '')}
          register={register('code')}
        />
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('resume.submit')}
          </button>
        </div>
      </form>
      <div className="prose">
        <h2>{t('resume.lost')}</h2>
        <p>{t('resume.lost-text')}</p>
        <p>
          <a href={`/${language}/recover`}>{t('resume.recover')}</a>
        </p>
        <p>
          <a href={`/${language}`}>{t('resume.new')}</a>
        </p>
      </div>
    </div>
  );
}
