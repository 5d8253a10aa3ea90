import { readdirSync } from 'node:fs';
import type { z } from 'zod';
import type {
  Checklist,
  ContextQuestion,
  Dimension,
  Instrument,
  Item,
  Level,
  Remedy,
  Source,
} from '#app/domain/checklist.ts';
import { type Language, languages } from '#app/domain/checklist.ts';
import { danglingReferences } from './references.ts';
import * as schema from './schemas.ts';
import { type Problem, readYaml, type YamlFile } from './yaml-file.ts';

/** Everything under content/ in every language; `published` are the refs that users may see. */
export type Library = {
  checklists: Record<string, Record<Language, Checklist>>;
  published: string[];
  /** Every remedy in remedies.yaml, used or not. */
  remedyIds: string[];
};

type Translation = Exclude<Language, 'nl'>;
const translations = languages.filter((language): language is Translation => language !== 'nl');

/** Reads content/ under `root`. With problems the library is not to be used. */
export function readLibrary(root: string): { library: Library; problems: Problem[] } {
  const reader = new Reader(root);
  const shared = reader.shared();
  const library: Library = { checklists: {}, published: [], remedyIds: shared.remedies.nl.map((one) => one.id) };
  for (const file of checklistFiles(root)) {
    const read = reader.checklist(file, shared);
    if (!read) continue;
    library.checklists[read.ref] = read.byLanguage;
    if (read.published) library.published.push(read.ref);
  }
  return { library, problems: reader.problems };
}

const checklistFiles = (root: string) =>
  readdirSync(`${root}/content/checklists`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[a-z-]+[/\\]\d+\.yaml$/.test(name))
    .map((name) => `content/checklists/${name.replaceAll('\\', '/')}`)
    .sort();

type Words<S extends z.ZodType> = Record<Translation, z.output<S>>;
type Shared = {
  remedies: Record<Language, Remedy[]>;
  instruments: Record<Language, Instrument[]>;
  sources: Record<Language, Source[]>;
  dimensions: Record<Language, Dimension[]>;
  levels: Record<Language, Level[]>;
  context: Record<Language, { size: ContextQuestion; place: ContextQuestion; shifts: ContextQuestion }>;
};

class Reader {
  readonly problems: Problem[] = [];
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  shared(): Shared {
    const remedies = this.pair('remedies', schema.remediesFile, schema.remediesWords);
    const instruments = this.pair('instruments', schema.instrumentsFile, schema.instrumentsWords);
    const sources = this.pair('sources', schema.sourcesFile, schema.sourcesWords);
    const dimensions = this.pair('dimensions', schema.dimensionsFile, schema.dimensionsWords);
    const levels = this.pair('levels', schema.levelsFile, schema.levelsWords);
    const context = this.pair('context', schema.contextFile, schema.contextWords);
    return {
      remedies: this.listed(remedies, (one, words) => ({ ...one, ...words })),
      instruments: this.listed(instruments, (one, words) => ({
        ...one,
        ...words,
        amounts: this.amounts(one, words.amounts),
      })),
      sources: byLanguage(
        (sources.data ?? []) as Source[],
        (list, language) => list.map((one) => ({ ...one, ...sources.words[language]?.[one.id] })) as Source[],
      ),
      dimensions: this.listed(dimensions, (one, words) => ({ ...one, ...words })),
      levels: byLanguage((levels.data ?? []) as Level[], (list, language) =>
        list.map((one) => ({ ...one, ...this.word(levels, language, String(one.number)) }) as Level),
      ),
      context: byLanguage((context.data ?? emptyContext) as Shared['context']['nl'], (nl, language) => {
        const words = context.words[language] as z.output<typeof schema.contextWords> | undefined;
        if (!words) return nl;
        return {
          size: this.question(nl.size, words.size, context.file(language)),
          place: this.question(nl.place, words.place, context.file(language)),
          shifts: this.question(nl.shifts, words.shifts, context.file(language)),
        };
      }),
    };
  }

  /** One checklist in every language, or null where the file itself cannot be read. */
  checklist(file: string, shared: Shared) {
    const nl = this.read(file, schema.checklistFile);
    if (!nl.data) return null;
    const data = nl.data;
    const ref = `${data.sector}@${data.version}`;
    this.problems.push(...danglingReferences(file, nl, shared));
    const make = (language: Language): Checklist => {
      const words =
        language === 'nl' ? null : this.read(file.replace('.yaml', `.${language}.yaml`), schema.checklistWords).data;
      const wordsFile = file.replace('.yaml', `.${language}.yaml`);
      const items = data.sections.flatMap((section) =>
        section.items.map((one) => ({ ...toItem(one), dimension: section.dimension })),
      );
      const localItems = words ? items.map((one) => this.translated(one, words, wordsFile)) : items;
      return {
        ref,
        sector: data.sector,
        version: data.version,
        language,
        name: words?.name ?? data.name,
        tagline: words?.tagline ?? data.tagline,
        icon: data.icon,
        context: {
          subSector: words
            ? this.question(data.context.subSector, words.context.subSector, wordsFile)
            : plain(data.context.subSector),
          targetJob: words
            ? this.question(data.context.targetJob, words.context.targetJob, wordsFile)
            : plain(data.context.targetJob),
          ...shared.context[language],
        },
        dimensions: shared.dimensions[language],
        levels: shared.levels[language],
        items: localItems,
        contradictions: data.contradictions.map((one) => ({
          ...one,
          topic: words
            ? (words.contradictions[one.id] ?? this.missing(wordsFile, `contradictions.${one.id}`))
            : one.topic,
        })),
        ...used(localItems, data.sector, shared, language),
      };
    };
    const all = Object.fromEntries(languages.map((language) => [language, make(language)]));
    return { ref, published: data.status === 'published', byLanguage: all as Record<Language, Checklist> };
  }

