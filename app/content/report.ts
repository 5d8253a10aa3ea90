// npm run content:report: one JSON line per sector and language; fails on any hole. --publish notes new fingerprints.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findHoles } from './checks.ts';
import { fingerprint } from './fingerprint.ts';
import { readLibrary } from './library.ts';
import { contentProblems } from './problems.ts';
import { statistics } from './statistics.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const publish = process.argv.includes('--publish');

const { library, problems: unread } = readLibrary(root);
if (publish) noteFingerprints();
for (const checklists of Object.values(library.checklists))
  for (const checklist of Object.values(checklists)) console.log(JSON.stringify(statistics(checklist, checklists.nl)));
const problems = contentProblems(root);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

/** A whole version is noted once; a noted one is never overwritten here. */
function noteFingerprints() {
  const file = `${root}/content/published.json`;
  const noted = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  if (unread.length > 0 || findHoles(library).length > 0) return;
  for (const ref of library.published) {
    const checklists = library.checklists[ref];
    if (checklists) noted[ref] ??= fingerprint(checklists);
  }
  writeFileSync(file, `${JSON.stringify(noted, null, 2)}\n`);
}
