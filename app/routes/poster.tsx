import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { QrPicture } from '#app/components/qr-picture.tsx';
import { useWords } from '#app/components/words.tsx';
import { findWorkerLink } from '#app/data/worker-voice.server.ts';
import { workerVoiceMinimum } from '#app/domain/worker-voice.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { handedLink } from '#app/web/secret-link.server.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'share');
  const { services, assessment, language, t } = visit;
  const link = await findWorkerLink(services.store, assessment.id, services.now());
  const handed = link && handedLink(services, link, `/${language}/voice`);
  if (!handed) throw new Response(null, { status: 404 });
  return {
    title: titled(t, t('floor.poster')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    link: handed,
  };
}

/** A sheet of A4 for the coffee corner. */
export default function Poster() {
  const { language, t } = useWords();
  const { assessment, link } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/assessments/${assessment}/voice`}>
          <Icon name="arrow-left" />
          {t('floor.title')}
        </a>
      </p>
      <p className="small muted no-print">{t('floor.poster-print')}</p>
      <article className="poster">
        <h1>{t('floor.poster-title')}</h1>
        <p className="lead">{t('floor.poster-text')}</p>
        <QrPicture qr={link.qr} label={t('sharing.qr')} />
        <p className="poster__url">{link.url}</p>
        <ul role="list">
          {(['clock', 'eye-off', 'users'] as const).map((icon) => (
            <li className="with-icon" key={icon}>
              <Icon name={icon} />
              <span>{t(`floor.poster-${icon}`, { count: workerVoiceMinimum })}</span>
            </li>
          ))}
        </ul>
      </article>
    </div>
  );
}
