import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { largestOwnFile } from '#app/domain/own-file.ts';
import { postedForm } from '#app/web/form.ts';
import { importOwnFile } from '#app/web/importing.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;

export function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  return {
    title: titled(t, t('import.title')),
    description: t('import.lead'),
    megabytes: largestOwnFile / 1_000_000,
    error: new URL(request.url).searchParams.has('too-large') ? 'import.too-large' : null,
  };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const file = (await postedForm(request)).get('file');
  if (!(file instanceof File) || file.size === 0) return data({ error: 'import.none' }, { status: 422 });
  if (file.size > largestOwnFile) return data({ error: 'import.too-large' }, { status: 422 });
  const result = await importOwnFile(services, request, await file.text(), language);
  if (!result.ok) return data({ error: result.error }, { status: 422 });
  return redirect(`/${language}/assessments/${result.id}`, { headers: result.headers });
}

export default function Import() {
  const { t } = useWords();
  const { megabytes, ...loaded } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? loaded.error;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('import.title')}</h1>
        <p className="lead">{t('import.lead')}</p>
      </div>
      <form method="post" encType="multipart/form-data">
        <div className={error ? 'field field--error' : 'field'}>
          <label className="label" htmlFor="file">
            {t('import.file')}
          </label>
          <span className="hint" id="file-hint">
            {t('import.file-hint', { megabytes })}
          </span>
          {error ? (
            <p className="field-error" id="file-error" role="alert">
              <Icon name="circle-alert" />
              {t(error, { megabytes })}
            </p>
          ) : null}
          <input
            className="input"
            id="file"
            name="file"
            type="file"
            accept="application/json,.json"
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={error ? true : undefined}
          />
        </div>
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('import.submit')}
          </button>
        </div>
      </form>
    </div>
  );
}
