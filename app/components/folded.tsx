import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = { title: string; id?: string | undefined; open?: boolean | undefined; children: ReactNode };

/** A part of a long page that opens with its heading, with or without script. */
export const Folded = ({ title, id, open, children }: Props) => (
  <details className="part" id={id} open={open}>
    <summary>
      <h2>{title}</h2>
      <span className="chevron">
        <Icon name="chevron-down" />
      </span>
    </summary>
    {children}
  </details>
);
