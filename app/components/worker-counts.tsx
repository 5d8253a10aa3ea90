import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type WorkerCount = { answer: string; n: number };

/** What the colleagues on the floor say, as counts. */
export const WorkerCountsLine = ({ question, counts }: { question: string; counts: WorkerCount[] }) => {
  const { t } = useWords();
  return (
    <p className="small with-icon with-icon--top">
      <Icon name="users" />
      <span>
        {question}
        <br />
        <strong>
          {counts.map(({ answer, n }) => t('compare.count', { answer: t(`worker.${answer}`), n })).join(' · ')}
        </strong>
      </span>
    </p>
  );
};
