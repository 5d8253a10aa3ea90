import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Migration = { tag: string; statements: string[] };

/** The table in which a database keeps the tags of the migrations it has had. */
export const migrationTable = 'create table if not exists migration (tag text primary key)';

/** The generated migrations of one dialect, oldest first. */
export function readMigrations(dialect: 'sqlite' | 'postgres'): Migration[] {
  const journal = JSON.parse(readDrizzle(dialect, 'meta/_journal.json')) as { entries: { tag: string }[] };
  return journal.entries.map(({ tag }) => ({
    tag,
    statements: readDrizzle(dialect, `${tag}.sql`).split('--> statement-breakpoint'),
  }));
}

/** The database has had a migration that this version of the app does not know. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';

  constructor(tag: string) {
    super(`This database was made by a newer version of the app (it has migration ${tag}).`);
  }
}

/** Those a database has not had yet. Throws `NewerDatabase` when it has had one that this version does not know. */
export function pendingMigrations(all: Migration[], applied: string[]): Migration[] {
  const unknown = applied.find((tag) => !all.some((migration) => migration.tag === tag));
  if (unknown) throw new NewerDatabase(unknown);
  return all.filter(({ tag }) => !applied.includes(tag));
}

/** Found through the package, because the built server stands in another folder than its source. */
const readDrizzle = (dialect: string, file: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`#drizzle/${dialect}/${file}`), 'utf8');
