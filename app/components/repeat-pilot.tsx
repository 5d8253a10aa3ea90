import type { ReactNode } from 'react';
import { Band } from './fields.tsx';
import { useWords } from './words.tsx';

type Props = { id: string; leaders: { id: string; name: string }[]; earlier?: boolean; children?: ReactNode };

/** Begins a new pilot from this one, in one of the reader's organisations. */
export const RepeatPilot = ({ id, leaders, earlier, children }: Props) => {
  const { language, t } = useWords();
  return (
    <Band title={t('pilots.repeat')} intro={t(earlier ? 'pilots.repeat-earlier' : 'pilots.repeat-intro')} id="repeat">
      <div className="stack">
        <p className="row">
          {leaders.map((one) => (
            <a
              key={one.id}
              className="button button--secondary"
              href={`/${language}/organisations/${one.id}/pilots/new?from=${id}`}
            >
              {t('pilots.repeat-for', { organisation: one.name })}
            </a>
          ))}
          {leaders.length === 0 ? (
            <a className="button button--secondary" href={`/${language}/organisations`}>
              {t('pilots.own-begin')}
            </a>
          ) : null}
        </p>
        {children}
      </div>
    </Band>
  );
};
