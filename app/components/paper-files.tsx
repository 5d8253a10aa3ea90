import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** The blank sheet in every language, to download. */
export type PaperFile = { extension: 'pdf' | 'docx'; language: string; name: string; url: string };

export const PaperFiles = ({ files }: { files: PaperFile[] }) => {
  const { t } = useWords();
  return (
    <ul className="list" role="list">
      {files.map((file) => (
        <li key={file.url}>
          <a className="icon-link" href={file.url} hrefLang={file.language}>
            <Icon name={file.extension === 'pdf' ? 'download' : 'file-text'} />
            {t(`paper.${file.extension}`)} · <span lang={file.language}>{file.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};
