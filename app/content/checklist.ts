import { type Checklist, type Item, type Language, languages } from '#app/domain/checklist.ts';
import { inEveryLanguage, type Pair } from './pair.ts';
import type { ChecklistFile, ChecklistWords } from './schemas.ts';
import type { Shared } from './shared.ts';
import { itemIn, listIn, questionIn } from './translation.ts';

/** The best answer that a remedy can lead to: that a threshold does not occur can only be found, not made. */
export const bestAnswer = { prerequisite: 'in-place', threshold: 'tackled' } as const;

type FileItem = ChecklistFile['sections'][number]['items'][number];
/** What a checklist says in its own files. */
type Own = Pick<Checklist, 'name' | 'tagline' | 'items' | 'contradictions' | 'moves'> & Pick<ChecklistFile, 'context'>;

/** A checklist in every language, from its own files and what all checklists share. */
export function makeChecklist({ nl, words }: Pair<ChecklistFile, ChecklistWords>, shared: Shared) {
  const own = inEveryLanguage(ownPart(nl.data), words, ownPartIn);
  const whole = languages.map((language) => [language, complete(nl.data, own[language], shared, language)]);
  return Object.fromEntries(whole) as Record<Language, Checklist>;
}

const ownPart = ({ name, tagline, context, sections, contradictions, moves }: ChecklistFile): Own => ({
  name,
  tagline,
  context,
  items: sections.flatMap(({ dimension, items }) => items.map((one) => ({ ...withTargets(one), dimension }))),
  contradictions,
  moves,
});

const withTargets = (item: FileItem): Omit<Item, 'dimension'> => ({
  ...item,
  remedies: item.remedies.map(({ id, to }) => ({ id, to: to ?? bestAnswer[item.kind] })),
});

const ownPartIn = (nl: Own, words: ChecklistWords): Own => ({
  name: words.name,
  tagline: words.tagline,
  context: {
    subSector: questionIn(nl.context.subSector, words.context.subSector),
    targetJob: questionIn(nl.context.targetJob, words.context.targetJob),
  },
  items: listIn(nl.items, words.items, itemIn),
  contradictions: nl.contradictions.map((one) => ({ ...one, topic: words.contradictions[one.id] ?? one.topic })),
  moves: nl.moves.map((one) => ({ ...one, why: words.moves[one.id] ?? one.why })),
});

const complete = (file: ChecklistFile, own: Own, shared: Shared, language: Language): Checklist => ({
  ref: refOf(file),
  sector: file.sector,
  version: file.version,
  language,
  icon: file.icon,
  ...own,
  context: { ...own.context, ...shared.context[language] },
  dimensions: shared.dimensions[language],
  levels: shared.levels[language],
  ...used(own.items, file, shared, language),
});

/** For example care@1. */
export const refOf = ({ sector, version }: Pick<ChecklistFile, 'sector' | 'version'>): string => `${sector}@${version}`;

/** Only the remedies that its items name, the instruments that those name, and the sources of all. */
function used(items: Item[], { sector }: ChecklistFile, shared: Shared, language: Language) {
  const remedies = named(
    shared.remedies[language],
    items.flatMap((one) => one.remedies.map(({ id }) => id)),
  );
  const instruments = named(
    shared.instruments[language],
    remedies.flatMap((one) => one.instruments),
  ).filter(({ sectors }) => sectors.length === 0 || sectors.includes(sector));
  const ofItems = items.flatMap((one) => [...one.sources, ...(one.legal ? [one.legal.source] : [])]);
  const sources = named(shared.sources[language], [...ofItems, ...instruments.map((one) => one.source)]);
  return { remedies, instruments, sources };
}

const named = <T extends { id: string }>(list: T[], ids: string[]) => list.filter(({ id }) => ids.includes(id));
