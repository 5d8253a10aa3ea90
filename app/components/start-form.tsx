import type { ComponentProps } from 'react';
import { ContextForm } from './context-form.tsx';
import { Reassurance } from './reassurance.tsx';
import { useWords } from './words.tsx';

type Props = { sector: string } & Pick<ComponentProps<typeof ContextForm>, 'questions' | 'result'>;

const nothing = { subSector: '', size: '', place: '', targetJob: '', shifts: [], label: '' };

/** The context questions before a self-scan, with what reassures beside them. */
export const StartForm = ({ sector, questions, result }: Props) => {
  const { t } = useWords();
  return (
    <>
      <div className="title">
        <p className="kicker">{t('start.kicker', { sector })}</p>
        <h1>{t('start.title')}</h1>
        <p className="lead">{t('start.lead')}</p>
      </div>
      <div className="with-aside">
        <ContextForm questions={questions} stored={nothing} result={result} submit={t('start.submit')} />
        <Reassurance />
      </div>
    </>
  );
};
