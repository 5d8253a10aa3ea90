import type { ReactNode } from 'react';

/** Nothing here yet: the one free hook, what comes here, and the first step. */
export const EmptyHook = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="empty">
    <svg className="hook" viewBox="0 0 120 90" aria-hidden="true" focusable="false">
      <path className="fill-hout" d="M6 14h108v12H6z" />
      <path className="stroke-inkt" d="M60 20v20q0 11 11 11t11-9" fill="none" strokeWidth="6" strokeLinecap="round" />
      <path className="stroke-rand" d="M24 22v8q0 6 6 6" fill="none" strokeWidth="4" strokeLinecap="round" />
    </svg>
    <div>
      <h2>{title}</h2>
      {children}
    </div>
  </div>
);
