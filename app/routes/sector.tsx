import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { Reassurance } from '#app/components/reassurance.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { requireSector } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { quick: true, kept: 'day' };

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { sector, name, items } = requireSector(services, params.sector, language);
  const t = services.translate[language];
  return { title: titled(t, name), description: t('sector.lead'), sector, name, items: items.length };
}

const answersGo = ['kept', 'who', 'figures', 'erase'] as const;

export default function Sector() {
  const { language, t } = useWords();
  const { sector, name, items } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}`}>
          <Icon name="arrow-left" />
          {t('sector.other')}
        </a>
      </p>
      <div className="title">
        <p className="kicker">{name}</p>
        <h1>{t('sector.title')}</h1>
        <p className="lead">{t('sector.lead')}</p>
      </div>
      <div className="with-aside">
        <div className="prose">
          <h2>{t('sector.need')}</h2>
          <ul>
            <li>{t('sector.need-job')}</li>
            <li>{t('sector.need-time', { items })}</li>
            <li>{t('sector.need-people')}</li>
          </ul>
          <h2>{t('sector.get')}</h2>
          <p>{t('sector.get-text')}</p>
          <h2>{t('sector.answers')}</h2>
          <ul>
            {answersGo.map((one) => (
              <li key={one}>{t(`sector.answers-${one}`)}</li>
            ))}
          </ul>
          <p>
            <a href={`/${language}/privacy`}>{t('site.privacy')}</a> ·{' '}
            <a href={`/${language}/rules`}>{t('site.rules')}</a>
          </p>
          <p className="step-buttons">
            <a className="button" href={`/${language}/sectors/${sector}/start`}>
              {t('sector.start')} <Icon name="arrow-right" />
            </a>
          </p>
          <p>
            <a href={`/${language}/sectors/${sector}/paper`}>{t('paper.link')}</a>
          </p>
        </div>
        <Reassurance />
      </div>
    </div>
  );
}
