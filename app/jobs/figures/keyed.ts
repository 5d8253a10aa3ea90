import type { Member } from '#app/domain/figures/member.ts';

type KeyOf = (text: string) => string;
/** Of what an id says after what it is of, such as a plan, and of organisations: these are often the same. */
type Shared = { state: KeyOf; organisation: KeyOf };

/** A member under keys that lead back to nobody. */
export function keyed(
  member: Member,
  keyOf: KeyOf,
  { state, organisation }: Shared = { state: keyOf, organisation: keyOf },
): Member {
  const end = member.id.indexOf(':');
  return {
    ...member,
    id: end < 0 ? keyOf(member.id) : `${keyOf(member.id.slice(0, end))}:${state(member.id.slice(end + 1))}`,
    source: keyOf(member.source),
    organisation: organisation(member.organisation),
  };
}

/** The key of what figures know by this text. */
export const figureKey =
  (hash: (text: string) => string) =>
  (text: string): string =>
    hash(`figure:${text}`);
