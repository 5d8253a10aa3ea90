import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { useNonce } from '#app/components/nonce.ts';
import { useWords } from '#app/components/words.tsx';
import { countReply, hasReplied } from '#app/data/worker-voice.server.ts';
import { workerAnswers } from '#app/domain/worker-question.ts';
import { workerVoiceMinimum } from '#app/domain/worker-voice.ts';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import {
  deviceHash,
  deviceKey,
  givenAnswers,
  newDevice,
  possibleAnswers,
  requireWorkerVisit,
} from '#app/web/worker-visit.server.ts';

export const meta = titleMeta;
/** No menu: people of the floor see these questions and nothing else. */
export const handle = { bare: true };

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { assessmentId, questions } = await requireWorkerVisit(services, params.token, language);
  const t = services.translate[language];
  const device = await deviceKey(services, request);
  const isIn =
    device !== null && (await hasReplied(services.store, assessmentId, deviceHash(services, device, assessmentId)));
  return data(
    { title: titled(t, t('floor.ask-title')), isIn, questions: isIn ? [] : questions },
    device ? {} : { headers: { 'Set-Cookie': await newDevice(services) } },
  );
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const { assessmentId, questions } = await requireWorkerVisit(services, params.token, language);
  const given = givenAnswers(questions, await postedForm(request));
  const device = await deviceKey(services, request);
  if (!device) return data({ error: 'floor.no-cookie', given }, { status: 422 });
  if (Object.keys(given).length === 0) return data({ error: 'floor.nothing', given }, { status: 422 });
  const hash = deviceHash(services, device, assessmentId);
  await countReply(services.store, assessmentId, hash, { given, possible: possibleAnswers(questions) });
  return redirect(`/${language}/voice/${params.token}`);
}

export default function Voice() {
  const { t } = useWords();
  const nonce = useNonce();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (page.isIn)
    return (
      <div className="wrap">
        <div className="title">
          <h1>{t('floor.thanks')}</h1>
          <p className="lead">{t('floor.thanks-text')}</p>
        </div>
      </div>
    );
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('floor.ask-title')}</h1>
        <p className="lead">{t('floor.ask-lead')}</p>
      </div>
      {failed ? (
        <div className="notice notice--error" role="alert">
          <Icon name="circle-alert" />
          <p>{t(failed.error)}</p>
        </div>
      ) : null}
      <form method="post">
        <ol className="worker-questions" role="list">
          {page.questions.map((one) => (
            <li key={one.id}>
              <fieldset>
                <legend>
                  <Icon name={one.pictogram} large />
                  <span data-spoken>{one.question}</span>
                </legend>
                <button className="button button--secondary button--small" type="button" data-read hidden>
                  {t('floor.read')}
                  <span className="visually-hidden"> {one.question}</span>
                </button>
                <div className="worker-questions__answers">
                  {workerAnswers.map((answer) => (
                    <label className="choice" key={answer}>
                      <input
                        type="radio"
                        name={one.id}
                        value={answer}
                        defaultChecked={failed?.given[one.id] === answer}
                      />
                      <span data-spoken>{t(`worker.${answer}`)}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          ))}
        </ol>
        <div className="notice">
          <Icon name="eye-off" />
          <div>
            <p>{t('floor.before', { count: workerVoiceMinimum })}</p>
            <p>{t('floor.before-times')}</p>
            <p>{t('floor.before-once')}</p>
          </div>
        </div>
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('floor.send')}
          </button>
        </div>
      </form>
      <script type="module" src="/read-aloud.js" nonce={nonce} />
    </div>
  );
}
