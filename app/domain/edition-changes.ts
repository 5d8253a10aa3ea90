import type { Language } from './checklist.ts';
import type { EditionContent } from './edition.ts';
import { type EditionPart, editionParts, type PartMember, sayIn } from './edition-texts.ts';

/** What differs between two versions of an edition, as a key of interface words with what it is about. */
export type EditionChange = { message: string; about: string };

const headParts = ['languages', 'name', 'logo', 'logoText', 'accent', 'intro', 'hidden'] as const;

/** What changed since an earlier version; everything is new without one. */
export const editionChanges = (
  before: EditionContent | null,
  now: EditionContent,
  language: Language,
): EditionChange[] => [
  ...(before ? headParts.filter((part) => !isSame(before[part], now[part])) : []).map((part) =>
    change(`edition-change.${part}`, ''),
  ),
  ...editionParts.flatMap((part) => partChanges(part, before, now, language)),
];

function partChanges(part: EditionPart, before: EditionContent | null, now: EditionContent, language: Language) {
  const [earlier, later]: PartMember[][] = [before?.[part] ?? [], now[part]];
  const nameOf = (member: PartMember) => titleOf(member, language, now.languages);
  const other = (list: PartMember[] = [], { id }: PartMember) => list.find((one) => one.id === id);
  const added = (later ?? []).filter((one) => !other(earlier, one));
  const changed = (later ?? []).filter((one) => other(earlier, one) && !isSame(other(earlier, one), one));
  const gone = (earlier ?? []).filter((one) => !other(later, one));
  return [
    ...added.map((one) => change(`edition-change.${part}-added`, nameOf(one))),
    ...changed.map((one) => change(`edition-change.${part}-changed`, nameOf(one))),
    ...gone.map((one) => change(`edition-change.${part}-gone`, nameOf(one))),
  ];
}

/** How a member of a list is called. */
export function titleOf(member: PartMember, language: Language, offered: readonly Language[]): string {
  const texts = 'title' in member ? member.title : 'name' in member ? member.name : member.role;
  return sayIn(texts, language, offered) || member.id;
}

const change = (message: string, about: string): EditionChange => ({ message, about });

/** Values without undefined, compared by what they hold and not by the order of their keys. */
const isSame = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
