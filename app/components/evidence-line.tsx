import type { ReactNode } from 'react';
import type { SectorId } from '#app/domain/checklist.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Helped = { title: string; helped: number; tried: number; low: number; high: number };
type Evidence = { sector: SectorId; met: number; placements: number; helped: Helped | null };

/** What placements taught of an item, in one line; nothing where too few taught it. */
export const EvidenceLine = ({ evidence }: { evidence: Evidence | null | undefined }) => {
  const { t } = useWords();
  if (!evidence) return null;
  const { sector, met, placements, helped } = evidence;
  return (
    <Line>
      {t('evidence.met', { met, placements, sector: t(`evidence.in-${sector}`) })}{' '}
      {helped ? t('evidence.helped', { ...helped, remedy: helped.title }) : ''}
    </Line>
  );
};

/** How often a remedy helped, over everything it was tried for. */
export const HelpLine = ({ help }: { help: (Omit<Helped, 'title'> & { sector: SectorId }) | null }) => {
  const { t } = useWords();
  return help ? <Line>{t('evidence.this-helped', { ...help, sector: t(`evidence.in-${help.sector}`) })}</Line> : null;
};

const Line = ({ children }: { children: ReactNode }) => {
  const { language, t } = useWords();
  return (
    <p className="small with-icon with-icon--top">
      <Icon name="users" />
      <span>
        {children} <a href={`/${language}/rules#figures`}>{t('evidence.how')}</a>
      </span>
    </p>
  );
};
