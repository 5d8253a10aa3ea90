import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Props = {
  /** To make a new one, or to sign in with one. */
  what: 'new' | 'sign-in';
  url: string;
  next?: string;
};

/** Hidden until `passkey.js` finds that this browser knows passkeys. */
export const PasskeyButton = ({ what, url, next = '' }: Props) => {
  const { t } = useWords();
  return (
    <div
      className="passkey stack stack--tight no-print"
      data-passkey={what}
      data-url={url}
      data-next={next}
      hidden
      suppressHydrationWarning
    >
      <p className="notice notice--error" role="alert" data-failed="" hidden suppressHydrationWarning>
        <Icon name="circle-alert" />
        {t(`passkey.${what}-failed`)}
      </p>
      <button className="button button--secondary" type="button">
        <Icon name="key-round" />
        {t(`passkey.${what}`)}
      </button>
      <script type="module" src="/passkey.js" />
    </div>
  );
};
