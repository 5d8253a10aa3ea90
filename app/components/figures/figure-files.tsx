import { Icon } from '../icon.tsx';
import { useWords } from '../words.tsx';

/** The same figures as files; `query` ends with a language and names the same choice as the page. */
export const FigureFiles = ({ base, query }: { base: string; query: string }) => {
  const { t } = useWords();
  return (
    <p className="row no-print">
      {(['pdf', 'xlsx', 'csv', 'json'] as const).map((extension) => (
        <a key={extension} className="icon-link" href={`${base}/figures.${extension}?${query}`}>
          <Icon name="download" />
          {t(`figures.file-${extension}`)}
        </a>
      ))}
    </p>
  );
};
