import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Icon } from '#app/components/icon.tsx';
import { SurveyChoice } from '#app/components/survey-choice.tsx';
import { useWords } from '#app/components/words.tsx';
import { type EditionFileProblem, editionFileLimits, readEditionFile } from '#app/content/edition-file.ts';
import { isForeignSurvey, readForeignSurvey } from '#app/content/foreign/foreign-survey.ts';
import { editionLimits } from '#app/domain/edition-input.ts';
import { editionMistakes } from '#app/domain/edition-mistakes.ts';
import type { Translate, Values } from '#app/domain/words.ts';
import { replaceDraft } from '#app/web/edition-importing.server.ts';
import { type EditionVisit, editionPage, requireEdition, seenOf } from '#app/web/edition-visit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { offerSurvey, type SurveyStep, takeSurvey } from '#app/web/survey-importing.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  return { ...(await editionPage(visit, visit.t('editions.import'))), seen: seenOf(visit.edition.draft) };
}

/**
 * A file of ours takes the place of the draft when its form has no mistakes; what is still to mend is listed with its
 * line. From a survey from elsewhere somebody chooses first, and what was chosen is added to the draft.
 */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const posted = await postedForm(args.request);
  if (posted.has('survey')) return answer(visit, await takeSurvey(visit, posted));
  const upload = posted.get('file');
  if (!(upload instanceof File) || upload.size === 0) return failed('edition-file.none');
  if (upload.size > editionFileLimits.bytes) return failed('edition-file.large');
  const text = await upload.text();
  if (isForeignSurvey(upload.name, text)) return offer(visit, upload.name, text);
  return replace(visit, upload.name, text, String(posted.get('seen')));
}

function offer(visit: EditionVisit, file: string, text: string) {
  const read = readForeignSurvey(file, text, { language: visit.language, limits: editionLimits });
  if (read.ok) return answer(visit, offerSurvey(visit, file, read));
  const problems = read.refusals.map(({ message, values }) => ({ line: 0, field: '', message, values }));
  return data({ file, problems, stored: false }, { status: 422 });
}

function answer(visit: EditionVisit, step: SurveyStep) {
  if (step.kind === 'stored') return redirect(`${visit.base}?saved=1#checks`);
  return step.kind === 'choose' ? data(step, { status: step.status }) : failed(step.message, step.values);
}

async function replace(visit: EditionVisit, name: string, text: string, seen: string) {
  const opened = readEditionFile(name, text);
  if (!opened.ok) return data({ file: name, problems: opened.problems, stored: false }, { status: 422 });
  if (opened.file.sector !== visit.edition.sector) return failed('edition-file.sector');
  const replaced = await replaceDraft(visit, opened.file, seen);
  if (!replaced.ok) return failed(replaced.error);
  const problems = editionMistakes(replaced.draft, visit.checklist).map((one) => ({
    line: opened.lineOf(one),
    field: one.path.join('.'),
    message: one.message,
    values: one.values,
  }));
  return problems.length > 0 ? data({ file: name, problems, stored: true }) : redirect(`${visit.base}?saved=1`);
}

const failed = (message: string, values: Values = {}) =>
  data({ file: '', problems: [{ line: 0, field: '', message, values }], stored: false }, { status: 422 });

export default function Import() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const choice = result && 'choice' in result ? result.choice : null;
  return (
    <div className="wrap">
      <Crumb href={page.base} label={page.editionName} />
      <div className="title">
        <p className="kicker">{page.editionName}</p>
        <h1>{choice ? t('survey-choice.title') : t('editions.import')}</h1>
        <p className="lead">{choice ? t('survey-choice.lead', { file: choice.file }) : t('editions.import-lead')}</p>
      </div>
      {result && 'problems' in result ? <Problems {...result} /> : null}
      {choice ? <SurveyChoice choice={choice} /> : <Upload seen={page.seen} />}
    </div>
  );
}

const Upload = ({ seen }: { seen: string }) => {
  const { t } = useWords();
  return (
    <form method="post" encType="multipart/form-data">
      <input type="hidden" name="seen" value={seen} />
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
          accept=".yaml,.yml,.xml,application/yaml,application/xml,text/xml"
          aria-describedby="file-hint"
        />
      </div>
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('editions.import-now')}
        </button>
      </div>
    </form>
  );
};

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
              {whereIn(file, one.line, t)}
              {one.field ? `${one.field}: ` : ''}
              {t(one.message, one.values)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** What a file from elsewhere got wrong says its line itself. */
const whereIn = (file: string, line: number, t: Translate): string => {
  if (!file) return '';
  return line > 0 ? `${t('edition-file.at', { file, line })} ` : `${file}: `;
};
