import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { PhaseBars } from '#app/components/phase-bars.tsx';
import { WaitsForYou } from '#app/components/placements-here.tsx';
import { useWords } from '#app/components/words.tsx';
import { readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { placementsHere } from '#app/web/host-placements.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { allowed, requireVisit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment' };

/** The placements on this floor: code, job and phase, nothing of the person or of other hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'see-placements');
  const { assessment, t } = visit;
  return {
    title: titled(t, t('host-placements.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    hasPlacements: true,
    placements: await placementsHere(visit, await readState(visit)),
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
        {placements.map(({ id, code, job, phaseText, bars, waits }) => (
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
            {waits ? (
              <p>
                <WaitsForYou />
              </p>
            ) : null}
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
