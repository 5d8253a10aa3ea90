import { useWords } from '../words.tsx';

const rules = ['counted', 'ten', 'rounded', 'share', 'merged', 'night', 'fixed', 'not'] as const;

/** The rules of honest figures in plain words, and where to get the numbers. */
export const FigureMethod = () => {
  const { t } = useWords();
  return (
    <div className="prose">
      <h2 id="method">{t('figures.method')}</h2>
      {rules.map((rule) => (
        <div key={rule}>
          <h3>{t(`figures.method-${rule}-title`)}</h3>
          <p>{t(`figures.method-${rule}`)}</p>
        </div>
      ))}
      <h2>{t('figures.reuse')}</h2>
      <p>
        {t('figures.reuse-text')} <a href="/api/v1/openapi.json">{t('figures.reuse-api')}</a>
      </p>
    </div>
  );
};
