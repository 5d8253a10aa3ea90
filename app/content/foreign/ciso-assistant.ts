import { type Language, languages } from '#app/domain/checklist.ts';
import type { EditionItem, EditionRemedy, Texts } from '#app/domain/edition.ts';
import { chaptersOf } from '#app/domain/survey-choice.ts';
import type { CisoControl, CisoFile, CisoLibrary, CisoNode } from './ciso-file.ts';
import { type NoteKeeper, Refusal } from './file-notes.ts';
import {
  emptyDraft,
  emptyItem,
  emptyRemedy,
  type ForeignDraft,
  type ForeignReading,
  fitted,
  idGiver,
} from './foreign-draft.ts';
import { onOneLine, shortened, tidy } from './plain-text.ts';

/* A library of CISO Assistant: tools/README.md of intuitem/ciso-assistant-community, and its backend/library/libraries. */

type Reader = {
  locale: string;
  offered: Language[];
  reading: ForeignReading;
  notes: NoteKeeper;
  newId: (words: string) => string;
};
type Translated = Pick<CisoNode, 'name' | 'description' | 'annotation' | 'typical_evidence' | 'translations'>;
type TextName = 'name' | 'description' | 'annotation' | 'typical_evidence';

/** Assessable requirements become items of the kind prerequisite, and reference controls remedies. Throws a Refusal. */
export function cisoDraft({ library, line }: CisoFile, reading: ForeignReading, notes: NoteKeeper): ForeignDraft {
  const { framework, reference_controls: controls } = library.objects;
  const locale = localeOf(library, reading, notes);
  const reader = { locale, offered: offeredIn(library, locale, line), reading, notes, newId: idGiver() };
  noteLibrary(library, line, notes);
  noteLanguages(library, reader);
  const remedies = new Map(
    controls.flatMap((one, at) => controlIn(one, line(['objects', 'reference_controls', at]), reader)),
  );
  const nodes = framework?.requirement_nodes ?? [];
  const source = framework?.name ? framework : library;
  let chapter: Texts = {};
  const found = nodes.flatMap((node, at) => {
    if (!node.assessable) chapter = headingOf(node, reader);
    const item = nodeIn(node, line(['objects', 'framework', 'requirement_nodes', at]), source, remedies, reader);
    return item.map((one) => ({ item: one, chapter }));
  });
  const content = {
    ...emptyDraft(reader.offered),
    name: fitted(inEach(source, 'name', reader, onOneLine), reading.limits.short, line(['name']), notes),
    intro: fitted(inEach(library, 'description', reader), reading.limits.intro, line(['description']), notes),
    items: found.map(({ item }) => item),
    remedies: [...remedies.values()],
  };
  return { content, chapters: chaptersOf(found.map(({ item, chapter }) => ({ id: item.id, chapter }))) };
}

/** The language of the texts that stand outside of translations. */
function localeOf({ locale }: CisoLibrary, { language }: ForeignReading, notes: NoteKeeper): string {
  if (locale !== '') return primary(locale);
  notes.say(1, 'foreign-note.no-language', { language });
  return language;
}

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** Our languages in which it says anything at all. */
function offeredIn(library: CisoLibrary, locale: string, line: CisoFile['line']): Language[] {
  const found = languages.filter((one) => one === locale || everything(library).some((part) => hasWords(part, one)));
  if (found.length === 0)
    throw new Refusal(line(['locale']), 'foreign-refusal.language', { language: locale.slice(0, 20) });
  return found;
}

const everything = ({ objects }: CisoLibrary): Translated[] => [
  ...(objects.framework?.requirement_nodes ?? []),
  ...objects.reference_controls,
];

const hasWords = ({ translations }: Translated, language: string): boolean =>
  Object.entries(translations).some(
    ([tag, said]) => primary(tag) === language && (said.name !== '' || said.description !== ''),
  );

function noteLanguages(library: CisoLibrary, { locale, offered, notes }: Reader) {
  const others = new Set(everything(library).flatMap(({ translations }) => Object.keys(translations).map(primary)));
  const lost = [locale, ...others].filter((one) => !offered.some((language) => language === one));
  if (lost.length > 0)
    notes.say(1, 'foreign-note.other-languages', {
      languages: [...new Set(lost)].slice(0, 20).join(', ').slice(0, 120),
    });
}

function noteLibrary({ copyright, objects }: CisoLibrary, line: CisoFile['line'], notes: NoteKeeper) {
  if (copyright !== '') notes.say(line(['copyright']), 'foreign-note.copyright', { text: shortQuote(copyright) });
  if (objects.framework?.scores_definition)
    notes.count(line(['objects', 'framework', 'scores_definition']), 'foreign-note.scores');
  if (objects.threats) notes.count(line(['objects', 'threats']), 'foreign-note.threats');
  for (const name of ['risk_matrix', 'requirement_mapping_set', 'requirement_mapping_sets'] as const)
    if (objects[name]) notes.count(line(['objects', name]), 'foreign-note.other-objects');
}

const shortQuote = (text: string): string =>
  text.length > 160 ? `${onOneLine(text).slice(0, 160).trim()} …` : onOneLine(text);

