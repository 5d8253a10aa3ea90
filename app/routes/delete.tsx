import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { deleteAssessment } from '#app/data/deletion.server.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { forgetCode } from '#app/web/own-codes.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { newReceipt } from '#app/web/receipt.server.ts';
import { forget } from '#app/web/session.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'delete');
  const { answers, actions, submissions } = await readState(visit);
  return {
    title: titled(visit.t, visit.t('delete.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: visit.assessment.id,
    answers: answers.length,
    notes: answers.filter((one) => one.note || one.proof).length,
    actions: actions.length,
    submissions: submissions.length,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { services, session, assessment, language } = await requireVisit(args, 'delete');
  const receipt = newReceipt(services);
  await deleteAssessment(services.store, assessment.id, receipt);
  // Busy readers can hold the log; the nightly clean-up empties it again.
  await services.store.scrub().catch(() => undefined);
  const headers = new Headers();
  headers.append('Set-Cookie', await forget(services, session, assessment.id));
  headers.append('Set-Cookie', await forgetCode(services, args.request, assessment.id));
  return redirect(`/${language}/receipts/${receipt.id}`, { headers });
}

export default function Delete() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('delete.title')}</h1>
      </div>
      <form method="post" className="sheet">
        <p>
          {t('delete.what', {
            answers: page.answers,
            notes: page.notes,
            actions: page.actions,
            submissions: page.submissions,
          })}
        </p>
        <p>{t('delete.no-way-back')}</p>
        <p>
          <a href={`/files/${page.assessment}/own/assessment.json`}>{t('delete.file-first')}</a>
        </p>
        <p className="row">
          <button className="button button--danger" type="submit">
            {t('delete.yes')}
          </button>
          <a className="icon-link" href={`/${language}/assessments/${page.assessment}/access`}>
            {t('delete.no')}
          </a>
        </p>
      </form>
    </div>
  );
}
