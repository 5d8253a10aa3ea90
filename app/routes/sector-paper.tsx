import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { type PaperFile, PaperFiles } from '#app/components/paper-files.tsx';
import { useWords } from '#app/components/words.tsx';
import { languages } from '#app/domain/checklist.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { paperUrl } from '#app/web/paper-sheet.server.ts';
import { requireSector } from '#app/web/sector.ts';

export const meta = titleMeta;

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { sector, name, version, ref } = requireSector(services, params.sector, language);
  const t = services.translate[language];
  const files = languages.flatMap((one) =>
    (['pdf', 'docx'] as const).map(
      (extension): PaperFile => ({
        extension,
        language: one,
        name: t(`language.${one}`),
        url: paperUrl(ref, extension, one),
      }),
    ),
  );
  return { title: titled(t, t('paper.page-title')), description: t('paper.page-lead'), sector, name, version, files };
}

export default function SectorPaper() {
  const { language, t } = useWords();
  const { sector, name, version, files } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/sectors/${sector}`} label={name} />
      <div className="title">
        <p className="kicker">{name}</p>
        <h1>{t('paper.page-title')}</h1>
        <p className="lead">{t('paper.page-lead')}</p>
      </div>
      <PaperFiles files={files} />
      <p>{t('paper.page-version', { version })}</p>
      <h2>{t('paper.page-then')}</h2>
      <p>{t('paper.page-then-text')}</p>
      <p className="step-buttons">
        <a className="button" href={`/${language}/sectors/${sector}/start`}>
          {t('sector.start')}
        </a>
        <a className="button button--secondary" href={`/${language}/resume`}>
          {t('resume.title')}
        </a>
      </p>
    </div>
  );
}
