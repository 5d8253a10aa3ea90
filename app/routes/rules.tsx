import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HowWeCount } from '#app/components/how-we-count.tsx';
import { Ladder } from '#app/components/ladder.tsx';
import { useWords } from '#app/components/words.tsx';
import { anchorValues } from '#app/domain/answer.ts';
import { sixthsOfKind } from '#app/domain/verdict.ts';
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
    title: titled(t, t('rules.title')),
    description: t('rules.lead'),
    levels: checklists[0]?.levels ?? [],
    versions: checklists.map((one) => ({ name: one.name, version: one.version, items: one.items.length })),
  };
}

export default function Rules() {
  const { t } = useWords();
  const { levels, versions } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('rules.title')}</h1>
        <p className="lead">{t('rules.lead')}</p>
      </div>
      <div className="prose">
        <h2>{t('rules.levels')}</h2>
        <p>{t('rules.levels-text')}</p>
        <Ladder levels={levels} here={null} />
        {levels
          .filter((level) => level.bar !== null)
          .map((level) => (
            <p key={level.number}>
              <strong>
                {level.number} {level.name}.
              </strong>{' '}
              {level.permits} {t('rules.bar', { bar: level.bar as number })}
            </p>
          ))}
        <h2>{t('rules.answers')}</h2>
        {(['prerequisite', 'threshold'] as const).map((kind) => (
          <table className="table" key={kind}>
            <caption>{t(`rules.${kind}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('rules.answer')}</th>
                <th scope="col" className="r">
                  {t('rules.sixths')}
                </th>
              </tr>
            </thead>
            <tbody>
              {anchorValues(kind).map((value, index) => (
                <tr key={value}>
                  <th scope="row">{t(`answer.${value}`)}</th>
                  <td className="r">{t('rules.of-six', { met: sixthsOfKind[kind][index] ?? 0 })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
        {(
          [
            'unknown',
            'not-applicable',
            'weight',
            'essential',
            'legal',
            'share',
            'planned',
            'disputed',
            'expired',
            'shortest',
            'hand-in',
            'edition',
          ] as const
        ).map((one) => (
          <div key={one}>
            <h3>{t(`rules.${one}-title`)}</h3>
            <p>{t(`rules.${one}-text`)}</p>
          </div>
        ))}
        <HowWeCount />
        <h2>{t('rules.versions')}</h2>
        <ul>
          {versions.map((one) => (
            <li key={one.name}>{t('rules.version', one)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
