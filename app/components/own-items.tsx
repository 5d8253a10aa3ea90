import type { Report, ReportItem } from '#app/domain/report.ts';
import { Band } from './fields.tsx';
import { Steps, Wall } from './glyphs.tsx';
import { useWords } from './words.tsx';

/** What the federation of the edition asked besides: its own line, never in the verdict. */
export const OwnItems = ({ report }: { report: Report }) => {
  const { t } = useWords();
  const section = report.sections.find(({ own }) => own);
  return section ? (
    <Band title={section.name} intro={t('result.own-intro')} id="own-items">
      <ul className="list" role="list">
        {section.items.map((item) => (
          <OwnItem key={item.code} item={item} />
        ))}
      </ul>
    </Band>
  ) : null;
};

const OwnItem = ({ item }: { item: ReportItem }) => (
  <li>
    <p>
      {item.code} {item.gap ?? item.title}
    </p>
    <p className="with-icon small">
      {item.glyph === null ? null : item.kind === 'prerequisite' ? (
        <Wall laid={item.glyph} />
      ) : (
        <Steps high={item.glyph} />
      )}
      <span>{[item.answer, item.meaning].filter(Boolean).join(': ')}</span>
    </p>
  </li>
);
