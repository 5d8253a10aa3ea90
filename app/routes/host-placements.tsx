import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { PhaseBars } from '#app/components/phase-bars.tsx';
import { useWords } from '#app/components/words.tsx';
import { listPlacementsAt } from '#app/data/placement.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { drawPhase } from '#app/web/placement-phase.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

/** The placements on this floor: code, job and phase, nothing of the person or of other hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'see-placements');
  const { services, assessment, t } = visit;
  const today = brusselsDay(services.now());
  const placements = await listPlacementsAt(services.store, assessment.id);
  return {
    title: titled(t, t('host-placements.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    hasPlacements: true,
    placements: placements.map((placement) => {
      const { phaseText, bars } = drawPhase(visit, placement, [], today);
      return { id: placement.id, code: placement.code, job: placement.targetJob, phaseText, bars };
    }),
  };
}

export default function HostPlacements() {
  const { language, t } = useWords();
  const { placements } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('host-placements.title')}</h1>
        <p className="lead">{t('host-placements.lead')}</p>
      </div>
      {placements.length === 0 ? <p>{t('host-placements.none')}</p> : null}
      <ul className="list placements" role="list">
        {placements.map(({ id, code, job, phaseText, bars }) => (
          <li key={id} className="placement-line">
            <div>
              <h2>
                <a href={`/${language}/placements/${id}`}>{code}</a>
              </h2>
              <p>{job}</p>
            </div>
            <div>
              <PhaseBars bars={bars} months={[]} />
              <p>{phaseText}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="notice group">
        <Icon name="shield-check" />
        <div>
          <h2>{t('placements.code-only')}</h2>
          <p>{t('host-placements.code-only')}</p>
        </div>
      </div>
    </div>
  );
}
