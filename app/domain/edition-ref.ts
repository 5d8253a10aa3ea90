/** How a checklist in an edition is called: care@1+our-house@2. */
export type EditionRef = { core: string; slug: string; number: number };

export const editionRef = ({ core, slug, number }: EditionRef): string => `${core}+${slug}@${number}`;

/** The parts of such a ref; null for that of a checklist without edition. */
export function readEditionRef(ref: string): EditionRef | null {
  const [, core = '', slug = '', number] = /^([a-z]+@\d{1,4})\+([a-z0-9-]{1,40})@([1-9]\d{0,4})$/.exec(ref) ?? [];
  return number ? { core, slug, number: Number(number) } : null;
}

/** The ref of the checklist under an edition, or of the checklist itself. */
export const coreRef = (ref: string): string => ref.split('+')[0] ?? ref;
