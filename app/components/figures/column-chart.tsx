import { scaleLinear } from 'd3-scale';

const height = 128;

export type Column = {
  id: string;
  name: string;
  value: number | null;
  /** What stands above it. */
  text: string;
};

/** Columns from zero side by side, the highest one in full; decorative, because a table beside it says the same. */
export const ColumnChart = ({ columns }: { columns: Column[] }) => {
  const y = scaleLinear([0, Math.max(1, ...columns.map(({ value }) => value ?? 0))], [0, height]);
  return (
    <div className="columns" aria-hidden="true">
      {columns.map(({ id, name, value, text }) => (
        <div key={id}>
          <div className="columns__column">
            <b>{text}</b>
            {value === null ? null : <ColumnBar high={y(value)} />}
          </div>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
};

const ColumnBar = ({ high }: { high: number }) => (
  <svg viewBox="0 0 10 10" preserveAspectRatio="none" height={high} aria-hidden="true" focusable="false">
    <rect className="bar__worst" width="10" height="10" />
  </svg>
);
