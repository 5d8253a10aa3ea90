/**
 * Which mails a stop link stops: those about a placement to the host's address that got them, those about its follow-ups
 * to this coach, those about it to this owner of the host, or a coach's weekly summary. The link carries it sealed, so that
 * nothing is kept for it.
 */
export type MailStop =
  | { kind: 'host'; placement: string; addressHash: string }
  | { kind: 'coach'; placement: string; person: string }
  | { kind: 'owner'; placement: string; person: string }
  | { kind: 'caseload-week'; person: string };

const kinds: readonly string[] = ['host', 'coach', 'owner', 'caseload-week'];

export const stopText = (stop: MailStop): string => JSON.stringify(stop);

/** What a sealed text says; null when it is not one of ours. */
export function readStop(text: string | null): MailStop | null {
  if (text === null || !text.startsWith('{')) return null;
  const read = JSON.parse(text) as MailStop;
  return kinds.includes(read.kind) ? read : null;
}
