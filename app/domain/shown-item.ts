import type { Answer, StoredValue, Voice } from './answer.ts';
import type { Item, Source } from './checklist.ts';
import type { AskReason } from './round.ts';

/** What the form shows for one item: stored, or typed and refused. */
export type ItemFields = { value: string; reasonId: string; reasonText: string; note: string; proof: string };

/** A question of another version of the checklist, with what was answered to it. */
export type ShownEarlier = {
  id: string;
  title: string;
  version: number;
  answers: {
    id: string;
    value: StoredValue;
    /** What the answer means there; empty without an anchor. */
    meaning: string;
    who: string;
    voice: Voice;
    reason: string;
    note: string;
    proof: string;
  }[];
};

export type ShownItem = {
  item: Item;
  code: string;
  /** Who asks it besides us; null for an item of ours. */
  askedBy: string | null;
  sources: Source[];
  /** Ids of the answers on screen, and an id for the answer to come. */
  base: string[];
  newId: string;
  fields: ItemFields;
  /** Answers by others that differ, to be settled. */
  rivals: Answer[];
  /** For a job coach who answered: what others say. */
  beside: Answer[];
  /** Answers to what this question took the place of, in another version of the checklist. */
  earlier: ShownEarlier[];
  again: AskReason | null;
  previous: string | null;
  error: string | null;
};
