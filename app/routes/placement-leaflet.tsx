import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { leafletEditions } from '#app/domain/leaflet.ts';
import { editionOf, leafletFor } from '#app/web/leaflet.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { placementFrame } from '#app/web/placement-page.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'record');
  const chosen = editionOf(visit, new URL(args.request.url).searchParams.get('edition'));
  const { leaflet, codeLabel, organisation } = await leafletFor(visit, chosen);
  const frame = await placementFrame(visit, visit.t('leaflet.link'));
  // Not `edition`: that names a federation's, whose logo would then stand in the head.
  return { ...frame, chosen, leaflet, codeLabel, organisation };
}

export default function PlacementLeaflet() {
  const { language, t } = useWords();
  const { placement, code, chosen, leaflet, codeLabel, organisation } = useLoaderData<typeof loader>();
  const base = `/${language}/placements/${placement}/leaflet`;
  return (
    <div className="wrap">
      <PlacementCrumb placement={placement} code={code} />
      <nav className="row no-print" aria-label={t('leaflet.editions')}>
        {leafletEditions.map((one) => (
          <a key={one} href={`${base}?edition=${one}`} aria-current={one === chosen ? 'page' : undefined}>
            {t(`leaflet.${one}`)}
          </a>
        ))}
        <a className="icon-link" href={`/files/placements/${placement}/leaflet-${chosen}.pdf`}>
          <Icon name="file-text" />
          {t('leaflet.pdf')}
        </a>
      </nav>
      <article className="leaflet" lang={chosen === 'en' ? 'en' : 'nl'}>
        <p className="leaflet__code">
          <span className="muted small">{codeLabel}</span> <span className="code">{code}</span>
        </p>
        <h1>{leaflet.title}</h1>
        <p className="small muted">{organisation}</p>
        <p className="lead">{leaflet.intro}</p>
        {leaflet.sections.map(({ id, heading, points }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </div>
  );
}
