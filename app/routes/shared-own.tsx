import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { listActions } from '#app/data/action.server.ts';
import { listOwnAnswers } from '#app/data/answer.server.ts';
import { listSharesOf } from '#app/data/coach-share.server.ts';
import type { Action } from '#app/domain/action.ts';
import { showDay } from '#app/domain/calendar.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { findItem } from '#app/web/versions.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

/** What a coach typed at an assessment that was shared: theirs to keep when the share ends (product: job coach). */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { services, person, language, t } = signedIn;
  const shares = await listSharesOf(services.store, person.id);
  const share = shares.find((one) => one.id === args.params.share && one.confirmedAt !== null);
  const checklist = share && (await services.findChecklist(share.checklistRef, language));
  if (!share || !checklist) throw new Response(null, { status: 404 });
  const [answers, actions] = await Promise.all([
    listOwnAnswers(services.store, share.assessmentId, person.id),
    listActions(services.store, share.assessmentId),
  ]);
  const { title, menu } = await personPage(signedIn, t('shared.own-title'));
  return {
    title,
    menu,
    sector: checklist.name,
    answers: answers.map((one) => ({
      id: one.id,
      statement: findItem({ services, checklist }, one.item)?.title ?? one.item,
      value: one.value,
      day: showDay(language, one.at),
      texts: [one.reasonText, one.note, one.proof].filter(Boolean),
    })),
    proposals: actions
      .filter((one) => one.proposedBy === person.id)
      .map((one) => ({
        id: one.id,
        title: checklist.remedies.find(({ id }) => id === one.remedy)?.title ?? ownWords(one),
      }))
      .filter((one) => one.title !== ''),
  };
}

/** Once accepted, the words are the employer's to change. */
const ownWords = ({ status, title }: Action): string => (status === 'proposed' || status === 'dropped' ? title : '');

export default function SharedOwn() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/shared`}>
          <Icon name="arrow-left" />
          {t('shared.title')}
        </a>
      </p>
      <div className="title">
        <p className="kicker">{page.sector}</p>
        <h1>{t('shared.own-title')}</h1>
        <p className="lead">{t('shared.own-lead')}</p>
      </div>
      {page.answers.length === 0 && page.proposals.length === 0 ? <p>{t('shared.own-none')}</p> : null}
      <ul className="list" role="list">
        {page.answers.map((one) => (
          <li key={one.id}>
            <p>
              {one.statement} <strong>{t(`answer.${one.value}`)}</strong> <span className="muted small">{one.day}</span>
            </p>
            {one.texts.map((text) => (
              <p className="small" key={text}>
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {page.proposals.length > 0 ? (
        <>
          <h2>{t('shared.own-proposals')}</h2>
          <ul className="list" role="list">
            {page.proposals.map((one) => (
              <li key={one.id}>{one.title}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
