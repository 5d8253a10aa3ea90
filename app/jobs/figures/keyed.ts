import type { Member } from '#app/domain/figures/member.ts';

/** A member under keys that lead back to nobody. */
export function keyed(member: Member, keyOf: (text: string) => string): Member {
  const [first = '', ...rest] = member.id.split(':');
  return {
    ...member,
    id: [keyOf(first), ...(rest.length > 0 ? [keyOf(rest.join(':'))] : [])].join(':'),
    source: keyOf(member.source),
    organisation: keyOf(member.organisation),
  };
}

/** The key of what figures know by this text. */
export const figureKey =
  (hash: (text: string) => string) =>
  (text: string): string =>
    hash(`figure:${text}`);
