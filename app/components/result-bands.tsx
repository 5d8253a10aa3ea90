import type { ReactNode } from 'react';
import type { Report } from '#app/domain/report.ts';
import { Band } from './fields.tsx';
import { HowCounted } from './how-counted.tsx';
import { OwnItems } from './own-items.tsx';
import { ReportThresholds } from './report-thresholds.tsx';
import { LevelBars, ProfileBars, type SectorMiddle } from './score-bars.tsx';
import { type SectionHelp, WhatHelps } from './what-helps.tsx';
import { useWords } from './words.tsx';

type Props = { report: Report; help: SectionHelp[]; base: string; middle?: SectorMiddle | null };

/** What stands below the verdict: levels, profile, thresholds, what the federation asks besides, what helps, every number. */
export const ResultBands = ({ report, help, base, middle = null }: Props) => {
  const { t } = useWords();
  return (
    <>
      <Band title={t('result.levels')} intro={t('result.levels-intro')} id="levels">
        <LevelBars levels={report.levels} />
      </Band>
      <Band title={report.words.profile} intro={t('result.profile-intro')} id="profile">
        <ProfileBars profile={report.profile} words={report.words} middle={middle} />
      </Band>
      <ReportThresholds report={report} />
      <OwnItems report={report} />
      <WhatHelps sections={help} base={base} />
      {report.contradictions.length > 0 ? (
        <Band title={t('result.contradictions')} intro={t('result.contradictions-intro')} id="contradictions">
          <ul className="list" role="list">
            {report.contradictions.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        </Band>
      ) : null}
      <Band title={t('result.counted')} intro={t('result.counted-intro')} id="counted">
        <HowCounted report={report} />
      </Band>
    </>
  );
};

/** The verdict in words, with what can be done next to it. */
export const ResultVerdict = ({ report, children }: { report: Report; children?: ReactNode }) => (
  <div>
    <p className="kicker">{report.meta}</p>
    {report.label ? <p className="kicker">{report.label}</p> : null}
    <h1>{report.headline}</h1>
    <p className="lead">{report.permits}</p>
    {report.notes.slice(0, -1).map((note) => (
      <p className="small" key={note}>
        {note}
      </p>
    ))}
    {children}
  </div>
);
