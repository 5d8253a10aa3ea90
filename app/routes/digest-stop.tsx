import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { findDigestToStop, stopDigest } from '#app/data/digest.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  const digest = await findDigestToStop(services.store, services.hash(params.token ?? ''));
  return { title: titled(t, t('digest.stop-title')), known: digest !== null };
}

/** One click in the mail program (RFC 8058) or the button: stopping twice is stopping once. */
export async function action({ params, context: { services } }: ActionFunctionArgs) {
  requireLanguage(params);
  const digest = await findDigestToStop(services.store, services.hash(params.token ?? ''));
  if (digest) await stopDigest(services.store, digest.assessmentId);
  return { stopped: true };
}

export default function StopDigest() {
  const { t } = useWords();
  const { known } = useLoaderData<typeof loader>();
  const stopped = useActionData<typeof action>()?.stopped || !known;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{stopped ? t('digest.stopped') : t('digest.stop-title')}</h1>
        <p className="lead">{stopped ? t('digest.stopped-text') : t('digest.stop-text')}</p>
      </div>
      {stopped ? null : (
        <form method="post">
          <button className="button" type="submit">
            {t('digest.stop')}
          </button>
        </form>
      )}
    </div>
  );
}
