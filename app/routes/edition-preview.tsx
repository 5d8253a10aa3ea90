import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AnswerItem } from '#app/components/answer-item.tsx';
import { Crumb } from '#app/components/crumb.tsx';
import { EditionEntrance } from '#app/components/edition-entrance.tsx';
import { Ladder } from '#app/components/ladder.tsx';
import { ResultBands, ResultVerdict } from '#app/components/result-bands.tsx';
import { useWords } from '#app/components/words.tsx';
import type { LevelNumber } from '#app/domain/checklist.ts';
import { askedBy, brandOf } from '#app/web/edition-brand.ts';
import { draftChecklist, previewReport, previewSection } from '#app/web/edition-preview.server.ts';
import { editionPage, requireEdition } from '#app/web/edition-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

/** `?show=` entrance, result, or the id of a dimension. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const checklist = draftChecklist(visit);
  const show = new URL(args.request.url).searchParams.get('show') ?? 'entrance';
  const section = previewSection(checklist, show, askedBy({ ...visit, checklist }) ?? '');
  const report = show === 'result' ? previewReport(visit, checklist) : null;
  const { title, menu, base, editionName } = await editionPage(visit, visit.t('editions.preview'));
  return {
    title,
    menu,
    base,
    editionName,
    show: section || report ? show : 'entrance',
    layer: checklist.edition,
    edition: brandOf({ checklist }),
    sector: checklist.name,
    items: checklist.items.length,
    dimensions: checklist.dimensions.map(({ id, name }) => ({ id, name })),
    section,
    report,
    levels: checklist.levels,
  };
}

export default function Preview() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const views = [
    { id: 'entrance', name: t('editions.view-entrance') },
    ...page.dimensions,
    { id: 'result', name: t('editions.view-result') },
  ];
  return (
    <div className="wrap">
      <Crumb href={page.base} label={page.editionName} />
      <div className="preview-strip" role="note">
        <p>
          <strong>{t('editions.preview-title')}</strong> {t('editions.preview-text')}
        </p>
        <nav aria-label={t('editions.preview')}>
          <ul className="row" role="list">
            {views.map((one) => (
              <li key={one.id}>
                <a
                  href={`${page.base}/preview?show=${one.id}`}
                  aria-current={one.id === page.show ? 'page' : undefined}
                >
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {page.section ? (
        <SectionPreview section={page.section} />
      ) : page.report ? (
        <ResultPreview page={page} />
      ) : (
        <EditionEntrance edition={page.layer} sector={page.sector} items={page.items} start={null} />
      )}
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** The fields can be tried; there is nothing to send them with. */
const SectionPreview = ({ section }: { section: NonNullable<Page['section']> }) => (
  <>
    <div className="section-head">
      <h1>{section.name}</h1>
      <p className="lead">{section.question}</p>
    </div>
    <ol className="items" role="list">
      {section.items.map((shown) => (
        <AnswerItem key={shown.item.id} shown={shown} itemUrl="" canAsk={false} />
      ))}
    </ol>
  </>
);

const ResultPreview = ({ page: { report, levels } }: { page: Page }) => {
  const { t } = useWords();
  if (!report) return null;
  const level = (report.levels.find((one) => one.here)?.number ?? 1) as LevelNumber;
  return (
    <>
      <ResultVerdict report={report}>
        <p>
          <strong>{t('editions.preview-answers')}</strong>
        </p>
      </ResultVerdict>
      <Ladder levels={levels} here={level} />
      <ResultBands report={report} help={[]} base="" />
    </>
  );
};
