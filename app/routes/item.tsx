import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskForm } from '#app/components/ask-form.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Kind } from '#app/components/item-kind.tsx';
import { Why } from '#app/components/item-why.tsx';
import { RemarkForm } from '#app/components/remark-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { listHistory } from '#app/data/answer.server.ts';
import { createLink } from '#app/data/link.server.ts';
import type { Answer } from '#app/domain/answer.ts';
import { askInput } from '#app/domain/ask-input.ts';
import { addDays, brusselsDay, endOfDay, showDay, showTime } from '#app/domain/calendar.ts';
import { itemCode } from '#app/domain/progress.ts';
import { answerAs, itemOf } from '#app/web/answering.server.ts';
import { openAnswersOf, readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readEvidence } from '#app/web/evidence.server.ts';
import { checkForm, postedForm, typedValues } from '#app/web/form.ts';
import { readableAnswers } from '#app/web/own-view.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { noteRemark, readRemarks, unnoteRemark } from '#app/web/remarking.server.ts';
import { findItem } from '#app/web/versions.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = {
  nav: 'assessment',
  hydrate: [],
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'read-answers');
  const item = requireItem(visit, args.params.item);
  const state = await readState(visit);
  const { services, assessment, checklist, t } = visit;
  const open = readableAnswers(visit, openAnswersOf(state.answers, item.id));
  const [evidence, remarks] = await Promise.all([readEvidence(visit), readRemarks(visit)]);
  const history = await listHistory(services.store, assessment.id, item.id);
  return {
    title: titled(t, item.title),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    item,
    code: itemCode(state.sections, item.id),
    sources: checklist.sources.filter((one) => item.sources.includes(one.id)),
    evidence: evidence.ofItem(item),
    remarks: remarks?.filter((one) => one.item === item.id).map(({ kind, note }) => ({ kind, note })),
    disputed: open.length > 1 && (state.counted[item.id]?.disputed ?? false),
    open: open.map((one) => line(one, visit)),
    history: readableAnswers(visit, history).map((one) => line(one, visit)),
  };
}

const line = (answer: Answer, visit: Visit) => ({
  id: answer.id,
  value: answer.value,
  voice: answer.voice,
  who: answer.authorLabel,
  when: `${showDay(visit.language, answer.at)}, ${showTime(visit.language, answer.at)}`,
  reason: findItem(visit, answer.item)?.naReasons.find((one) => one.id === answer.reasonId)?.label ?? answer.reasonText,
  note: answer.note,
  proof: answer.proof,
});
type Line = ReturnType<typeof line>;

export async function action(args: ActionFunctionArgs) {
  const form = await postedForm(args.request);
  const intent = form.get('intent');
  if (intent === 'settle') return settle(args, String(form.get('answer')));
  if (intent === 'remark' || intent === 'take-back') return remark(args, form);
  return ask(args, form);
}

/** The owner decides for one of the open answers; all of them stay in the history. */
async function settle(args: ActionFunctionArgs, id: string) {
  const visit = await requireVisit(args, 'settle');
  const item = requireItem(visit, args.params.item);
  const state = await readState(visit);
  const open = openAnswersOf(state.answers, item.id);
  const chosen = open.find((one) => one.id === id);
  if (!chosen) throw new Response(null, { status: 404 });
  const { value, reasonId, reasonText, note, proof } = chosen;
  await answerAs(
    visit,
    {
      id: visit.services.newId(),
      item: item.id,
      value,
      reasonId,
      reasonText,
      note,
      proof,
      base: open.map((one) => one.id),
    },
    'agreed',
  );
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/sections/${item.dimension}#${item.id}`);
}

/** Says what does not fit this question, or takes that back. */
async function remark(args: ActionFunctionArgs, form: FormData) {
  const visit = await requireVisit(args, 'remark');
  const item = requireItem(visit, args.params.item);
  if (form.get('intent') === 'take-back') await unnoteRemark(visit, item, form);
  else {
    const failed = await noteRemark(visit, item, form);
    if (failed) return data({ ...failed, intent: 'remark' as const }, { status: 422 });
  }
  return redirect(`/${visit.language}/assessments/${visit.assessment.id}/items/${item.id}#remark`);
}

