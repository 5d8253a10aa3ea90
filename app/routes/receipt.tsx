import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { findDeletion } from '#app/data/deletion.server.ts';
import { showDay, showTime } from '#app/domain/calendar.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const deletion = await findDeletion(services.store, params.receipt ?? '');
  if (!deletion) throw new Response(null, { status: 404 });
  const t = services.translate[language];
  return {
    title: titled(t, t('receipt.title')),
    id: deletion.id,
    when: `${showDay(language, deletion.at)}, ${showTime(language, deletion.at)}`,
    until: showDay(language, deletion.backupsUntil),
    counts: deletion.counts as Partial<Record<(typeof names)[number], number>>,
  };
}

/** What a receipt may name: of an assessment, or of a placement. */
const names = [
  'answers',
  'thresholds',
  'notes',
  'needs',
  'actions',
  'visits',
  'submissions',
  'links',
  'events',
] as const;

export default function Receipt() {
  const { language, t } = useWords();
  const { id, when, until, counts } = useLoaderData<typeof loader>();
  const counted = names.filter((one) => counts[one] !== undefined);
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('receipt.title')}</h1>
        <p className="lead">{t('receipt.when', { when })}</p>
      </div>
      <div className="prose">
        <ul>
          {counted.map((one) => (
            <li key={one}>{t(`receipt.${one}`, { count: counts[one] ?? 0 })}</li>
          ))}
        </ul>
        {counts.answers === undefined ? null : <p>{t('receipt.figures')}</p>}
        <p>{t('receipt.backups', { day: until })}</p>
        <p>{t('receipt.device')}</p>
        <p className="small muted">{t('receipt.number', { id })}</p>
        <p>
          <a href={`/${language}`}>{t('problem.home')}</a>
        </p>
      </div>
    </div>
  );
}
