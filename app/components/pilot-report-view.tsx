import type { PilotReport, PilotReportBlock } from '#app/domain/pilot-report.ts';
import { Band } from './fields.tsx';

/** The report of a pilot on a page: part by part, as on paper. */
export const PilotReportView = ({ parts }: Pick<PilotReport, 'parts'>) => (
  <>
    {parts.map(({ id, heading, intro, blocks }) => (
      <Band key={id} id={`part-${id}`} title={heading} intro={intro}>
        <div className="stack">
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move, and two may say the same
            <Block key={at} {...block} />
          ))}
        </div>
      </Band>
    ))}
  </>
);

const Block = ({ heading, tag, text, lists }: PilotReportBlock) => (
  <div className="stack stack--tight pilot-block">
    {heading ? <h3>{heading}</h3> : null}
    {tag ? (
      <p>
        <span className="tag">{tag}</span>
      </p>
    ) : null}
    {text ? <p>{text}</p> : null}
    {lists.map(({ label, points }) => (
      <div key={label}>
        {label ? <p className="small muted">{label}</p> : null}
        <ul className="pilot-points">
          {points.map((point, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: points never move, and two may say the same
            <li key={at}>{point}</li>
          ))}
        </ul>
      </div>
    ))}
  </div>
);

/** What a pilot is, in a few facts beside its text. */
export const PilotFacts = ({ facts }: Pick<PilotReport, 'facts'>) => (
  <dl className="pilot-facts">
    {facts.map(({ label, text }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
