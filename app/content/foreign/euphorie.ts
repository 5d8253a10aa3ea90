import type { Language } from '#app/domain/checklist.ts';
import { languages } from '#app/domain/checklist.ts';
import type { EditionItem, EditionRemedy, Texts } from '#app/domain/edition.ts';
import { chaptersOf } from '#app/domain/survey-choice.ts';
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
import { isGarbled, onOneLine, plainText, shortened, tidy } from './plain-text.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml-tree.ts';

/* The survey of OiRA, as its program Euphorie exports it: docs/format.rst of euphorie/Euphorie, and its export.py. */

/** What a risk is read with. */
type Reader = { language: Language; reading: ForeignReading; notes: NoteKeeper; newId: (words: string) => string };
type Found = { item: EditionItem; remedies: EditionRemedy[]; chapter: Texts };

/** Risks become items of the kind threshold, and their standard solutions remedies. Throws a Refusal. */
export function euphorieDraft(root: XmlElement, reading: ForeignReading, notes: NoteKeeper): ForeignDraft {
  const survey = root.name === 'survey' ? root : childOf(root, 'survey');
  if (!survey || !['sector', 'survey'].includes(root.name)) throw new Refusal(root.line, 'foreign-refusal.not-survey');
  const language = languageOf(survey, reading, notes);
  const reader = { language, reading, notes, newId: idGiver() };
  noteSector(root, survey, notes);
  const found = within(survey, {}, reader);
  const content = {
    ...emptyDraft([language]),
    name: line(childOf(survey, 'title'), reading.limits.short, reader),
    intro: paragraphs(childOf(survey, 'introduction') ?? childOf(survey, 'description'), reading.limits.intro, reader),
    items: found.map(({ item }) => item),
    remedies: found.flatMap(({ remedies }) => remedies),
  };
  return { content, chapters: chaptersOf(found.map(({ item, chapter }) => ({ id: item.id, chapter }))) };
}

/** `nl-BE` is Dutch; a survey in a language that no edition has cannot be taken over. */
function languageOf(survey: XmlElement, reading: ForeignReading, notes: NoteKeeper): Language {
  const element = childOf(survey, 'language');
  const tag = onOneLine(textOf(element));
  if (!element || tag === '') {
    notes.say(survey.line, 'foreign-note.no-language', { language: reading.language });
    return reading.language;
  }
  const found = languages.find((one) => one === tag.toLowerCase().split(/[-_]/)[0]);
  if (!found) throw new Refusal(element.line, 'foreign-refusal.language', { language: tag.slice(0, 20) });
  return found;
}

/** Whoever keeps the survey, and how it opens and closes, has no place in a draft. */
function noteSector(root: XmlElement, survey: XmlElement, notes: NoteKeeper) {
  for (const name of ['account', 'contact'])
    for (const one of root === survey ? [] : childrenOf(root, name)) notes.count(one.line, 'foreign-note.account');
  for (const one of [...childrenOf(root, 'logo'), ...childrenOf(survey, 'image')])
    notes.count(one.line, 'foreign-note.pictures');
  for (const one of childrenOf(survey, 'epilogue')) notes.count(one.line, 'foreign-note.epilogue');
}

/** Every risk in an element, which is a chapter, and in the modules within it, in the order of the file. */
function within(element: XmlElement, chapter: Texts, reader: Reader): Found[] {
  return element.content.flatMap((one) => {
    if (typeof one === 'string') return [];
    if (one.name === 'risk') return riskIn(one, reader).map((found) => ({ ...found, chapter }));
    return one.name === 'module' || one.name === 'profile-question' ? moduleIn(one, reader) : [];
  });
}

function moduleIn(module: XmlElement, reader: Reader): Found[] {
  const { notes } = reader;
  const title = shortened(onOneLine(textOf(childOf(module, 'title'))), reader.reading.limits.short);
  const found = within(module, title ? { [reader.language]: title } : {}, reader);
  const own = childrenOf(module, 'risk').length;
  if (own > 0) notes.say(module.line, 'foreign-note.module', { title, count: own });
  if (isYes(module.attributes.optional) || module.name === 'profile-question')
    notes.count(module.line, 'foreign-note.module-question');
  for (const name of ['description', 'solution-direction'])
    if (saysSomething(module, name)) notes.count(module.line, 'foreign-note.module-text');
  notePictures(module, notes);
  return found;
}

