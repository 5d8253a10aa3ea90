import type { Item } from '#app/domain/checklist.ts';
import { Steps, Wall } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** Whether an item is a prerequisite or a threshold, whether it is essential, and who else asks it. */
export const Kind = ({ item, askedBy = null }: { item: Item; askedBy?: string | null }) => {
  const { t } = useWords();
  return (
    <span className="kind">
      <span className="kind__name">
        {item.kind === 'prerequisite' ? <Wall laid={3} /> : <Steps high={2} />}
        {t(`kind.${item.kind}`)}
      </span>
      {item.essential ? (
        <span className="essential">
          <Icon name="key-round" />
          {item.legal ? t('item.legal') : t('item.essential')}
        </span>
      ) : null}
      {askedBy ? <span className="tag tag--accent">{askedBy}</span> : null}
    </span>
  );
};
