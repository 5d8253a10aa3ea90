/** What somebody who fills in may say of an item, in one tap: what its authors can do something about. */
export const remarkKinds = ['unclear', 'not-our-work', 'too-hard', 'double', 'example-off'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

export const isRemarkKind = (text: string): text is RemarkKind => (remarkKinds as readonly string[]).includes(text);

/** `item.kind`, as a button of the section's form sends it and as a row of the published figures is called. */
export const remarkId = (item: string, kind: RemarkKind): string => `${item}.${kind}`;

/** Item and kind of such an id; null when it is none. */
export function remarkOfId(id: string): { item: string; kind: RemarkKind } | null {
  const at = id.lastIndexOf('.');
  const kind = id.slice(at + 1);
  return at > 0 && isRemarkKind(kind) ? { item: id.slice(0, at), kind } : null;
}
