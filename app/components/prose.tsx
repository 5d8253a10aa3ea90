import {
  accountMonths,
  backupDays,
  placementRetentionMonths,
  retentionMonths,
  takeOverDays,
  warningDays,
} from '#app/domain/retention.ts';
import { workerVoiceMinimum } from '#app/domain/worker-voice.ts';
import { useWords } from './words.tsx';

/** A page that is only text: title, lead, and numbered headings with their paragraphs from the interface words. */
export const Prose = ({ page }: { page: 'help' | 'privacy' | 'accessibility' }) => {
  const { t, words } = useWords();
  const values = {
    ...{ months: retentionMonths, days: backupDays, accountMonths, warningDays, takeOverDays },
    ...{ placementMonths: placementRetentionMonths, answers: workerVoiceMinimum },
  };
  const headings = Object.keys(words).filter((key) => key.startsWith(`${page}.`) && key.endsWith('-title'));
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t(`${page}.title`)}</h1>
        <p className="lead">{t(`${page}.lead`)}</p>
      </div>
      <div className="prose">
        {headings.map((key) => (
          <section key={key}>
            <h2>{t(key)}</h2>
            <p>{t(key.replace(/-title$/, '-text'), values)}</p>
          </section>
        ))}
      </div>
    </div>
  );
};
