import { readFigures } from '#app/data/figure.server.ts';
import type { Checklist, Item, SectorId } from '#app/domain/checklist.ts';
import { evidenceLine, type Helped, surestRemedy } from '#app/domain/figures/evidence-line.ts';
import type { EvidenceFigures } from '#app/domain/figures/published.ts';
import type { Services } from './services.ts';

/** A line of evidence as a page draws it. */
export type ShownEvidence = {
  sector: SectorId;
  met: number;
  placements: number;
  helped: (Helped & { title: string }) | null;
};
export type ShownHelp = Helped & { sector: SectorId };

/** What placements in the sector of a checklist taught, from published figures only: of an item, and of a remedy in all. */
export async function readEvidence({ services, checklist }: { services: Services; checklist: Checklist }) {
  const { sector, remedies } = checklist;
  const figures = await evidenceOf(services, sector);
  return {
    ofItem(item: Item): ShownEvidence | null {
      const ids = item.remedies.map(({ id }) => id).filter((id) => remedies.some((one) => one.id === id));
      const line = evidenceLine(figures.get(item.id) ?? null, ids);
      if (!line) return null;
      const title = remedies.find(({ id }) => id === line.helped?.remedy)?.title ?? '';
      return { sector, ...line, helped: line.helped && { ...line.helped, title } };
    },
    ofRemedy(id: string): ShownHelp | null {
      const all = figures.get('all');
      const found = all ? surestRemedy(all, [id]) : null;
      return found && { ...found, sector };
    },
  };
}

/** Per item, and for `all`: what is published; nothing of a row that is too small to show. */
export async function evidenceOf({ store }: Services, sector: SectorId): Promise<Map<string, EvidenceFigures>> {
  const tables = await readFigures<EvidenceFigures>(store, `evidence:${sector}`);
  const rows = tables.find(({ name }) => name === 'threshold')?.rows ?? [];
  return new Map(rows.flatMap(({ id, figures }) => (figures ? [[id, figures] as const] : [])));
}
