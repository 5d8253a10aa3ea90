// Part of npm run build: checks content/ and writes it as one file for the server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLibrary } from './library.ts';
import { contentProblems } from './problems.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const problems = contentProblems(root);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
mkdirSync(`${root}/build`, { recursive: true });
writeFileSync(`${root}/build/content.json`, JSON.stringify(readLibrary(root).library));