function riskIn(risk: XmlElement, reader: Reader): Omit<Found, 'chapter'>[] {
  const { newId, notes, reading } = reader;
  const { limits } = reading;
  const title = line(childOf(risk, 'title'), limits.title, reader);
  const words = title[reader.language];
  if (!words) {
    notes.count(risk.line, 'foreign-note.no-title');
    return [];
  }
  noteRisk(risk, notes);
  const solutions = childrenOf(risk, 'solutions').flatMap((one) => childrenOf(one, 'solution'));
  const remedies = solutions.flatMap((one) => solutionIn(one, reader));
  for (const _ of remedies.slice(limits.links)) notes.count(risk.line, 'foreign-note.too-many-remedies');
  const linked = remedies.slice(0, limits.links);
  const item = {
    ...emptyItem(newId(words), 'threshold'),
    title,
    negative: oneLine(paragraphs(childOf(risk, 'problem-description'), limits.title, reader)),
    why: paragraphs(childOf(risk, 'description'), limits.text, reader),
    source: paragraphs(childOf(risk, 'legal-reference'), limits.text, reader),
    remedies: linked.map(({ id }) => id),
  };
  return [{ item, remedies: linked }];
}

/** How a risk is weighed there has no place here: here it is answered with four sentences. */
function noteRisk(risk: XmlElement, notes: NoteKeeper) {
  const { type } = risk.attributes;
  if (type === 'policy' || type === 'top5') notes.count(risk.line, 'foreign-note.risk-type');
  for (const one of childrenOf(risk, 'evaluation-method')) notes.count(one.line, 'foreign-note.evaluation');
  if (isYes(textOf(childOf(risk, 'show-not-applicable')))) notes.count(risk.line, 'foreign-note.not-applicable');
  if (saysSomething(risk, 'existing_measures')) notes.count(risk.line, 'foreign-note.existing-measures');
  notePictures(risk, notes);
}

/** The measure names the remedy; what it says about doing it goes under the quarter, first steps under the week. */
function solutionIn(solution: XmlElement, reader: Reader): EditionRemedy[] {
  const { newId, notes, reading } = reader;
  const { text, title: longestTitle } = reading.limits;
  const [measure, general, first] = ['description', 'action', 'prevention-plan'].map((name) => childOf(solution, name));
  const action = general ?? childOf(solution, 'action-plan');
  const titleFrom = [measure, action].find((one) => plainText(textOf(one)).text !== '');
  const title = measureTitle(titleFrom, longestTitle, reader);
  const words = title[reader.language];
  if (!words) {
    notes.count(solution.line, 'foreign-note.no-title');
    return [];
  }
  const quarter = fullerThan(words, [measure, action]);
  return [
    {
      ...emptyRemedy(newId(words)),
      title,
      week: paragraphs(first, text, reader),
      quarter: paragraphs(quarter, text, reader),
      who: paragraphs(childOf(solution, 'requirements'), text, reader),
    },
  ];
}

/** Without a word about its markup: on one line it says the same. */
const measureTitle = (element: XmlElement | undefined, longest: number, { language, notes }: Reader): Texts =>
  element ? fitted({ [language]: onOneLine(plainText(textOf(element)).text) }, longest, element.line, notes) : {};

/** The last of them that says more than the title does, give or take a full stop. */
const fullerThan = (title: string, elements: (XmlElement | undefined)[]): XmlElement | undefined =>
  elements.findLast((one) => {
    const said = onOneLine(plainText(textOf(one)).text);
    return said !== '' && withoutStop(said) !== withoutStop(title);
  });

const withoutStop = (text: string): string => text.replace(/(?<![.\s])[.\s]+$/, '').toLowerCase();

function notePictures(element: XmlElement, notes: NoteKeeper) {
  for (const one of childrenOf(element, 'image')) notes.count(one.line, 'foreign-note.pictures');
}

const isYes = (value: string | undefined): boolean => ['true', 'yes'].includes(value?.trim() ?? '');

const saysSomething = (element: XmlElement, name: string): boolean => tidy(textOf(childOf(element, name))) !== '';

/** Text that was typed without markup. */
const line = (element: XmlElement | undefined, longest: number, { language, notes }: Reader): Texts =>
  element ? fitted({ [language]: onOneLine(textOf(element)) }, longest, element.line, notes) : {};

/** Text that was typed with markup. */
function paragraphs(element: XmlElement | undefined, longest: number, { language, notes }: Reader): Texts {
  if (!element) return {};
  const source = textOf(element);
  const { text, markup, pictures } = plainText(source);
  if (markup) notes.count(element.line, 'foreign-note.markup');
  if (pictures > 0) notes.count(element.line, 'foreign-note.pictures');
  if (isGarbled(source)) notes.count(element.line, 'foreign-note.garbled');
  return fitted({ [language]: text }, longest, element.line, notes);
}

const oneLine = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, onOneLine(text)]));
