import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { confirmDigest, findDigestToConfirm } from '#app/data/digest.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import type { Services } from '#app/web/services.ts';

export const meta = titleMeta;

/** Opening shows a button, posting confirms: mail scanners open links. */
export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  const digest = await findWaiting(services, params.token);
  return { title: titled(t, t('digest.confirm-title')), email: digest?.email ?? null };
}

export async function action({ params, context: { services } }: ActionFunctionArgs) {
  requireLanguage(params);
  const waiting = await findWaiting(services, params.token);
  const confirmed =
    waiting !== null && (await confirmDigest(services.store, services.hash(params.token ?? ''), services.now()));
  return data({ confirmed }, { status: confirmed ? 200 : 404 });
}

/** The digest that waits for this link, for a week. */
const findWaiting = ({ store, hash, now }: Services, token = '') =>
  findDigestToConfirm(store, hash(token), new Date(now().getTime() - week));

const week = 7 * 24 * 60 * 60_000;

export default function ConfirmDigest() {
  const { t } = useWords();
  const { email } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{result?.confirmed ? t('digest.confirmed') : t('digest.confirm-title')}</h1>
        <p className="lead">
          {result?.confirmed
            ? t('digest.confirmed-text')
            : email
              ? t('digest.confirm-text', { email })
              : t('digest.gone')}
        </p>
      </div>
      {email && !result?.confirmed ? (
        <form method="post">
          <button className="button" type="submit">
            {t('digest.confirm')}
          </button>
        </form>
      ) : null}
    </div>
  );
}