/** What stands above the requirements behind it; of a heading without a name its number. */
function headingOf(node: CisoNode, reader: Reader): Texts {
  const { limits } = reader.reading;
  const named = inEach(node, node.name ? 'name' : 'description', reader, onOneLine);
  const texts = sayFirst(named) ? named : { [reader.offered[0] as Language]: node.ref_id };
  return Object.fromEntries(Object.entries(texts).map(([language, said]) => [language, shortened(said, limits.short)]));
}

/** A heading holds others and asks nothing; where it came from stays in words. */
function nodeIn(
  node: CisoNode,
  line: number,
  source: Translated,
  remedies: Map<string, EditionRemedy>,
  reader: Reader,
): EditionItem[] {
  const { newId, notes, reading } = reader;
  const { limits } = reading;
  if (!node.assessable) {
    notes.count(line, 'foreign-note.heading');
    return [];
  }
  const title = fitted(inEach(node, node.name ? 'name' : 'description', reader, onOneLine), limits.title, line, notes);
  const words = sayFirst(title);
  if (!words) {
    notes.count(line, 'foreign-note.no-title');
    return [];
  }
  noteNode(node, line, title, reader);
  const linked = linkedIn(node, line, remedies, reader);
  const texts = (name: TextName) => inEach(node, name, reader);
  return [
    {
      ...emptyItem(newId(node.ref_id || words), 'prerequisite'),
      title,
      why: fitted(joined(beside(texts('description'), title), texts('annotation')), limits.text, line, notes),
      source: fitted(sourceOf(source, node, reader), limits.text, line, notes),
      lookAt: fitted(texts('typical_evidence'), limits.text, line, notes),
      remedies: linked,
    },
  ];
}

function noteNode(node: CisoNode, line: number, title: Texts, { offered, notes }: Reader) {
  if (node.name === '') notes.count(line, 'foreign-note.title-from-description');
  if (node.implementation_groups) notes.count(line, 'foreign-note.implementation-groups');
  if (node.threats) notes.count(line, 'foreign-note.threats');
  if (node.questions || node.question) notes.count(line, 'foreign-note.questions');
  if (offered.some((language) => !title[language])) notes.count(line, 'foreign-note.no-translation');
}

/** Controls that stand in another library are named there and are not in this file. */
function linkedIn(node: CisoNode, line: number, remedies: Map<string, EditionRemedy>, reader: Reader): string[] {
  const { notes, reading } = reader;
  const found = [...new Set(node.reference_controls)].flatMap((urn) => {
    const remedy = remedies.get(urn.toLowerCase());
    if (!remedy) notes.count(line, 'foreign-note.control-elsewhere');
    return remedy ? [remedy.id] : [];
  });
  for (const _ of found.slice(reading.limits.links)) notes.count(line, 'foreign-note.too-many-remedies');
  return found.slice(0, reading.limits.links);
}

/** What a control says about itself goes under the quarter: nothing in it says when. */
function controlIn(control: CisoControl, line: number, reader: Reader): [string, EditionRemedy][] {
  const { newId, notes, reading } = reader;
  const { limits } = reading;
  const from = control.name ? 'name' : 'description';
  const title = fitted(inEach(control, from, reader, onOneLine), limits.title, line, notes);
  const words = sayFirst(title);
  if (!words) {
    notes.count(line, 'foreign-note.no-title');
    return [];
  }
  const [description, annotation] = [inEach(control, 'description', reader), inEach(control, 'annotation', reader)];
  const quarter = fitted(joined(beside(description, title), annotation), limits.text, line, notes);
  return [[control.urn.toLowerCase(), { ...emptyRemedy(newId(words)), title, quarter }]];
}

/** The name of the framework and the number in it, such as *BIO2, 5.01.02*. */
const sourceOf = (source: Translated, { ref_id }: CisoNode, reader: Reader): Texts =>
  Object.fromEntries(
    Object.entries(inEach(source, 'name', reader, onOneLine)).map(([language, name]) => [
      language,
      [name, ref_id].filter((one) => one !== '').join(', '),
    ]),
  );

/** A text in each language of the draft in which it is said. */
function inEach(
  part: Translated,
  name: TextName,
  { locale, offered }: Reader,
  tidied: (text: string) => string = tidy,
): Texts {
  const said = Object.entries(part.translations);
  return Object.fromEntries(
    offered.flatMap((language) => {
      const translation = said.find(([tag]) => primary(tag) === language)?.[1][name] ?? '';
      const text = tidied(language === locale ? part[name] : translation);
      return text === '' ? [] : [[language, text]];
    }),
  );
}

/** Texts beside a title that was made of them: none where it holds all they say. */
const beside = (texts: Texts, title: Texts): Texts =>
  languages.every((one) => onOneLine(texts[one] ?? '') === (title[one] ?? '')) ? {} : texts;

const joined = (first: Texts, second: Texts): Texts =>
  Object.fromEntries(
    languages.flatMap((one) => {
      const text = [first[one], second[one]].filter((part) => part).join('\n');
      return text === '' ? [] : [[one, text]];
    }),
  );

const sayFirst = (texts: Texts): string => languages.map((one) => texts[one] ?? '').find((one) => one !== '') ?? '';
