import { scaleLinear } from 'd3-scale';

const width = 300;
const height = 12;

/** A bar from zero; decorative, because its number stands beside it. `of` is the length of the whole. */
export const FigureBar = ({ value, of }: { value: number; of: number }) => {
  const x = scaleLinear([0, Math.max(1, of)], [0, width]);
  return (
    <svg
      className="figure-bar"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar__ground" width={width} height={height} rx="3" />
      <rect className="bar__worst" width={x(value)} height={height} rx="3" />
    </svg>
  );
};
