import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** Back to the placement. */
export const PlacementCrumb = ({ placement, code }: { placement: string; code: string }) => {
  const { language } = useWords();
  return (
    <p className="crumb">
      <a href={`/${language}/placements/${placement}`}>
        <Icon name="arrow-left" />
        {code}
      </a>
    </p>
  );
};
