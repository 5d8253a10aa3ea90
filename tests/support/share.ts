import type { Visitor } from './visitor.ts';

/** Makes a link to an assessment; gives its token. */
export async function share(owner: Visitor, base: string, kind: 'colleague' | 'reader', voice = 'hr'): Promise<string> {
  const fields = { intent: 'share', kind, voice, label: kind === 'reader' ? 'Directie' : 'Teamcoach keuken' };
  return findIn(await owner.post(`${base}/access`, fields), /\/open\/([\w-]+)"/);
}

/** What a page shows and nobody could know beforehand, such as a token; fails when there is nothing like it. */
export const find = async (visitor: Visitor, path: string, pattern: RegExp) => findIn(await visitor.get(path), pattern);

export async function findIn(response: Response, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await response.text())?.[1];
  if (!found) throw new Error(`${response.url} (${response.status}) shows nothing like ${pattern}`);
  return found;
}
