import type { Language } from './checklist.ts';
import type {
  EditionContact,
  EditionContent,
  EditionInstrument,
  EditionItem,
  EditionRemedy,
  Texts,
} from './edition.ts';

/** Where something stands in the content of an edition. */
export type EditionPath = readonly (string | number)[];

/** A text of an edition in all its languages. */
export type PlacedTexts = { path: EditionPath; texts: Texts };

/** The lists of an edition whose members have a page of their own. */
export const editionParts = ['items', 'remedies', 'instruments', 'contacts'] as const;
export type EditionPart = (typeof editionParts)[number];

/** The texts of one member of a list, in the order in which they are asked; anchors stand worst first. */
export const partTexts = {
  items: [
    'title',
    'negative',
    'anchors.0',
    'anchors.1',
    'anchors.2',
    'anchors.3',
    'why',
    'source',
    'example',
    'lookAt',
  ],
  remedies: ['title', 'week', 'quarter', 'who', 'call'],
  instruments: ['name', 'summary', 'conditions', 'decides', 'applies', 'source'],
  contacts: ['role'],
} as const satisfies Record<EditionPart, readonly string[]>;

export type PartMember = EditionItem | EditionRemedy | EditionInstrument | EditionContact;

/** A text in a language, or else in the first language of the edition that has it. */
export const sayIn = (texts: Texts, language: Language, offered: readonly Language[]): string =>
  [language, ...offered].map((one) => texts[one]?.trim() ?? '').find((one) => one !== '') ?? '';

/** Every text of an edition; the words for a picture only where there is one. */
export const textsOf = (content: EditionContent): PlacedTexts[] => [
  { path: ['name'], texts: content.name },
  { path: ['intro'], texts: content.intro },
  ...(content.logo ? [{ path: ['logoText'], texts: content.logoText }] : []),
  ...editionParts.flatMap((part) =>
    content[part].flatMap((member: PartMember, at: number) => memberTexts(part, member, [part, at])),
  ),
];

/** The texts of one member of a list. */
export const memberTexts = (part: EditionPart, member: PartMember, path: EditionPath = []): PlacedTexts[] =>
  partTexts[part].map((name) => {
    const steps = name.split('.').map((step) => (/^\d$/.test(step) ? Number(step) : step));
    return { path: [...path, ...steps], texts: textsAt(member, steps) };
  });

const textsAt = (member: PartMember, [name = '', at]: (string | number)[]): Texts => {
  const value = (member as unknown as Record<string, Texts | Texts[]>)[name];
  return (Array.isArray(value) ? value[Number(at)] : value) ?? {};
};
