import { Band } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** One section of the checklist with what is not yet as it should be, and the remedies for it. */
export type SectionHelp = {
  name: string;
  gaps: { code: string; text: string; open: boolean; remedies: { id: string; title: string; planned: boolean }[] }[];
};

/** Every gap of today with the remedies that would lift it, also those outside the shortest way. */
export const WhatHelps = ({ sections, base }: { sections: SectionHelp[]; base: string }) => {
  const { t } = useWords();
  if (sections.length === 0) return null;
  return (
    <Band title={t('help-list.title')} intro={t('help-list.intro')} id="what-helps">
      {sections.map((section) => (
        <details className="part" key={section.name}>
          <summary>
            {section.name}
            <span className="muted small">{t('help-list.points', { count: section.gaps.length })}</span>
            <span className="chevron">
              <Icon name="chevron-down" />
            </span>
          </summary>
          <ul className="list" role="list">
            {section.gaps.map((gap) => (
              <GapLine key={gap.code} gap={gap} base={base} />
            ))}
          </ul>
        </details>
      ))}
    </Band>
  );
};

const GapLine = ({ gap, base }: { gap: SectionHelp['gaps'][number]; base: string }) => {
  const { t } = useWords();
  return (
    <li>
      <p>
        {gap.code} {gap.open ? `${t('way.find-out')}: ` : ''}
        {gap.text}
      </p>
      <ul className="remedies" role="list">
        {gap.remedies.map((remedy) => (
          <li key={remedy.id}>
            <a href={`${base}/remedies/${remedy.id}`}>{remedy.title}</a>
            {remedy.planned ? <span className="muted small"> {t('help-list.planned')}</span> : null}
          </li>
        ))}
      </ul>
    </li>
  );
};
