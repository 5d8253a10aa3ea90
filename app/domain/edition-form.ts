import type { Language } from './checklist.ts';
import type { EditionContent, Texts } from './edition.ts';
import { contactInput, editionHeadInput, instrumentInput, itemInput, remedyInput } from './edition-input.ts';
import { type EditionPart, memberTexts, type PartMember, type PlacedTexts, partTexts } from './edition-texts.ts';
import { hasIdentityHint } from './identity-hints.ts';
import { keepName } from './kept-text.ts';
import type { FormErrors, Typed } from './posted-form.ts';

/** The first page of an edition: everything but its lists. */
export type EditionHead = Pick<
  EditionContent,
  'languages' | 'name' | 'logo' | 'logoText' | 'accent' | 'intro' | 'hidden'
>;

/** What a form gave, or message keys by field; a field of a text is called by its place and language: title.nl. */
export type EditionForm<T> = { ok: true; data: T } | { ok: false; errors: FormErrors };

export const headTexts = ['name', 'intro', 'logoText'] as const;

/** Fields of a member's form that are lists. */
export const listFields = ['languages', 'hidden', 'remedies', 'instruments', 'helps'] as const;

/** Reads the first page; a language that was taken out keeps its words, so that it can come back. */
export function readHead(values: Typed, before: EditionHead): EditionForm<EditionHead> {
  const languages = listed(values, 'languages') as Language[];
  const written = headTexts.map((name) => ({ path: [name], texts: before[name] }));
  const changed = written.map((one) => textsFrom(values, one, languages));
  const head = {
    languages,
    logo: before.logo,
    accent: typed(values, 'accent') || null,
    hidden: listed(values, 'hidden'),
    ...Object.fromEntries(headTexts.map((name, at) => [name, changed[at]])),
  };
  return checked(editionHeadInput.safeParse(head) as never, values, written, languages);
}

const schemas = { items: itemInput, remedies: remedyInput, instruments: instrumentInput, contacts: contactInput };

/** Reads the form of one member of a list. */
export function readMember(
  part: EditionPart,
  values: Typed,
  before: PartMember,
  languages: Language[],
): EditionForm<PartMember> {
  const written = memberTexts(part, before);
  const member = { ...before, ...choicesFrom(part, values) } as Record<string, unknown>;
  for (const one of written) {
    const [name = '', at] = one.path;
    const texts = textsFrom(values, one, languages);
    if (at === undefined) member[name] = texts;
    else member[name] = (member[name] as Texts[]).map((old, index) => (index === at ? texts : old));
  }
  const form = checked<PartMember>(schemas[part].safeParse(member) as never, values, written, languages);
  const nameless = namelessField(part, member as unknown as PartMember, languages);
  return form.ok && nameless
    ? { ok: false, errors: { [nameless]: { type: 'server', message: 'error.needed' } } }
    : form;
}

/** The field of a member's name where it has none in any language: a list could only show its id. */
function namelessField(part: EditionPart, member: PartMember, languages: Language[]): string | null {
  const [name] = memberTexts(part, member);
  if (!name || languages.some((language) => name.texts[language])) return null;
  return `${name.path[0]}.${languages[0]}`;
}

function choicesFrom(part: EditionPart, values: Typed): Record<string, unknown> {
  const text = (name: string) => typed(values, name);
  switch (part) {
    case 'items':
      return {
        dimension: text('dimension'),
        kind: text('kind'),
        neededBy: Number(text('neededBy')),
        remedies: listed(values, 'remedies'),
      };
    case 'remedies':
      return {
        effort: Number(text('effort')),
        instruments: listed(values, 'instruments'),
        helps: listed(values, 'helps'),
      };
    case 'instruments':
      return { checked: text('checked') };
    case 'contacts':
      return { email: text('email'), phone: text('phone') };
  }
}

/** A member with nothing in it yet. */
export function blankMember(part: EditionPart, id: string): PartMember {
  const texts = Object.fromEntries(partTexts[part].map((name) => [name.split('.')[0], {}]));
  const choices = {
    items: { dimension: 'commitment', kind: 'prerequisite', neededBy: 2, remedies: [], anchors: [{}, {}, {}, {}] },
    remedies: { effort: 1, instruments: [], helps: [] },
    instruments: { checked: '' },
    contacts: { email: '', phone: '' },
  } as const;
  return { ...texts, ...choices[part], id } as unknown as PartMember;
}

/** An id out of a title that no other has: own-come-and-see, own-come-and-see-2. */
export function ownIdFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  const id = `own-${plain || 'new'}`;
  const free = [id, ...Array.from({ length: taken.length + 1 }, (_, at) => `${id}-${at + 2}`)];
  return free.find((one) => !taken.includes(one)) ?? id;
}

type Parsed =
  | { success: true; data: unknown }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

function checked<T>(parsed: Parsed, values: Typed, written: PlacedTexts[], languages: Language[]): EditionForm<T> {
  const errors: FormErrors = identityErrors(values, written, languages);
  for (const { path, message } of parsed.success ? [] : parsed.error.issues)
    errors[fieldOf(path)] ??= { type: 'server', message };
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, data: parsed.data as T };
}

/** A mistake in a list is shown at the list. */
const fieldOf = (path: PropertyKey[]): string =>
  path.length > 1 && (listFields as readonly unknown[]).includes(path[0])
    ? String(path[0])
    : path.map(String).join('.');

/** A text that points to a person comes back once, unless it stood there before or was confirmed. */
function identityErrors(values: Typed, written: PlacedTexts[], languages: Language[]): FormErrors {
  const asked = written.flatMap(({ path, texts }) =>
    languages
      .map((language) => ({ field: [...path, language].join('.'), before: texts[language] ?? '' }))
      .filter(({ field, before }) => typed(values, field) !== before && hasIdentityHint(typed(values, field)))
      .filter(({ field }) => values[keepName(field)] !== 'yes'),
  );
  return Object.fromEntries(asked.map(({ field }) => [field, { type: 'server', message: 'error.identity' }]));
}

/** The words of the form for the languages it asked; an empty one is left out. */
function textsFrom(values: Typed, { path, texts }: PlacedTexts, languages: Language[]): Texts {
  const asked = languages.map((language) => [language, typed(values, [...path, language].join('.'))] as const);
  const known = Object.entries(texts).filter(([language]) => !languages.includes(language as Language));
  return Object.fromEntries([...known, ...asked.filter(([, text]) => text !== '')]);
}

const typed = (values: Typed, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
};
const listed = (values: Typed, name: string): string[] => [values[name] ?? []].flat();

/** An edition with only a name. */
export const newEdition = (name: string, language: Language): EditionContent => ({
  languages: [language],
  name: { [language]: name },
  logo: null,
  logoText: {},
  accent: null,
  intro: {},
  contacts: [],
  hidden: [],
  items: [],
  remedies: [],
  instruments: [],
});
