// Fills a SQLite file of the real schema with invented hand-ins, streamed and the same for the same seed:
// node tests/bench/generate.ts FILE COUNT [--answers]

import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { readLibrary } from '#app/content/library.ts';
import { nameOfShape } from '#app/data/facts.server.ts';
import { openStore } from '#app/data/store.server.ts';
import { type Checklist, type SectorId, sectorIds } from '#app/domain/checklist.ts';
import { codeFacts, type FactsShape, shapeOf } from '#app/domain/figures/coded-facts.ts';
import { type CrowdWorkplace, inventCrowd } from '#drizzle/seed/crowd-workplace.ts';
import { pick, type Random, seededRandom, weighed } from '#drizzle/seed/random.ts';
import { root } from '../support/root.ts';
import { answersOf } from './generate-answers.ts';
import { openTables, type Tables } from './generate-tables.ts';

/*
 * What is assumed (nothing here is measured):
 * - workplaces answer as the 2,000 of the demo do (drizzle/seed/crowd-workplace.ts): half in care, 30 % in retail, 20 % in
 *   logistics; sub-sectors, sizes and provinces by the weights there; answers by readiness, level and shortest way by the rules;
 * - 8,000 sets of answers are drawn and worked out; each hand-in takes one of its own sector, sub-sector and size, so that a
 *   million needs no million shortest ways;
 * - employers have 1 to 6 workplaces, two in three an account; one in 2,000 has 60; one workplace in ten handed in twice;
 * - hand-ins come in over the last eight quarters; three editions for each sector reach one in three employers;
 * - four in seven have a plan of one to three remedies. A report is two lines: reports are counted apart.
 */
const drawn = 8000;
const editionsPerSector = 3;
const quarterDays = 91;
const day = 24 * 60 * 60_000;
const inOneGo = 20_000;

export type Options = { seed?: number; answers?: boolean; now?: Date };

/** Makes the file; gives the milliseconds it took. */
export async function generate(file: string, count: number, options: Options = {}): Promise<number> {
  const begin = performance.now();
  await (await openStore({ databaseUrl: `file:${file}` })).close();
  const database = new Database(file);
  for (const pragma of ['synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -400000', 'secure_delete = OFF'])
    database.pragma(pragma);
  fill(database, count, { seed: 2026, answers: false, now: new Date(), ...options });
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return performance.now() - begin;
}

function fill(database: Database.Database, count: number, { seed, answers, now }: Required<Options>): void {
  const random = seededRandom(seed);
  const patterns = drawPatterns(random, now);
  const tables = openTables(database, now);
  const shapes = new Set<string>();
  const begin = database.prepare('begin');
  const commit = database.prepare('commit');
  begin.run();
  addEditions(tables);
  for (let made = 0, employers = 0, pieces = 1; made < count; employers++) {
    made += addEmployer({ tables, patterns, shapes, random, now, answers }, employers, count - made);
    if (made < pieces * inOneGo) continue;
    pieces++;
    commit.run();
    begin.run();
  }
  commit.run();
}

/** A set of answers that was worked out, with its facts in short. */
type Pattern = { workplace: CrowdWorkplace; shape: FactsShape; shapeId: string; facts: string };

/** By sector, sub-sector and size. */
function drawPatterns(random: Random, now: Date): Map<string, Pattern[]> {
  const { library } = readLibrary(root);
  const bySector = Object.fromEntries(
    sectorIds.map((sector) => [sector, library.checklists[`${sector}@1`]?.nl as Checklist]),
  ) as Record<SectorId, Checklist>;
  const { workplaces } = inventCrowd(drawn, bySector, null, now, random);
  const patterns = workplaces.map((workplace) => {
    const shape = shapeOf(workplace.submission.facts);
    const text = codeFacts(workplace.submission.facts, shape) as string;
    const shapeId = nameOfShape(shape);
    return { workplace, shape, shapeId, facts: JSON.stringify(`${shapeId} ${text}`) };
  });
  return Map.groupBy(patterns, ({ workplace: { submission } }) =>
    [submission.sector, submission.context.subSector, submission.context.size].join(),
  );
}

