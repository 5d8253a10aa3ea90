import type { Place } from './move.server.ts';
import { connectPostgres } from './postgres.server.ts';
import { postgresPlace } from './postgres-move.server.ts';
import { sqlitePlace } from './sqlite-move.server.ts';

/** What stands behind file:/absolute/path.db or postgres://…, to be moved from or to. */
export function openPlace(databaseUrl: string): { place: Place; close: () => Promise<void> } {
  if (databaseUrl.startsWith('file:'))
    return { place: sqlitePlace(databaseUrl.replace(/^file:(\/\/)?/, '')), close: async () => {} };
  const connections = connectPostgres(databaseUrl);
  return { place: postgresPlace(connections), close: connections.close };
}