/** A link that shows this one question to one colleague, for a month. */
async function ask(args: ActionFunctionArgs, posted: FormData) {
  const visit = await requireVisit(args, 'ask');
  const item = requireItem(visit, args.params.item);
  const form = checkForm(typedValues(posted), askInput);
  if (!form.ok) return data({ ...form, intent: 'ask' as const }, { status: 422 });
  const { services, assessment, language, link } = visit;
  const token = services.newToken();
  const now = services.now();
  await createLink(services.store, {
    id: services.newId(),
    assessmentId: assessment.id,
    kind: 'ask',
    tokenHash: services.hash(token),
    label: form.data.who,
    voice: link.voice,
    item: item.id,
    question: form.data.question,
    createdAt: now,
    expiresAt: endOfDay(addDays(brusselsDay(now), 30)),
    revokedAt: null,
    openedAt: null,
  });
  return { ok: true as const, url: `${services.baseUrl}/${language}/ask/${token}`, who: form.data.who };
}

function requireItem(visit: Visit, id: string | undefined) {
  const item = itemOf(visit, id ?? '');
  if (!item) throw new Response(null, { status: 404 });
  return item;
}

export default function ItemPage() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { item } = page;
  const failed = (intent: 'ask' | 'remark') => (result && !result.ok && result.intent === intent ? result : undefined);
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/assessments/${page.assessment}/sections/${item.dimension}#${item.id}`}>
          <Icon name="arrow-left" />
          {t('item.back', { code: page.code })}
        </a>
      </p>
      <div className={`title item--${item.kind}`}>
        <Kind item={item} />
        <h1>{item.title}</h1>
      </div>
      <Why item={item} sources={page.sources} evidence={page.evidence} />
      {page.disputed ? (
        <Band title={t('conflict.title')} intro={t('conflict.lower-counts')} id="conflict">
          {page.open.map((one) => (
            <div className="sheet" key={one.id}>
              <AnswerLine line={one} />
              {page.may.includes('settle') ? (
                <form method="post">
                  <input type="hidden" name="answer" value={one.id} />
                  <button className="button button--secondary button--small" type="submit" name="intent" value="settle">
                    {t('conflict.keep', { answer: t(`answer.${one.value}`) })}
                  </button>
                </form>
              ) : null}
            </div>
          ))}
          {page.may.includes('settle') ? null : <p>{t('conflict.owner-settles')}</p>}
        </Band>
      ) : null}
      {page.may.includes('ask') ? (
        <Band title={t('ask.title')} intro={t('ask.intro')} id="ask">
          <AskForm result={failed('ask')} made={result?.ok ? result : undefined} />
        </Band>
      ) : null}
      {page.remarks ? (
        <Band title={t('remark.title')} intro={t('remark.counted')} id="remark">
          <RemarkForm made={page.remarks} result={failed('remark')} />
        </Band>
      ) : null}
      <Band title={t('history.title')} intro={t('history.intro')} id="history">
        {page.history.length === 0 ? <p>{t('history.none')}</p> : null}
        <ol className="list" role="list">
          {page.history.map((one) => (
            <li key={one.id}>
              <AnswerLine line={one} />
            </li>
          ))}
        </ol>
      </Band>
    </div>
  );
}

const AnswerLine = ({ line }: { line: Line }) => {
  const { t } = useWords();
  return (
    <>
      <p>
        <strong>{t(`answer.${line.value}`)}</strong> · {line.who || t(`voice.${line.voice}`)} · {line.when}
      </p>
      {[line.reason, line.note, line.proof].filter(Boolean).map((text) => (
        <p className="small muted" key={text}>
          {text}
        </p>
      ))}
    </>
  );
};
