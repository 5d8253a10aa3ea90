import { useWords } from './words.tsx';

export type Said = {
  /** hr, team-lead or job-coach */
  voice: string;
  value: string;
  /** Place on the scale, 0 (worst) to 3; null when it is not known or does not apply. */
  at: number | null;
};

/** What each voice answered, in words, and drawn on the scale: the workplace above the track, the job coach below. */
export const Duo = ({ says }: { says: Said[] }) => {
  const { t } = useWords();
  return (
    <>
      <span className="duo" aria-hidden="true">
        {[0, 1, 2, 3].map((at) => (
          <i key={at} />
        ))}
        {marksOf(says).map((mark) => (
          <b key={mark.side + mark.at} className={`duo__${mark.side} duo__at-${mark.at}`}>
            {mark.voices.map((voice) => t(`voice-mark.${voice}`)).join('')}
          </b>
        ))}
      </span>
      <dl className="voices">
        {says.map((one) => (
          <div key={one.voice} className={one.voice === 'job-coach' ? 'voices__coach' : 'voices__workplace'}>
            <dt>
              <b aria-hidden="true">{t(`voice-mark.${one.voice}`)}</b>
              <span>{t(`voice.${one.voice}`)}</span>
            </dt>
            <dd>{t(`answer.${one.value}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** Voices of the workplace on one place share a mark. */
function marksOf(says: Said[]): { side: 'workplace' | 'coach'; at: number; voices: string[] }[] {
  return (['workplace', 'coach'] as const).flatMap((side) =>
    [0, 1, 2, 3].flatMap((at) => {
      const voices = says.filter((one) => one.at === at && (one.voice === 'job-coach') === (side === 'coach'));
      return voices.length > 0 ? [{ side, at, voices: voices.map((one) => one.voice) }] : [];
    }),
  );
}
