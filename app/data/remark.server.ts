import { and, asc, desc, eq, like, ne } from 'drizzle-orm';
import type { SectorId } from '#app/domain/checklist.ts';
import type { RemarkKind } from '#app/domain/remark.ts';
import { prepared, value } from './prepared.server.ts';
import type { Store } from './store.server.ts';

export type Remark = { item: string; kind: RemarkKind; note: string; at: Date };
export type NewRemark = Remark & { id: string; assessmentId: string; checklistRef: string };
export type EditorNote = Remark & { id: string; checklistRef: string; dealtWithAt: Date | null };

/** Keeps a remark once per assessment, item and kind; a note takes the place of the one that was there. */
export const saveRemark = (store: Store, remark: NewRemark): Promise<void> =>
  store.write(async (tx) => {
    const { remark: table } = store.t;
    const adding = tx.insert(table).values(remark);
    const once = [table.assessmentId, table.item, table.kind];
    const { note, at } = remark;
    await (note === ''
      ? adding.onConflictDoNothing({ target: once })
      : adding.onConflictDoUpdate({ target: once, set: { note, at, dealtWithAt: null } }));
  });

/** Takes a remark back, with its note. */
export const takeBackRemark = (store: Store, assessmentId: string, item: string, kind: RemarkKind): Promise<void> =>
  store.write(async (tx) => {
    const { remark } = store.t;
    await tx
      .delete(remark)
      .where(and(eq(remark.assessmentId, assessmentId), eq(remark.item, item), eq(remark.kind, kind)));
  });

/** The remarks of an assessment, oldest first. */
export const listRemarks = (store: Store, assessmentId: string): Promise<Remark[]> =>
  remarksOfAssessment(store.read, store, { assessmentId });

const remarksOfAssessment = prepared((db, { remark }) =>
  db
    .select({ item: remark.item, kind: remark.kind, note: remark.note, at: remark.at })
    .from(remark)
    .where(eq(remark.assessmentId, value('assessmentId')))
    .orderBy(asc(remark.at), asc(remark.id)),
);

/** What was written to the toolbox's own editors about the checklist of a sector, newest first; not by whom. */
export const listNotes = ({ read, t: { remark } }: Store, sector: SectorId, limit: number): Promise<EditorNote[]> =>
  read
    .select({
      id: remark.id,
      checklistRef: remark.checklistRef,
      item: remark.item,
      kind: remark.kind,
      note: remark.note,
      at: remark.at,
      dealtWithAt: remark.dealtWithAt,
    })
    .from(remark)
    .where(notesOf(remark, sector))
    .orderBy(desc(remark.at), desc(remark.id))
    .limit(limit);

/** Marks a note about the checklist of a sector as dealt with, or as not (null); false when there is no such note. */
export const dealWithNote = (
  { write, t: { remark } }: Store,
  sector: SectorId,
  id: string,
  dealtWithAt: Date | null,
): Promise<boolean> =>
  write(async (tx) => {
    const rows = await tx
      .update(remark)
      .set({ dealtWithAt })
      .where(and(eq(remark.id, id), notesOf(remark, sector)))
      .returning({ id: remark.id });
    return rows.length > 0;
  });

const notesOf = (remark: Store['t']['remark'], sector: SectorId) =>
  and(ne(remark.note, ''), like(remark.checklistRef, `${sector}@%`));
