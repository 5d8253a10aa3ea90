import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary, SelectField, typedOr } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { writeLog } from '#app/data/log.server.ts';
import { handIn } from '#app/data/submission.server.ts';
import { handInInput } from '#app/domain/hand-in-input.ts';
import { itemCode } from '#app/domain/progress.ts';
import { roundKinds } from '#app/domain/round.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { failForm, readForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { isOfFederation, newSubmission } from '#app/web/submission.server.ts';
import { handedInUptake } from '#app/web/uptake.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'hand-in');
  const state = await readState(visit);
  const { t, services, assessment } = visit;
  return {
    title: titled(t, t('hand-in.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    id: services.newId(),
    round: state.round,
    answered: state.items.length - state.verdict.open.length,
    open: state.verdict.open.map((id) => ({
      code: itemCode(state.sections, id),
      section: state.items.find((item) => item.id === id)?.dimension ?? '',
      id,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'hand-in');
  const form = await readForm(args.request, handInInput);
  if (!form.ok) return data(form, { status: 422 });
  const state = await readState(visit);
  if (state.answers.length === 0) return data(failForm({}, 'id', 'hand-in.nothing'), { status: 422 });
  const { services, assessment, language } = visit;
  const counted = (await isOfFederation(visit)) ? '' : form.data.counted;
  const submission = newSubmission(visit, state, { ...form.data, counted });
  const round = await handIn(services.store, submission, await handedInUptake(visit));
  if (round === null) return data(failForm({}, 'id', 'hand-in.again'), { status: 422 });
  await writeLog(services.store, assessment.id, {
    id: services.newId(),
    at: services.now(),
    who: visit.role,
    what: 'log.handed-in',
    detail: {},
  });
  return redirect(`/${language}/assessments/${assessment.id}/result`);
}

export default function HandIn() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = `/${language}/assessments/${page.assessment}`;
  const { register, errors, handlers } = useCheckedForm(handInInput, result?.errors);
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('hand-in.title')}</h1>
        <p className="lead">{t('hand-in.lead')}</p>
      </div>
      <form method="post" noValidate {...handlers} className="stack stack--wide">
        <ErrorSummary errors={errors} labels={{}} />
        <input type="hidden" {...register('id')} defaultValue={page.id} />
        {page.open.length > 0 ? (
          <div className="notice notice--highlight">
            <Icon name="info" />
            <div>
              <h2>{t('hand-in.open', { count: page.open.length })}</h2>
              <p>{t('hand-in.open-text')}</p>
              <p className="numbered-links">
                {page.open.map((one) => (
                  <span key={one.id}>
                    <a href={`${base}/sections/${one.section}#${one.id}`}>{one.code}</a>{' '}
                  </span>
                ))}
              </p>
            </div>
          </div>
        ) : null}
        {page.round > 1 ? (
          <SelectField
            name="kind"
            label={t('hand-in.kind')}
            options={roundKinds
              .filter((kind) => kind !== 'baseline')
              .map((kind) => ({ id: kind, label: t(`round.${kind}`) }))}
            error={errors.kind}
            value={typedOr(result?.values, 'kind', 'in-between')}
            register={register('kind')}
          />
        ) : null}
        <fieldset className="field">
          <legend>{t('hand-in.figures')}</legend>
          <span className="hint">{t('hand-in.figures-hint')}</span>
          <div className="choices">
            <label className="choice">
              <input type="checkbox" value="yes" {...register('counted')} />
              <span>{t('hand-in.count-us')}</span>
            </label>
          </div>
        </fieldset>
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('hand-in.submit')}
          </button>
          <a className="icon-link" href={base}>
            {t('hand-in.not-yet')}
          </a>
        </div>
      </form>
    </div>
  );
}
