import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type ShownStep = { step: string; name: string; state: 'done' | 'now' | 'next'; text: string };

/** The phases of a placement: done, where it stands, what comes. */
export const PhaseLine = ({ steps }: { steps: ShownStep[] }) => {
  const { t } = useWords();
  return (
    <ol className="phase-line">
      {steps.map(({ step, name, state, text }, at) => (
        <li key={step} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={`number number--${state}`} aria-hidden="true">
            {state === 'done' ? <Icon name="check" /> : at + 1}
          </span>
          <span>
            <b>{name}</b>
            {text}
            {state === 'now' ? (
              <>
                {' '}
                <span className="tag tag--busy">{t('placement.now')}</span>
              </>
            ) : null}
            {state === 'done' ? <span className="visually-hidden"> {t('placement.done')}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
};
