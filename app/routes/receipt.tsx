import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { erasedKinds, findDeletion } from '#app/data/deletion.server.ts';
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
    workplaces: deletion.counts.memberships === undefined || (deletion.counts.assessments ?? 0) > 0,
    erased: erasedKinds.flatMap((kind) => {
      const count = deletion.counts[kind];
      return count === undefined ? [] : { kind, count };
    }),
  };
}

export default function Receipt() {
  const { language, t } = useWords();
  const { id, when, until, workplaces, erased } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('receipt.title')}</h1>
        <p className="lead">{t('receipt.when', { when })}</p>
      </div>
      <div className="prose">
        <ul>
          {erased.map(({ kind, count }) => (
            <li key={kind}>{t(`receipt.${kind}`, { count })}</li>
          ))}
        </ul>
        {workplaces ? <p>{t('receipt.figures')}</p> : null}
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
