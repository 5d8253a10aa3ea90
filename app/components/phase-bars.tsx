/** The phases of a placement as bars and the follow-ups as dots; decorative: words beside them say the same. */
type State = 'done' | 'now' | 'next';

export const PhaseBars = ({
  bars,
  months,
}: {
  bars: { step: string; state: State }[];
  months: { month: number; state: State }[];
}) => (
  <span className="phases" aria-hidden="true">
    {bars.map(({ step, state }) => (
      <i key={step} className={state} />
    ))}
    {months.map(({ month, state }) => (
      <i key={month} className={`m ${state}`} />
    ))}
  </span>
);
