import { readFileSync } from 'node:fs';
import { findHoles } from './checks.ts';
import { fingerprint } from './fingerprint.ts';
import { type Library, readLibrary } from './library.ts';
import { describe } from './yaml-file.ts';

/** Everything wrong with content/ under `root`, a line each; empty when it can be shipped. */
export function contentProblems(root: string): string[] {
  const { library, problems } = readLibrary(root);
  if (problems.length > 0) return problems.map(describe);
  return [...findHoles(library), ...changedVersions(root, library)];
}

function changedVersions(root: string, library: Library): string[] {
  const noted = JSON.parse(readFileSync(`${root}/content/published.json`, 'utf8')) as Record<string, string>;
  const published = library.published.flatMap((ref) => {
    const checklists = library.checklists[ref];
    if (!checklists || noted[ref] === fingerprint(checklists)) return [];
    return [
      noted[ref]
        ? `${ref}: a published version changed; make the next version instead`
        : `${ref}: published without a fingerprint; run npm run content:report -- --publish`,
    ];
  });
  const gone = Object.keys(noted)
    .filter((ref) => !library.published.includes(ref))
    .map((ref) => `${ref}: was published and is gone or a draft again`);
  return [...published, ...gone];
}
