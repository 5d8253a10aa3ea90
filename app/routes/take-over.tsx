import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { listOpenAnswers } from '#app/data/answer.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { shareEnd, usualMonths } from '#app/domain/coach-share.ts';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { becomeOwner, requireTakeOver, starterOf } from '#app/web/taking-over.server.ts';

export const meta = titleMeta;

/** A mail scanner follows this address too: only the button takes over. */
export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { link, assessment } = await requireTakeOver(services, params.token);
  const t = services.translate[language];
  const coach = await starterOf(services, assessment);
  const answers = await listOpenAnswers(services.store, assessment.id);
  const checklist = await services.findChecklist(assessment.checklistRef, language);
  return {
    title: titled(t, t('take-over.title')),
    sector: checklist?.name ?? '',
    label: assessment.label,
    coach: coach && { email: coach.email, name: coach.name },
    answered: new Set(answers.map((one) => one.item)).size,
    until: link.expiresAt && showDay(language, link.expiresAt),
    shareUntil: showDay(language, shareEnd(services.now(), usualMonths)),
  };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const offer = await requireTakeOver(services, params.token);
  const posted = await postedForm(request);
  const headers = await becomeOwner(services, request, offer, posted.get('looks-along') === 'yes');
  if (!headers) throw new Response(null, { status: 404 });
  return redirect(`/${language}/assessments/${offer.assessment.id}`, { headers });
}

export default function TakeOver() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{[page.sector, page.label].filter(Boolean).join(' · ')}</p>
        <h1>{t('take-over.title')}</h1>
        <p className="lead">
          {page.coach ? t('take-over.by', page.coach) : ''} {t('take-over.answered', { count: page.answered })}
        </p>
      </div>
      <form method="post" className="stack">
        <ul className="prose">
          {(['yours', 'nothing', 'change'] as const).map((id) => (
            <li key={id}>{t(`take-over.${id}`)}</li>
          ))}
        </ul>
        {page.coach ? (
          <div className="choices">
            <label className="choice">
              <input type="checkbox" name="looks-along" value="yes" defaultChecked />
              <span>
                {t('take-over.looks-along')}
                <small>{t('take-over.looks-along-help', { day: page.shareUntil })}</small>
              </span>
            </label>
          </div>
        ) : null}
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('take-over.submit')}
          </button>
        </div>
        <p className="small muted">{t('take-over.until', { day: page.until ?? '' })}</p>
      </form>
    </div>
  );
}
