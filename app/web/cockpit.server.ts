import { readFigures } from '#app/data/figure.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { dealWithNote, listNotes } from '#app/data/remark.server.ts';
import { canInFederation } from '#app/domain/access.ts';
import { showDay } from '#app/domain/calendar.ts';
import type { Checklist, Item, SectorId } from '#app/domain/checklist.ts';
import { type ItemFigures, inOrderOfNeed, type SectorFigures } from '#app/domain/cockpit.ts';
import type { HandInFigures, RemarkFigures } from '#app/domain/figures/published.ts';
import { evidenceOf } from './evidence.server.ts';
import { requirePerson, type SignedIn } from './person.server.ts';
import type { Services } from './services.ts';

/** Somebody who watches over the questions: of a federation, or one of the toolbox's own editors. */
export type Author = SignedIn & { isEditor: boolean };

/** The visit behind the authors' pages, or 404 for everybody else who signed in. */
export async function requireAuthor(asked: Parameters<typeof requirePerson>[0]): Promise<Author> {
  const signedIn = await requirePerson(asked);
  if (!(await isAuthor(signedIn))) throw new Response(null, { status: 404 });
  return { ...signedIn, isEditor: isEditor(signedIn) };
}

/** Whether the authors' pages open for this person. */
export async function isAuthor(signedIn: Pick<SignedIn, 'services' | 'person'>): Promise<boolean> {
  if (isEditor(signedIn)) return true;
  const memberships = await listMemberships(signedIn.services.store, signedIn.person.id);
  return memberships.some(
    ({ organisation, role }) => organisation.kind === 'federation' && canInFederation(role, 'see-cockpit'),
  );
}

const isEditor = ({ services, person }: Pick<SignedIn, 'services' | 'person'>) =>
  services.editors.includes(person.email.toLowerCase());

/** The items of a checklist in the order in which they need an eye, of one dimension or of all. */
export async function readCockpit({ services, language }: Author, checklist: Checklist, dimension: string | null) {
  const { figures, madeAt } = await readSector(services, checklist.sector);
  const ordered = inOrderOfNeed(checklist.items, figures);
  return {
    day: madeAt && showDay(language, madeAt),
    items: ordered
      .filter(({ item }) => dimension === null || item.dimension === dimension)
      .map(({ item, figures: of, signals }) => drawItem(checklist, item, of, signals)),
  };
}

function drawItem(checklist: Checklist, item: Item, figures: ItemFigures, signals: string[]) {
  const titleOf = (id: string) => checklist.remedies.find((one) => one.id === id)?.title ?? id;
  const { evidence, remedies } = figures;
  return {
    item,
    signals,
    dimension: checklist.dimensions.find(({ id }) => id === item.dimension)?.name ?? '',
    ...figures,
    remedies: remedies.map((one) => ({ ...one, title: titleOf(one.id) })),
    evidence: evidence && {
      met: evidence.met,
      placements: evidence.placements,
      tried: Object.entries(evidence.remedies).map(([id, one]) => ({ id, title: titleOf(id), ...one })),
    },
  };
}

/** Everything published of a sector, and the day of the newest table. */
async function readSector(services: Services, sector: SectorId) {
  const [handIns, remarks, evidence] = await Promise.all([
    readFigures<HandInFigures>(services.store, `sector:${sector}`),
    readFigures<RemarkFigures>(services.store, `remarks:${sector}`),
    evidenceOf(services, sector),
  ]);
  const total = handIns.find(({ name }) => name === 'total');
  const rows = remarks.find(({ name }) => name === 'item')?.rows ?? [];
  const figures: SectorFigures = {
    total: total?.rows.find(({ id }) => id === 'all')?.figures ?? null,
    remarks: new Map(rows.flatMap(({ id, figures: of }) => (of ? [[id, of.count] as const] : []))),
    evidence,
  };
  return { figures, madeAt: total?.madeAt ?? null };
}

/** What was written to the editors, newest first; null for who is none. */
export async function readNotes({ services, language, isEditor: reads }: Author, checklist: Checklist) {
  if (!reads) return null;
  const notes = await listNotes(services.store, checklist.sector, 200);
  return notes.map(({ id, item, kind, note, at, checklistRef, dealtWithAt }) => ({
    id,
    kind,
    note,
    day: showDay(language, at),
    dealtWith: dealtWithAt && showDay(language, dealtWithAt),
    version: checklistRef,
    title: checklist.items.find((one) => one.id === item)?.title ?? item,
  }));
}

/** An editor marks a note as dealt with, or opens it again; for everybody else, or another note, it is not there. */
export async function markNote({ services, isEditor: marks }: Author, { sector }: Checklist, form: FormData) {
  const intent = form.get('intent');
  const known = marks && (intent === 'deal-with' || intent === 'reopen');
  const dealtWithAt = intent === 'deal-with' ? services.now() : null;
  if (!known || !(await dealWithNote(services.store, sector, String(form.get('note')), dealtWithAt)))
    throw new Response(null, { status: 404 });
}
