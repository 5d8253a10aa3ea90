import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { type EditionFileProblem, editionFileLimits, readEditionFile } from '#app/content/edition-file.ts';
import { editionMistakes } from '#app/domain/edition-mistakes.ts';
import { replaceDraft } from '#app/web/edition-importing.server.ts';
import { editionPage, requireEdition, seenOf } from '#app/web/edition-visit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  return { ...(await editionPage(visit, visit.t('editions.import'))), seen: seenOf(visit.edition.draft) };
}

/** Replaces the draft by a file without mistakes in its form; what is still to mend is listed with its line. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const posted = await postedForm(args.request);
  const upload = posted.get('file');
  if (!(upload instanceof File) || upload.size === 0) return failed('edition-file.none');
  if (upload.size > editionFileLimits.bytes) return failed('edition-file.large');
  const opened = readEditionFile(upload.name, await upload.text());
  if (!opened.ok) return data({ file: upload.name, problems: opened.problems, stored: false }, { status: 422 });
  if (opened.file.sector !== visit.edition.sector) return failed('edition-file.sector');
  const replaced = await replaceDraft(visit, opened.file, String(posted.get('seen')));
  if (!replaced.ok) return failed(replaced.error);
  const problems = editionMistakes(replaced.draft, visit.checklist).map((one) => ({
    line: opened.lineOf(one),
    field: one.path.join('.'),
    message: one.message,
    values: one.values,
  }));
  return problems.length > 0 ? data({ file: upload.name, problems, stored: true }) : redirect(`${visit.base}?saved=1`);
}

const failed = (message: string) =>
  data({ file: '', problems: [{ line: 0, field: '', message, values: {} }], stored: false }, { status: 422 });

export default function Import() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={page.base} label={page.editionName} />
      <div className="title">
        <p className="kicker">{page.editionName}</p>
        <h1>{t('editions.import')}</h1>
        <p className="lead">{t('editions.import-lead')}</p>
      </div>
      {result ? <Problems {...result} /> : null}
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="seen" value={page.seen} />
        <div className="field">
          <label className="label" htmlFor="file">
            {t('edition-field.file')}
          </label>
          <span className="hint" id="file-hint">
            {t('edition-hint.file')}
          </span>
          <input
            id="file"
            className="input"
            type="file"
            name="file"
            accept=".yaml,.yml,application/yaml"
            aria-describedby="file-hint"
          />
        </div>
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('editions.import-now')}
          </button>
        </div>
      </form>
    </div>
  );
}

const Problems = ({ file, problems, stored }: { file: string; problems: EditionFileProblem[]; stored: boolean }) => {
  const { t } = useWords();
  return (
    <div className={stored ? 'notice notice--highlight' : 'notice notice--error'} role="alert">
      <Icon name="circle-alert" />
      <div>
        <h2>{stored ? t('editions.imported', { count: problems.length }) : t('editions.not-imported')}</h2>
        <ul>
          {problems.map((one) => (
            <li key={`${one.line} ${one.field} ${one.message}`}>
              {one.line > 0 && file ? `${file}:${one.line} ` : ''}
              {one.field ? `${one.field}: ` : ''}
              {t(one.message, one.values)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
