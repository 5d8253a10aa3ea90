import { Icon } from './icon.tsx';

/** The way back to the page above this one. */
export const Crumb = ({ href, label }: { href: string; label: string }) => (
  <p className="crumb">
    <a href={href}>
      <Icon name="arrow-left" />
      {label}
    </a>
  </p>
);
