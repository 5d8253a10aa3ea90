import { type ThresholdWeight, thresholdWeights } from '#app/domain/placement-threshold.ts';
import { Steps } from './glyphs.tsx';
import { useWords } from './words.tsx';

/** How heavy a threshold is: one tap, and the steps beside the word. Stands in a fieldset that asks it. */
export const WeightChoice = ({ chosen, register }: { chosen: string; register: { name: string } }) => {
  const { t } = useWords();
  return (
    <div className="weights">
      {thresholdWeights.map((weight) => (
        <label key={weight}>
          <Steps high={height[weight]} />
          <input type="radio" value={weight} defaultChecked={chosen === weight} {...register} />
          {t(`weight.${weight}`)}
        </label>
      ))}
    </div>
  );
};

const height: Record<ThresholdWeight, 1 | 2 | 3> = { small: 1, noticeable: 2, high: 3 };
