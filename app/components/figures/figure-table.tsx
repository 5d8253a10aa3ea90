import type { ReactNode } from 'react';
import { FigureBar } from './figure-bar.tsx';

export type FigureRow = {
  id: string;
  name: ReactNode;
  /** Length of the bar; null draws none. */
  bar: number | null;
  /** What stands in the columns of numbers; null is a group too small to show. */
  numbers: (string | number | null)[];
};

/** Rows with a bar and their numbers: the chart and its table are one thing. */
export const FigureTable = ({
  caption,
  head,
  rows,
  of,
  tooSmall,
}: {
  caption: string;
  head: string[];
  rows: FigureRow[];
  of: number;
  tooSmall: string;
}) => (
  <table className="table figure-table">
    <caption className="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {head.map((title, column) => (
          <th key={title} scope="col" className={column > 0 ? 'r' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            {row.bar === null ? (
              row.name
            ) : (
              <span className="figure-name">
                <span>{row.name}</span>
                <FigureBar value={row.bar} of={of} />
              </span>
            )}
          </th>
          {row.numbers.map((value, column) => (
            <td className="r" key={head[column + 1]}>
              {value ?? <TooSmall text={tooSmall} />}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const TooSmall = ({ text }: { text: string }) => (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">{text}</span>
  </>
);
