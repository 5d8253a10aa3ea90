import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Entrance } from '#app/components/entrance.tsx';
import { Band } from '#app/components/fields.tsx';
import { Icon, type IconName } from '#app/components/icon.tsx';
import { Ladder } from '#app/components/ladder.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { startableChecklists } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { quick: true, kept: 'day' };

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const checklists = startableChecklists(services, language);
  const t = services.translate[language];
  return {
    title: titled(t, t('home.short-title')),
    description: t('home.lead'),
    sectors: checklists.map(({ sector, name, tagline, icon }) => ({ sector, name, tagline, icon })),
    levels: checklists[0]?.levels ?? [],
  };
}

export default function Home() {
  const { language, t } = useWords();
  const { sectors, levels } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <div className="hero__text">
            <h1>{t('home.title')}</h1>
            <p className="lead">{t('home.lead')}</p>
            <ul className="facts">
              <li className="with-icon">
                <Icon name="clock" />
                {t('home.minutes')}
              </li>
              <li className="with-icon">
                <Icon name="check" />
                {t('home.no-account')}
              </li>
              <li className="with-icon">
                <Icon name="lock" />
                {t('home.who-sees')}
              </li>
            </ul>
          </div>
          <div className="hero__picture">
            <Entrance label={t('home.picture')} welcome={t('home.welcome')} />
          </div>
        </div>
      </div>
      <div className="wrap page">
        <section aria-labelledby="choose" className="stack">
          <h2 id="choose">{t('home.choose')}</h2>
          <ul className="sectors" role="list">
            {sectors.map((one) => (
              <li key={one.sector}>
                <a href={`/${language}/sectors/${one.sector}`}>
                  <Icon name={one.icon as IconName} large />
                  <span>
                    <b>{one.name}</b>
                    <small>{one.tagline}</small>
                  </span>
                  <Icon name="arrow-right" />
                </a>
              </li>
            ))}
          </ul>
          <p className="muted small">{t('home.other-sectors')}</p>
        </section>
        <Band title={t('home.resume')} intro={t('home.resume-intro')} id="resume">
          <form className="inline-form" method="post" action={`/${language}/resume`}>
            <div>
              <label className="label" htmlFor="code">
                {t('resume.code')}
              </label>
              <span className="hint" id="code-hint">
                {t('resume.code-hint')}
              </span>
              <input
                className="input"
                id="code"
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                aria-describedby="code-hint"
              />
            </div>
            <button className="button button--secondary" type="submit">
              {t('resume.submit')}
            </button>
          </form>
          <p className="small">
            <a href={`/${language}/import`}>{t('home.import')}</a>
          </p>
        </Band>
        <Band title={t('home.what-you-get')} intro={t('home.what-you-get-intro')} id="get">
          <Ladder levels={levels} here={null} />
        </Band>
        <Band title={t('home.not-only')} id="who">
          <div className="three">
            {(['employer', 'coach', 'federation'] as const).map((one) => (
              <div key={one}>
                <h3>{t(`home.${one}`)}</h3>
                <p>{t(`home.${one}-text`)}</p>
              </div>
            ))}
          </div>
        </Band>
      </div>
    </>
  );
}
