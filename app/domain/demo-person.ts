/** Who can be signed in as in the demo. Nobody can have an address in .example (RFC 2606). */
export const demoPeople = {
  coach: 'coach@windscherm.example',
  hr: 'hr@de-linde.example',
  federation: 'studiedienst@zorg-en-wonen.example',
} as const;
export type DemoPerson = keyof typeof demoPeople;

export const isDemoPerson = (name: string): name is DemoPerson => Object.hasOwn(demoPeople, name);

/** Days that a printed link to sign in works; each start of the demo prints new ones. */
export const demoLinkDays = 30;
