import { openBeside } from './beside.ts';
import { newOrganisation } from './people.ts';
import { storeEdition } from './stored-edition.ts';
import type { Visitor } from './visitor.ts';

/** A campaign of a federation of this visitor, with published figures. */
export type PreparedCampaign = { federation: string; id: string; slug: string };

export async function prepareCampaign(url: string, dataDir: string, visitor: Visitor): Promise<PreparedCampaign> {
  const federation = await newOrganisation(visitor, 'federation', 'Federatie Zorg & Wonen');
  const app = await openBeside(url, dataDir);
  const { store, now } = app.services;
  const edition = { id: 'prepared', organisationId: federation, slug: 'prepared', at: now(), versions: 1 };
  await storeEdition(store, edition);
  const form = { title: 'Nieuwsbrief september', edition: 'prepared', slug: 'nieuwsbrief-september' };
  const made = await visitor.post(`/nl/organisations/${federation}/campaigns`, form);
  const id = made.headers.get('Location')?.split('/').at(-1) ?? '';
  const figures = (counts: Record<string, number | null>) =>
    Object.entries(counts).map(([row, count]) => ({ id: row, figures: count === null ? null : { count } }));
  const night = { scope: `campaign:${id}`, night: 1, madeAt: now() };
  const weeks = Object.fromEntries([15, 35, null, 60, 45, 20].map((count, at) => [`2026-W${43 + at}.opened`, count]));
  await store.write((tx) =>
    tx.insert(store.t.figureTable).values([
      { ...night, name: 'total', rows: figures({ opened: 180, started: 95, 'handed-in': 60 }) },
      { ...night, name: 'week', rows: figures({ ...weeks, '2026-W46.started': 30 }) },
    ]),
  );
  await app.close();
  return { federation, id, slug: form.slug };
}
