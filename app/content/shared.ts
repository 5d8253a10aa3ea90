import type {
  ContextQuestions,
  Dimension,
  Instrument,
  Language,
  Level,
  Remedy,
  Source,
} from '#app/domain/checklist.ts';
import { compareWords, inEveryLanguage, readPair } from './pair.ts';
import { contextParity, instrumentParity, leftOver, listParity } from './parity.ts';
import { contextMistakes, instrumentMistakes, remedyMistakes, repeatedIds } from './references.ts';
import * as schema from './schemas.ts';
import { instrumentIn, listIn, questionIn } from './translation.ts';
import { mistakesAt, type Problem, type Read, together } from './yaml-file.ts';

/** What every checklist draws from, in every language. */
export type Shared = {
  remedies: Record<Language, Remedy[]>;
  instruments: Record<Language, Instrument[]>;
  sources: Record<Language, Source[]>;
  dimensions: Record<Language, Dimension[]>;
  levels: Record<Language, Level[]>;
  context: Record<Language, Pick<ContextQuestions, 'size' | 'place' | 'shifts'>>;
};

/** Reads the files directly in content/. */
export function readShared(root: string): Read<Shared> {
  const { value: pairs, problems } = readPairs(root);
  if (!pairs) return { value: null, problems };
  return { value: joined(pairs), problems: [...problems, ...problemsIn(pairs)] };
}

const readPairs = (root: string) =>
  together({
    remedies: readPair(root, 'content/remedies', schema.remediesFile, schema.remediesWords),
    instruments: readPair(root, 'content/instruments', schema.instrumentsFile, schema.instrumentsWords),
    sources: readPair(root, 'content/sources', schema.sourcesFile, schema.sourcesWords),
    dimensions: readPair(root, 'content/dimensions', schema.dimensionsFile, schema.dimensionsWords),
    levels: readPair(root, 'content/levels', schema.levelsFile, schema.levelsWords),
    context: readPair(root, 'content/context', schema.contextFile, schema.contextWords),
  });
type Pairs = NonNullable<ReturnType<typeof readPairs>['value']>;

const joined = ({ remedies, instruments, sources, dimensions, levels, context }: Pairs): Shared => ({
  remedies: inEveryLanguage(remedies.nl.data, remedies.words, listIn),
  instruments: inEveryLanguage(instruments.nl.data, instruments.words, (nl, words) => listIn(nl, words, instrumentIn)),
  sources: inEveryLanguage(sources.nl.data, sources.words, listIn),
  dimensions: inEveryLanguage(dimensions.nl.data, dimensions.words, listIn),
  levels: inEveryLanguage(levels.nl.data, levels.words, listIn),
  context: inEveryLanguage(context.nl.data, context.words, (nl, words) => ({
    size: questionIn(nl.size, words.size),
    place: questionIn(nl.place, words.place),
    shifts: questionIn(nl.shifts, words.shifts),
  })),
});

const problemsIn = ({ remedies, instruments, sources, dimensions, levels, context }: Pairs): Problem[] => [
  ...mistakesAt(remedies.nl, remedyMistakes(remedies.nl.data, instruments.nl.data)),
  ...mistakesAt(instruments.nl, instrumentMistakes(instruments.nl.data, sources.nl.data)),
  ...mistakesAt(sources.nl, repeatedIds(sources.nl.data)),
  ...mistakesAt(levels.nl, repeatedIds(levels.nl.data)),
  ...mistakesAt(context.nl, contextMistakes(context.nl.data)),
  ...compareWords(remedies, listParity),
  ...compareWords(instruments, instrumentParity),
  ...compareWords(sources, leftOver),
  ...compareWords(dimensions, listParity),
  ...compareWords(levels, listParity),
  ...compareWords(context, contextParity),
];