const editionOf = (sector: string, at: number) => `edition-${sector}-${at}`;

function addEditions(tables: Tables): void {
  tables.organisation('federation', 'federation');
  for (const sector of sectorIds)
    for (let at = 0; at < editionsPerSector; at++) tables.edition(editionOf(sector, at), sector);
}

const places = [
  ['antwerp', 27],
  ['east-flanders', 23],
  ['west-flanders', 18],
  ['flemish-brabant', 16],
  ['limburg', 12],
  ['outside-flanders', 2],
  ['unknown', 2],
] as const;

type Making = {
  tables: Tables;
  patterns: Map<string, Pattern[]>;
  shapes: Set<string>;
  random: Random;
  now: Date;
  answers: boolean;
};

/** An employer with its workplaces; gives how many hand-ins it made, at most `most`. */
function addEmployer(making: Making, number: number, most: number): number {
  const { tables, patterns, random } = making;
  const kind = kindOf(patterns, random);
  const account = random() < 2 / 3;
  const id = account ? idOf('o', number) : null;
  if (id) tables.organisation(id, 'employer');
  const sector = (kind[0] as Pattern).workplace.submission.sector;
  const edition = random() < 1 / 3 ? editionOf(sector, number % editionsPerSector) : null;
  const employer = { id, key: idOf('k', number), place: weighed(random, places), edition, sector };
  const size = number % 2000 === 1999 ? 60 : 1 + Math.floor(random() * 6);
  let made = 0;
  for (let at = 0; at < size && made < most; at++)
    made += addWorkplace(making, kind, employer, `${number}-${at}`, most - made);
  return made;
}

/** As often as it was drawn. */
const kindOf = (patterns: Map<string, Pattern[]>, random: Random): Pattern[] =>
  weighed(
    random,
    [...patterns.values()].map((kind) => [kind, kind.length] as const),
  );

type Employer = { id: string | null; key: string; place: string; edition: string | null; sector: string };

function addWorkplace(making: Making, kind: Pattern[], employer: Employer, name: string, most: number): number {
  const { tables, shapes, random, now } = making;
  const id = idOf('a', name);
  const rounds = random() < 0.1 ? Math.min(2, most) : 1;
  const quartersAgo = weighed(
    random,
    Array.from({ length: 8 }, (_, ago) => [ago, 8 - ago] as const),
  );
  for (let round = 1; round <= rounds; round++) {
    const pattern = pick(random, kind);
    if (!shapes.has(pattern.shapeId)) tables.shape(pattern.shapeId, pattern.shape);
    shapes.add(pattern.shapeId);
    const ago = Math.floor(quartersAgo / round);
    const at = now.getTime() - (ago * quarterDays + random() * 90 + 0.1) * day;
    const context = { ...pattern.workplace.submission.context, place: employer.place };
    const { checklistRef } = pattern.workplace.submission;
    if (round === 1)
      tables.assessment({ id, checklistRef, context, at, key: employer.key, organisationId: employer.id });
    tables.submission({
      ...employer,
      id: idOf('s', `${name}-${round}`),
      assessmentId: id,
      round,
      at,
      context,
      checklistRef,
      level: pattern.workplace.submission.level,
      facts: pattern.facts,
    });
    if (round === rounds)
      for (const [step, action] of pattern.workplace.actions.entries()) tables.action(`${id}${step}`, id, action);
    if (making.answers) for (const answer of answersOf(pattern.workplace, random)) tables.answer(id, round, at, answer);
  }
  return rounds;
}

/** As long as the app's own ids, spread like them, and the same every time. */
function idOf(kind: string, name: string | number): string {
  const random = seededRandom(hashOf(`${kind}${name}`));
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const spread = Array.from({ length: 6 }, () => letters[Math.floor(random() * 64)]).join('');
  return `${spread}${kind}${String(name)}`.padEnd(16, '0');
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return hash;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file = '', count = '10000', ...flags] = process.argv.slice(2);
  const took = await generate(file, Number(count), { answers: flags.includes('--answers') });
  console.log(`${count} hand-ins in ${(took / 1000).toFixed(1)} s`);
}
