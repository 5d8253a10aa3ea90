import type { Level } from '#app/domain/checklist.ts';
import type { ReportStep, ReportWay as Way } from '#app/domain/report.ts';
import { Band } from './fields.tsx';
import { Door } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Props = {
  way: Way;
  /** Remedies of the way as it stands today, in the order of its steps. */
  steps: string[];
  ticked: string[];
  whatIf: Level | null;
  goal: Level | null;
  which: string;
  base: string;
  /** Whether the way on screen is the one of today, so that its steps can be taken over and tried out. */
  live: boolean;
  mayPlan: boolean;
};

/** The steps with the least effort to the next level; ticking some shows what they would bring. */
export const ReportWay = ({ way, steps, ticked, whatIf, goal, which, base, live, mayPlan }: Props) => {
  const { t } = useWords();
  const usable = live && steps.length === way.steps.length;
  return (
    <Band title={way.heading} intro={way.intro} id="way">
      {way.steps.length > 0 ? (
        <form method="get" action={`${base}/result`}>
          <input type="hidden" name="of" value={which} />
          <ol className="way" role="list">
            {way.steps.map((step, index) => (
              <li key={step.title}>
                <span className="stone">{index + 1}</span>
                <div>
                  <h3>{usable ? <a href={`${base}/remedies/${steps[index]}`}>{step.title}</a> : step.title}</h3>
                  <p>{step.detail}</p>
                  <Gain step={step} />
                  {usable ? (
                    <p>
                      <label className="with-icon small">
                        <input
                          type="checkbox"
                          name="with"
                          value={steps[index]}
                          defaultChecked={ticked.includes(steps[index] ?? '')}
                        />
                        {t('way.suppose')}
                        <span className="visually-hidden"> {step.title}</span>
                      </label>
                    </p>
                  ) : null}
                </div>
              </li>
            ))}
            {goal ? (
              <li>
                <Door level={goal.number} />
                <div>
                  <p className="goal">{t('way.goal', { level: goal.number, name: goal.name })}</p>
                  <p className="small">{goal.permits}</p>
                </div>
              </li>
            ) : null}
          </ol>
          {usable ? (
            <p className="step-buttons">
              <button className="button button--secondary" type="submit">
                {t('way.try')}
              </button>
            </p>
          ) : null}
        </form>
      ) : null}
      {whatIf ? (
        <div className="notice notice--highlight" role="status">
          <Icon name="info" />
          <p>{t('way.would-be', { level: whatIf.number, name: whatIf.name })}</p>
        </div>
      ) : null}
      {usable && mayPlan && steps.length > 0 ? (
        <form method="post" action={`${base}/plan`}>
          {steps.map((id) => (
            <input key={id} type="hidden" name="remedy" value={id} />
          ))}
          <p className="step-buttons">
            <button className="button" type="submit" name="intent" value="take-over">
              {t('way.take-over', { count: steps.length })}
            </button>
          </p>
        </form>
      ) : null}
    </Band>
  );
};

const Gain = ({ step }: { step: ReportStep }) => {
  const { t } = useWords();
  const words = [
    step.findOut ? t('way.find-out') : '',
    step.legal ? t('item.legal') : step.essential ? t('item.essential') : '',
    step.effect,
  ].filter(Boolean);
  return (
    <p className="gain">
      <Icon name={step.findOut ? 'search' : step.essential || step.legal ? 'key-round' : 'check'} />
      <span>{words.join('. ')}</span>
    </p>
  );
};
