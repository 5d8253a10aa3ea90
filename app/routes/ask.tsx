import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AnswerItem } from '#app/components/answer-item.tsx';
import { useWords } from '#app/components/words.tsx';
import { answerAs } from '#app/web/answering.server.ts';
import { requireAskVisit } from '#app/web/ask.server.ts';
import { readState } from '#app/web/assessment-state.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { readSection, refusedInput, showItem } from '#app/web/section-page.server.ts';

export const meta = titleMeta;
/** No menu: the colleague sees this item and nothing else. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const { visit, item, question } = await requireAskVisit(args);
  const state = await readState(visit);
  const { t, checklist } = visit;
  const shown = showItem(visit, state, item);
  const mine = state.answers.find((one) => one.item === item.id && one.author === visit.author);
  return {
    title: titled(t, t('ask.page-title')),
    sector: checklist.name,
    question,
    answered: mine !== undefined,
    outdated: !state.items.some(({ id }) => id === item.id),
    shown: {
      ...shown,
      // The colleague's own answer only: what others answered is not theirs to see.
      fields: mine ? shown.fields : { value: '', reasonId: '', reasonText: '', note: '', proof: '' },
      rivals: [],
      beside: [],
      earlier: [],
      previous: null,
      again: null,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, item } = await requireAskVisit(args);
  const form = await postedForm(args.request);
  const state = await readState(visit);
  const { inputs, refused } = readSection(visit, state, [item], form, true);
  if (refused[item.id]) return data({ refused: refused[item.id], saved: false }, { status: 422 });
  const [input] = inputs;
  if (!input) return data({ refused: { fields: emptyFields, error: 'error.choose' }, saved: false }, { status: 422 });
  const answered = await answerAs(visit, input);
  if (!answered.ok) return data({ refused: refusedInput(input), saved: false }, { status: 422 });
  return { refused: undefined, saved: true };
}

const emptyFields = { value: '', reasonId: '', reasonText: '', note: '', proof: '' };

export default function Ask() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const shown = result?.refused ? { ...page.shown, ...result.refused } : page.shown;
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{page.sector}</p>
        <h1>{t('ask.page-title')}</h1>
        <p className="lead">{t('ask.page-lead')}</p>
        {page.question ? (
          <blockquote className="sheet">
            <p>{page.question}</p>
          </blockquote>
        ) : null}
      </div>
      {page.outdated ? <p className="notice">{t('earlier.asked')}</p> : null}
      {result?.saved || (page.answered && !result) ? (
        <p className="notice notice--ok" role="status">
          {t('ask.thanks')}
        </p>
      ) : null}
      <form method="post">
        <ol className="items" role="list">
          <AnswerItem shown={shown} itemUrl="" canAsk={false} />
        </ol>
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('ask.send')}
          </button>
        </div>
        <p className="small muted">{t('ask.privacy')}</p>
      </form>
    </div>
  );
}
