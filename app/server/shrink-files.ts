// The last step of npm run build: each file for browsers that shrinks gets a .br and a .gzip beside it, as small as can be.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compress } from './compressed.ts';
import { kinds } from './kept-files.ts';

const folder = fileURLToPath(new URL('../../build/client', import.meta.url));
for (const name of readdirSync(folder, { recursive: true }).map(String)) {
  if (!kinds[extname(name)]?.shrinks) continue;
  const bytes = readFileSync(join(folder, name));
  for (const encoding of ['br', 'gzip'] as const)
    writeFileSync(join(folder, `${name}.${encoding}`), compress(bytes, encoding, 'best'));
}
