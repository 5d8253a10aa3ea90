import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { PaperFiles } from '#app/components/paper-files.tsx';
import { PaperProblems, PaperUnderstood } from '#app/components/paper-understood.tsx';
import { useWords } from '#app/components/words.tsx';
import { answerAllAs } from '#app/web/answering.server.ts';
import { type AssessmentState, readState } from '#app/web/assessment-state.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { paperUrl } from '#app/web/paper-sheet.server.ts';
import { inputsOf, paperFields, readTyped, understood } from '#app/web/paper-typing.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'answer');
  const { t, checklist, assessment, language } = visit;
  const saved = new URL(args.request.url).searchParams.get('saved');
  return {
    title: titled(t, t('paper.type')),
    may: allowed(visit),
    assessment: assessment.id,
    sector: checklist.name,
    version: t('paper.version', { checklist: checklist.name, version: checklist.version }),
    fields: paperFields(visit, await readState(visit)),
    saved: Number(saved) || 0,
    files: (['pdf', 'docx'] as const).map((extension) => ({
      extension,
      language,
      name: t(`language.${language}`),
      url: paperUrl(checklist.ref, extension, language),
    })),
  };
}

/** First shows what was understood; only what was shown, without a mistake in it, is saved. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'answer');
  const form = await postedForm(args.request);
  const state = await readState(visit);
  const typed = typedIn(visit, state, form);
  const reading = readTyped(visit, state, typed);
  const isEmpty = reading.answers.length + reading.mistakes.length === 0;
  if (form.get('intent') === 'save' && !isEmpty && reading.mistakes.length === 0) {
    const inputs = inputsOf(visit, state, reading);
    await answerAllAs(visit, inputs);
    return redirect(`/${visit.language}/assessments/${visit.assessment.id}/paper?saved=${inputs.length}`);
  }
  const { mistakes } = reading;
  const answer = { typed, isEmpty, mistakes, understood: understood(visit, state, reading) };
  return data(answer, { status: mistakes.length > 0 || isEmpty ? 422 : 200 });
}

const typedIn = (visit: Visit, state: AssessmentState, form: FormData): Record<string, string> =>
  Object.fromEntries(
    paperFields(visit, state).map(({ name }) => [name, String(form.get(name) ?? '').replaceAll('\r\n', '\n')]),
  );

export default function Paper() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const example = page.fields[0] ? `${page.fields[0].first} 3, ${page.fields[0].last} 1.` : '';
  return (
    <div className="wrap">
      <Crumb href={`/${language}/assessments/${page.assessment}`} label={t('overview.title')} />
      <div className="title">
        <p className="kicker">{page.sector}</p>
        <h1>{t('paper.type')}</h1>
        <p className="lead">{t('paper.type-lead')}</p>
      </div>
      {page.saved > 0 && !result ? (
        <p className="notice notice--ok" role="status">
          {t('paper.saved', { count: page.saved })}
        </p>
      ) : null}
      {result ? <PaperProblems mistakes={result.mistakes} isEmpty={result.isEmpty} /> : null}
      {result && result.understood.length > 0 ? (
        <PaperUnderstood lines={result.understood} typed={result.typed} maySave={result.mistakes.length === 0} />
      ) : null}
      <p>
        <strong>{t('paper.type-version', { version: page.version })}</strong>
      </p>
      <h2>{t('paper.type-how')}</h2>
      <ul>
        <li>{t('paper.type-how-answers', { example })}</li>
        <li>{t('paper.type-how-unknown')}</li>
        <li>{t('paper.type-how-na')}</li>
        <li>{t('paper.type-how-notes')}</li>
      </ul>
      <form method="post">
        {page.fields.map(({ name, section, first, last }) => (
          <p className="field" key={name}>
            <label htmlFor={`paper-${name}`}>{t('paper.field', { letter: name, name: section })}</label>
            <span className="small" id={`paper-${name}-codes`}>
              {t('paper.codes', { first, last })}
            </span>
            <textarea
              className="input"
              id={`paper-${name}`}
              name={name}
              rows={2}
              spellCheck={false}
              autoComplete="off"
              aria-describedby={`paper-${name}-codes`}
              defaultValue={result?.typed[name] ?? ''}
            />
          </p>
        ))}
        <p className="step-buttons">
          <button className="button" type="submit" name="intent" value="check">
            {t('paper.check')}
          </button>
        </p>
      </form>
      <PaperFiles files={page.files} />
    </div>
  );
}
