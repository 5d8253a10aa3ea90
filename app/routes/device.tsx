import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useNonce } from '#app/components/nonce.ts';
import { useWords } from '#app/components/words.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { forgetAllCodes } from '#app/web/own-codes.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { endSession, readSession } from '#app/web/session.server.ts';

export const meta = titleMeta;

export function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  return { title: titled(t, t('device.title')), description: t('device.text') };
}

/** Forgets everything in this browser; what is stored on the server stays, and opens with its code. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  requireLanguage(params);
  const headers = new Headers({ 'Clear-Site-Data': '"cache", "cookies", "storage"' });
  headers.append('Set-Cookie', await endSession(services, await readSession(services, request)));
  headers.append('Set-Cookie', await forgetAllCodes(services));
  return data({ forgotten: true }, { headers });
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function Device() {
  const { t } = useWords();
  const nonce = useNonce();
  const forgotten = useActionData<typeof action>()?.forgotten;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{forgotten ? t('device.done') : t('device.title')}</h1>
        <p className="lead">{forgotten ? t('device.done-text') : t('device.text')}</p>
      </div>
      {forgotten ? (
        <script type="module" src="/forget-device.js" nonce={nonce} />
      ) : (
        <form method="post">
          <button className="button button--danger" type="submit">
            {t('device.submit')}
          </button>
        </form>
      )}
    </div>
  );
}
