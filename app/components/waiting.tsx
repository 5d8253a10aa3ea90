import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What the other side still has to do, and a link that reads this page anew, with or without script. */
export const Waiting = ({ text, href }: { text: string; href: string }) => {
  const { t } = useWords();
  return (
    <p className="with-icon with-icon--top waiting">
      <Icon name="hourglass" />
      <span>
        {text} <a href={href}>{t('site.look-again')}</a>
      </span>
    </p>
  );
};
