import { rules } from '#app/domain/figures/rules.ts';
import { useWords } from './words.tsx';

const parts = ['who', 'ten', 'rounded', 'hidden', 'list', 'night', 'evidence', 'remarks'] as const;

/** The rules of honest figures in plain words, with the numbers that the code itself uses. */
export const HowWeCount = () => {
  const { t } = useWords();
  const { minimum, browsers, step, largestShare } = rules;
  const values = { minimum, browsers, step, largest: Math.round(100 * largestShare) };
  return (
    <section id="figures">
      <h2>{t('rules.figures')}</h2>
      <p>{t('rules.figures-lead')}</p>
      {parts.map((one) => (
        <div key={one}>
          <h3>{t(`rules.figures-${one}-title`, values)}</h3>
          <p>{t(`rules.figures-${one}-text`, values)}</p>
        </div>
      ))}
    </section>
  );
};
