import type { StoredValue, Voice } from './answer.ts';
import type { LevelNumber } from './checklist.ts';
import type { HappeningKind } from './moving.ts';

/** The verdict in one version of the checklist. */
export type ShownVerdict = { version: number; level: LevelNumber; name: string; best: LevelNumber; open: number };

export type ShownMoveAnswer = { id: string; value: StoredValue; voice: Voice; who: string; texts: string[] };

/** What happens to one answered question, or one that is new. */
export type ShownMoveLine = {
  key: string;
  kind: Exclude<HappeningKind, 'same'>;
  why: string;
  before: { id: string; title: string; answers: ShownMoveAnswer[] }[];
  after: { id: string; title: string }[];
};

/** What moving to a version beside this one would bring. `kept`: questions whose answers stay as they are. */
export type ShownMove = {
  version: number;
  kept: number;
  lines: ShownMoveLine[];
  before: ShownVerdict;
  after: ShownVerdict;
};
