import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { resumeMail, stopBehind, stopMail } from '#app/web/mail-stop.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { bare: true };

export function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  const stop = stopBehind(services, params.token);
  return { title: titled(t, t('mail-stop.title')), kind: stop?.kind ?? null };
}

/** One click in the mail program (RFC 8058) or the button; a coach can take it back. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  requireLanguage(params);
  const stop = stopBehind(services, params.token);
  const again = (await postedForm(request)).get('go') === 'again';
  if (stop) await (again ? resumeMail(services, stop) : stopMail(services, stop));
  return { stopped: !again };
}

export default function StopMail() {
  const { t } = useWords();
  const { kind } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const stopped = kind === null || result?.stopped === true;
  const mayTakeBack = stopped && kind !== null && kind !== 'host';
  const lead = stopped ? `mail-stop.stopped-${kind ?? 'unknown'}` : `mail-stop.text-${kind}`;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t(stopped ? 'mail-stop.stopped' : 'mail-stop.title')}</h1>
        <p className="lead">{result?.stopped === false ? t('mail-stop.resumed') : t(lead)}</p>
      </div>
      {kind === null || (stopped && !mayTakeBack) ? null : (
        <form method="post">
          <button
            className={mayTakeBack ? 'button button--secondary' : 'button'}
            type="submit"
            name="go"
            value={mayTakeBack ? 'again' : 'stop'}
          >
            {t(mayTakeBack ? 'mail-stop.again' : 'mail-stop.stop')}
          </button>
        </form>
      )}
    </div>
  );
}
