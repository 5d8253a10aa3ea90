import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InstrumentCard } from '#app/components/instrument-card.tsx';
import { useWords } from '#app/components/words.tsx';
import { brusselsDay, isStale } from '#app/domain/calendar.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { startableChecklists } from '#app/web/sector.ts';

export const meta = titleMeta;
export const handle = { quick: true, kept: 'day' };

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const checklists = startableChecklists(services, language);
  const t = services.translate[language];
  const all = new Map(
    checklists.flatMap((one) => one.instruments.map((instrument) => [instrument.id, instrument] as const)),
  );
  const sources = checklists.flatMap((one) => one.sources);
  const today = brusselsDay(services.now());
  return {
    title: titled(t, t('support.title')),
    description: t('support.lead'),
    instruments: [...all.values()].map((instrument) => ({
      instrument,
      source: sources.find((one) => one.id === instrument.source),
      stale: isStale(instrument.checked, today),
      sectors: checklists.filter((one) => instrument.sectors.includes(one.sector)).map((one) => one.name),
    })),
  };
}

export default function Support() {
  const { t } = useWords();
  const { instruments } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('support.title')}</h1>
        <p className="lead">{t('support.lead')}</p>
      </div>
      <div className="stack stack--wide">
        {instruments.map((one) => (
          <div key={one.instrument.id}>
            {one.sectors.length > 0 ? <p className="kicker">{one.sectors.join(', ')}</p> : null}
            <InstrumentCard instrument={one.instrument} source={one.source} stale={one.stale} heading="h2" />
          </div>
        ))}
      </div>
    </div>
  );
}
