import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureMethod } from '#app/components/figures/figure-method.tsx';
import { useWords } from '#app/components/words.tsx';
import { listSectorFigures } from '#app/web/figures.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { publicPage, titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const headers = publicPage;
export const handle = { quick: true, kept: 'figures' };

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const t = services.translate[language];
  return {
    title: titled(t, t('figures.public-title')),
    description: t('figures.public-lead'),
    sectors: await listSectorFigures(services, language),
  };
}

export default function PublicFigures() {
  const { language, t } = useWords();
  const { sectors } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('figures.public-title')}</h1>
        <p className="lead">{t('figures.public-lead')}</p>
      </div>
      <ul className="list" role="list">
        {sectors.map((one) => (
          <li key={one.sector} className="figure-sector">
            <h2>
              <a href={`/${language}/figures/${one.sector}`}>{one.name}</a>
            </h2>
            {one.workplaces === null || one.date === null ? (
              <p>{t('figures.none')}</p>
            ) : (
              <>
                {one.ready === null ? null : <p>{t('figures.ready-sentence', { share: one.ready })}</p>}
                <p className="small muted">{t('figures.meta', { count: one.workplaces, date: one.date })}</p>
              </>
            )}
          </li>
        ))}
      </ul>
      <FigureMethod />
    </div>
  );
}
