import { readdirSync } from 'node:fs';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Guidance } from '#app/domain/guidance.ts';
import type { Leaflet, LeafletEdition } from '#app/domain/leaflet.ts';
import { makeChecklist, refOf } from './checklist.ts';
import { type Coaching, readCoaching } from './guidance.ts';
import { moveMistakes } from './moves.ts';
import { compareWords, type Pair, readPair } from './pair.ts';
import { checklistParity } from './parity.ts';
import { checklistMistakes } from './references.ts';
import { type ChecklistFile, type ChecklistWords, checklistFile, checklistWords } from './schemas.ts';
import { readShared, type Shared } from './shared.ts';
import { mistakesAt, type Problem } from './yaml-file.ts';

/** Everything under content/ in every language; `published` are the refs that users may see. */
export type Library = {
  checklists: Record<string, Record<Language, Checklist>>;
  published: string[];
  /** Every remedy in remedies.yaml, used or not. */
  remedyIds: string[];
  /** What a job coach uses besides the checklists. */
  guidance: Record<Language, Guidance>;
  leaflet: Record<LeafletEdition, Leaflet>;
};

type ChecklistPair = Pair<ChecklistFile, ChecklistWords>;

/** Reads content/ under `root`. With problems the library is not to be used. */
export function readLibrary(root: string): { library: Library; problems: Problem[] } {
  const shared = readShared(root);
  const reads = checklistNames(root).map((name) => readPair(root, name, checklistFile, checklistWords));
  const pairs = reads.flatMap(({ value }) => value ?? []);
  const coaching = readCoaching(
    root,
    pairs.map(({ nl }) => nl.data),
  );
  const problems = [shared, ...reads, coaching].flatMap((one) => one.problems);
  if (!shared.value) return { library: emptyLibrary, problems };
  const library = coaching.value ? makeLibrary(pairs, shared.value, coaching.value) : emptyLibrary;
  return { library, problems: [...problems, ...problemsIn(pairs, shared.value)] };
}

/** Of what could not be read; nothing may be looked up in it. */
const emptyLibrary = { checklists: {}, published: [], remedyIds: [], guidance: {}, leaflet: {} } as unknown as Library;

const makeLibrary = (pairs: ChecklistPair[], shared: Shared, coaching: Coaching): Library => ({
  checklists: Object.fromEntries(pairs.map((pair) => [refOf(pair.nl.data), makeChecklist(pair, shared)])),
  published: pairs
    .map(({ nl }) => nl.data)
    .filter(({ status }) => status === 'published')
    .map(refOf),
  remedyIds: shared.remedies.nl.map(({ id }) => id),
  ...coaching,
});

const problemsIn = (pairs: ChecklistPair[], shared: Shared): Problem[] =>
  pairs.flatMap((pair) => [
    ...mistakesAt(pair.nl, checklistMistakes(pair.nl.data, pair.nl.name, shared)),
    ...mistakesAt(pair.nl, moveMistakes(pair.nl.data, versionBefore(pair.nl.data, pairs))),
    ...compareWords(pair, checklistParity),
  ]);

const versionBefore = ({ sector, version }: ChecklistFile, pairs: ChecklistPair[]): ChecklistFile | undefined =>
  pairs.map(({ nl }) => nl.data).find((one) => one.sector === sector && one.version === version - 1);

/** Paths from `root` without language and ending, such as content/checklists/care/1. */
const checklistNames = (root: string) =>
  readdirSync(`${root}/content/checklists`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[a-z-]+[/\\]\d+\.yaml$/.test(name))
    .map((name) => `content/checklists/${name.replaceAll('\\', '/').replace('.yaml', '')}`)
    .sort();