  private translated(item: Item, words: schema.ChecklistWords, file: string): Item {
    const own = words.items[item.id];
    if (!own) {
      this.missing(file, `items.${item.id}`);
      return item;
    }
    const { legal, naReasons, ...rest } = own;
    if (item.legal && !legal) this.missing(file, `items.${item.id}.legal`);
    return {
      ...item,
      ...rest,
      legal: item.legal && { ...item.legal, article: legal ?? item.legal.article },
      naReasons: item.naReasons.map((one) => ({
        id: one.id,
        label: naReasons[one.id] ?? this.missing(file, `items.${item.id}.naReasons.${one.id}`),
      })),
    };
  }

  private question(nl: ContextQuestionFile, words: WordsOfQuestion | undefined, file: string): ContextQuestion {
    if (!words) return plain(nl);
    return plain({
      question: words.question,
      help: words.help,
      options: nl.options.map((one) => ({
        id: one.id,
        label: words.options[one.id]?.label ?? this.missing(file, `options.${one.id}`),
        help: words.options[one.id]?.help,
      })),
    });
  }

  private amounts(one: { id: string; amounts: { text: string; year: number }[] }, words: string[]) {
    if (words.length !== one.amounts.length) this.missing('content/instruments', `${one.id}.amounts`);
    return one.amounts.map((amount, i) => ({ ...amount, text: words[i] ?? amount.text }));
  }

  /** A list of content/<name>.yaml in every language, each entry joined with its own words. */
  private listed<T extends { id: string }, W>(
    pair: {
      name: string;
      data: T[] | null;
      words: Partial<Record<Translation, Record<string, W>>>;
      file: (l: string) => string;
    },
    join: (one: T, words: W) => T,
  ): Record<Language, T[]> {
    return byLanguage(pair.data ?? [], (list, language) => {
      const words = pair.words[language] ?? {};
      for (const id of Object.keys(words))
        if (!list.some((one) => one.id === id))
          this.problems.push({ file: pair.file(language), line: 1, message: `${id}: no such id in ${pair.name}.yaml` });
      return list.map((one) => {
        const own = words[one.id];
        if (own) return join(one, own);
        this.missing(pair.file(language), one.id);
        return one;
      });
    });
  }

  private word<W>(
    pair: { words: Partial<Record<Translation, Record<string, W>>>; file: (l: string) => string },
    language: Translation,
    id: string,
  ) {
    const own = pair.words[language]?.[id];
    if (!own) this.missing(pair.file(language), id);
    return own;
  }

  private pair<S extends z.ZodType, W extends z.ZodType>(name: string, data: S, words: W) {
    const file = (language: string) => `content/${name}.${language}.yaml`;
    return {
      name,
      file,
      data: this.read(`content/${name}.yaml`, data).data,
      words: Object.fromEntries(
        translations.map((language) => [language, this.read(file(language), words).data ?? {}]),
      ) as Words<W>,
    };
  }

  private read<S extends z.ZodType>(file: string, of: S): YamlFile<z.output<S>> {
    try {
      const read = readYaml(this.root, file, of);
      this.problems.push(...read.problems);
      return read;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.problems.push({ file, line: 1, message: 'this file is missing' });
      return { data: null, problems: [], line: () => 1 };
    }
  }

  private missing(file: string, what: string): string {
    this.problems.push({ file, line: 1, message: `${what}: the words are missing` });
    return '';
  }
}

type ContextQuestionFile = schema.ChecklistFile['context']['subSector'];
type WordsOfQuestion = schema.ChecklistWords['context']['subSector'];

const emptyQuestion = { question: '', options: [] };
const emptyContext = { size: emptyQuestion, place: emptyQuestion, shifts: emptyQuestion };
function toItem(one: schema.ChecklistFile['sections'][number]['items'][number]): Omit<Item, 'dimension'> {
  const top = one.kind === 'prerequisite' ? ('in-place' as const) : ('tackled' as const);
  return plain({ ...one, remedies: one.remedies.map((link) => ({ id: link.id, to: link.to ?? top })) }) as Omit<
    Item,
    'dimension'
  >;
}

/** Leaves undefined keys out, so that data survives JSON unchanged. */
const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as never;

function byLanguage<T>(nl: T, translate: (nl: T, language: Translation) => T): Record<Language, T> {
  return Object.fromEntries([['nl', nl], ...translations.map((one) => [one, translate(nl, one)])]) as Record<
    Language,
    T
  >;
}

/** The remedies, instruments and sources a checklist needs. */
function used(items: Item[], sector: string, shared: Shared, language: Language) {
  const remedyIds = new Set(items.flatMap((one) => one.remedies.map((link) => link.id)));
  const remedies = shared.remedies[language].filter((one) => remedyIds.has(one.id));
  const instrumentIds = new Set(remedies.flatMap((one) => one.instruments));
  const instruments = shared.instruments[language].filter(
    (one) => instrumentIds.has(one.id) && (one.sectors.length === 0 || (one.sectors as string[]).includes(sector)),
  );
  const sourceIds = new Set([
    ...items.flatMap((one) => [...one.sources, ...(one.legal ? [one.legal.source] : [])]),
    ...instruments.map((one) => one.source),
  ]);
  return { remedies, instruments, sources: shared.sources[language].filter((one) => sourceIds.has(one.id)) };
}
