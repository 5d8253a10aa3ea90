import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { temporaryFolder } from './stores.ts';

const folder = 'tests/data/files';
const ending = '.db.gz';

/** Files as landed versions left them, by when they were made. */
export const earlierFiles = readdirSync(folder)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length));

/** A copy of such a file; gives its path. */
export function unpackEarlier(made: string): string {
  const path = `${temporaryFolder()}/${made}.db`;
  writeFileSync(path, gunzipSync(readFileSync(`${folder}/${made}${ending}`)));
  return path;
}
