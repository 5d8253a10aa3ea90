import type { Level, LevelNumber } from '#app/domain/checklist.ts';
import { Door } from './glyphs.tsx';
import { useWords } from './words.tsx';

/** The five levels as doors that open further; `here` is marked in words and by colour. */
export const Ladder = ({ levels, here }: { levels: Level[]; here: LevelNumber | null }) => {
  const { t } = useWords();
  return (
    <ol className="ladder" role="list">
      {levels.map((level) => (
        <li
          key={level.number}
          className={level.number === here ? 'here' : undefined}
          aria-current={level.number === here ? 'step' : undefined}
        >
          <Door level={level.number} />
          <b>
            <i>{level.number}</i>
            {level.name}
          </b>
          <span>
            {level.number === here ? <em>{t('result.here')}</em> : null}
            {level.short}
          </span>
        </li>
      ))}
    </ol>
  );
};
