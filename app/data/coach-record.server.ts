import { desc, eq } from 'drizzle-orm';
import type { GuidanceKind } from '#app/domain/guidance-kind.ts';
import type { Db, Store } from './store.server.ts';

/* What only the coach of a placement reads: notes, and the time that guidance took. */

export type PlacementNote = { id: string; text: string; at: Date };
export type GuidanceTime = { id: string; on: string; minutes: number; kind: GuidanceKind };

/** Newest first. */
export async function listNotes({ read, t }: Store, placementId: string): Promise<PlacementNote[]> {
  return read
    .select({ id: t.placementNote.id, text: t.placementNote.text, at: t.placementNote.at })
    .from(t.placementNote)
    .where(eq(t.placementNote.placementId, placementId))
    .orderBy(desc(t.placementNote.at), desc(t.placementNote.id)) as unknown as Promise<PlacementNote[]>;
}

export async function addNote(tx: Db, { t }: Store, note: PlacementNote & { placementId: string }) {
  await tx.insert(t.placementNote).values(note);
}

/** Newest first. */
export async function listGuidance({ read, t }: Store, placementId: string): Promise<GuidanceTime[]> {
  return read
    .select({ id: t.guidance.id, on: t.guidance.on, minutes: t.guidance.minutes, kind: t.guidance.kind })
    .from(t.guidance)
    .where(eq(t.guidance.placementId, placementId))
    .orderBy(desc(t.guidance.on), desc(t.guidance.id)) as unknown as Promise<GuidanceTime[]>;
}

export async function addGuidance(tx: Db, { t }: Store, time: GuidanceTime & { placementId: string }) {
  await tx.insert(t.guidance).values(time);
}
