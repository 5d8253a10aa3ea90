import { readFileSync } from 'node:fs';
import type { Library } from '#app/content/library.ts';
import type { Checklist, Item, Language } from '#app/domain/checklist.ts';
import { type Context, itemsFor } from '#app/domain/context.ts';
import type { Guidance } from '#app/domain/guidance.ts';
import type { TestApp } from './app.ts';
import { startAssessment, type Visitor } from './visitor.ts';

/** One assessment and the people around it. */
export type Workplace = {
  app: TestApp;
  id: string;
  /** /nl/assessments/<id> */
  base: string;
  owner: Visitor;
};

/** Starts an assessment of a care workplace about which nothing more is known. */
export async function openWorkplace(app: TestApp, label = ''): Promise<Workplace> {
  const owner = app.visitor();
  const id = await startAssessment(owner, 'care', label);
  return { app, id, base: `/nl/assessments/${id}`, owner };
}

export type Shared = { visitor: Visitor; token: string; link: string };

/** Shares with somebody and opens the link in their browser. */
export async function invite(
  workplace: Workplace,
  kind: 'colleague' | 'reader',
  voice: 'hr' | 'team-lead' = 'hr',
  label = `een ${kind}`,
): Promise<Shared> {
  const { app, base, owner } = workplace;
  const token = await tokenIn(await owner.post(`${base}/access`, { intent: 'share', kind, voice, label }), 'open');
  const visitor = app.visitor();
  const opened = await visitor.get(`/nl/open/${token}`);
  if (opened.status !== 302) throw new Error(`The link did not open: ${opened.status}`);
  return { visitor, token, link: await linkId(workplace, token) };
}

/** Asks one question of a colleague; gives the secret of the link. */
export async function askColleague(
  workplace: Workplace,
  item: string,
  who = 'hoofdverpleegkundige',
  question = '',
): Promise<{ token: string; path: string; link: string }> {
  const { base, owner } = workplace;
  const token = await tokenIn(await owner.post(`${base}/items/${item}`, { who, question }), 'ask');
  return { token, path: `/nl/ask/${token}`, link: await linkId(workplace, token) };
}

async function tokenIn(page: Response, kind: 'open' | 'ask'): Promise<string> {
  const text = await page.text();
  const token = new RegExp(`/nl/${kind}/([\\w-]+)`).exec(text)?.[1];
  if (!token) throw new Error(`No link was made: ${page.status} ${text.slice(0, 2000)}`);
  return token;
}

async function linkId({ app }: Workplace, token: string): Promise<string> {
  const { store, hash } = app.services;
  const links = await store.read.select().from(store.t.link);
  return links.find((one) => one.tokenHash === hash(token))?.id ?? '';
}

/** Stops a link from the owner's page. */
export const stopLink = ({ base, owner }: Workplace, link: string): Promise<Response> =>
  owner.post(`${base}/access`, { intent: 'revoke', link });

/** The code as the owner sees it on the page. */
export async function codeOf({ base, owner }: Workplace): Promise<string> {
  const page = await (await owner.get(`${base}/access`)).text();
  const code = /<span class="code">([^<]+)</.exec(page)?.[1];
  if (!code) throw new Error('No code on the page');
  return code;
}

export const handIn = ({ base }: Workplace, who: Visitor, fields: Record<string, string> = {}): Promise<Response> =>
  who.post(`${base}/hand-in`, { id: crypto.randomUUID(), ...fields });

/** The file of one's own. */
export async function ownFile({ id, owner }: Workplace): Promise<OwnFile> {
  return (await owner.get(`/files/${id}/own/assessment.json`)).json() as Promise<OwnFile>;
}
export type OwnFile = import('#app/domain/own-file.ts').OwnFile;

const library = JSON.parse(readFileSync(new URL('../../build/content.json', import.meta.url), 'utf8')) as Library;

export function careChecklist(language: Language = 'nl'): Checklist {
  const checklist = library.checklists['care@1']?.[language];
  if (!checklist) throw new Error('build/content.json has no care@1');
  return checklist;
}

/** What the content gives a job coach. */
export const guidance = (language: Language = 'nl'): Guidance => library.guidance[language];

/** The context that `openWorkplace` chooses. */
export const unknownContext: Context = {
  subSector: 'other',
  size: 'unknown',
  place: 'unknown',
  targetJob: 'unknown',
  shifts: ['unknown'],
};

/** What `openWorkplace` is asked. */
export const askedItems = (): Item[] => itemsFor(careChecklist(), unknownContext);
