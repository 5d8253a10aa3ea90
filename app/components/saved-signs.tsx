import { Icon } from './icon.tsx';

const signs = {
  saved: 'check',
  saving: 'refresh-cw',
  device: 'cloud-off',
  failed: 'circle-alert',
  refused: 'circle-alert',
} as const;

/** A sign for each thing that a line about saving can say; its `data-how` shows one of them. */
export const SavedSigns = () =>
  Object.entries(signs).map(([how, name]) => (
    <i key={how} data-sign={how}>
      <Icon name={name} />
    </i>
  ));
