import { type Language, languages, type Source } from '#app/domain/checklist.ts';
import type { PilotContent } from '#app/domain/pilot-library.ts';
import { compareWords, inEveryLanguage, readPair } from './pair.ts';
import { entries } from './parity.ts';
import * as schema from './pilot-schemas.ts';
import { repeatedIds } from './references.ts';
import type { Shared } from './shared.ts';
import { listIn } from './translation.ts';
import { type Mistake, mistakesAt, type Problem, type Read, together } from './yaml-file.ts';

/** Reads the pilots of 2017-2018 and the phases of a new one, in every language; they point to `sources`. */
export function readPilots(root: string, sources: Shared['sources']): Read<Record<Language, PilotContent>> {
  const { value: files, problems } = readFiles(root);
  if (!files) return { value: null, problems };
  const found = problemsIn(files, sources.nl);
  return { value: found.length > 0 ? null : joined(files, sources), problems: [...problems, ...found] };
}

const readFiles = (root: string) =>
  together({
    pilots: readPair(root, 'content/pilots', schema.pilotsFile, schema.pilotsWords),
    phases: readPair(root, 'content/pilot-phases', schema.pilotPhasesFile, schema.pilotPhasesWords),
  });
type Files = NonNullable<ReturnType<typeof readFiles>['value']>;

function joined({ pilots, phases }: Files, sources: Shared['sources']): Record<Language, PilotContent> {
  const earlier = inEveryLanguage(pilots.nl.data, pilots.words, pilotsIn);
  const guide = inEveryLanguage(phases.nl.data, phases.words, phasesIn);
  const contents = languages.map((one) => [
    one,
    {
      earlier: {
        ...earlier[one],
        call: { ...earlier[one].call, source: sourceIn(sources[one], earlier[one].call.source) },
      },
      guide: { ...guide[one], sources: guide[one].sources.map((id) => sourceIn(sources[one], id)) },
    },
  ]);
  return Object.fromEntries(contents) as Record<Language, PilotContent>;
}

const sourceIn = (sources: Source[], id: string): Source => sources.find((one) => one.id === id) as Source;

const pilotsIn = (nl: schema.PilotsFile, words: schema.PilotsWords): schema.PilotsFile => ({
  ...nl,
  call: { ...nl.call, ...words.call },
  pilots: listIn(nl.pilots, words.pilots, (pilot, { happened, ...own }) => ({
    ...pilot,
    ...own,
    happened: listIn(pilot.happened, happened),
  })),
});

const phasesIn = (nl: schema.PilotPhasesFile, words: schema.PilotPhasesWords): schema.PilotPhasesFile => ({
  ...nl,
  synthesis: words.synthesis,
  phases: listIn(nl.phases, words.phases, (phase, { deliverables, ...own }) => ({
    ...phase,
    ...own,
    deliverables: phase.deliverables.map(({ id, label }) => ({ id, label: deliverables[id] ?? label })),
  })),
});

const problemsIn = ({ pilots, phases }: Files, sources: Source[]): Problem[] => [
  ...mistakesAt(pilots.nl, pilotMistakes(pilots.nl.data, sources)),
  ...mistakesAt(phases.nl, phaseMistakes(phases.nl.data, sources)),
  ...compareWords(pilots, pilotParity),
  ...compareWords(phases, phaseParity),
];

function pilotMistakes({ call, contractors, pilots }: schema.PilotsFile, sources: Source[]): Mistake[] {
  const sum = contractors.reduce((total, { amount }) => total + amount, 0);
  return [
    ...repeatedIds(contractors, ['contractors']),
    ...repeatedIds(pilots, ['pilots']),
    ...unknownSource(call.source, sources, ['call', 'source']),
    ...(sum === call.awarded
      ? []
      : [{ path: ['call', 'awarded'], message: `call.awarded: the amounts add up to ${sum}` }]),
    ...pilots.flatMap(({ id, contractor }, at) =>
      contractors.some((one) => one.id === contractor)
        ? []
        : [{ path: ['pilots', at, 'contractor'], message: `${id}: no contractor ${contractor}` }],
    ),
  ];
}

const phaseMistakes = ({ phases, sources: ids }: schema.PilotPhasesFile, sources: Source[]): Mistake[] => [
  ...repeatedIds(phases, ['phases']),
  ...phases.flatMap(({ deliverables }, at) => repeatedIds(deliverables, ['phases', at, 'deliverables'])),
  ...ids.flatMap((id, at) => unknownSource(id, sources, ['sources', at])),
];

const unknownSource = (id: string, sources: Source[], path: Mistake['path']): Mistake[] =>
  sources.some((one) => one.id === id) ? [] : [{ path, message: `no source ${id} in sources.yaml` }];

const pilotParity = (nl: schema.PilotsFile, words: schema.PilotsWords): Mistake[] => [
  ...(nl.call.aims.length === words.call.aims.length
    ? []
    : [{ path: ['call', 'aims'], message: `call.aims: expected ${nl.call.aims.length} texts, as in Dutch` }]),
  ...entries(nl.pilots, words.pilots, ['pilots'], (pilot, own, path) =>
    entries(pilot.happened, own.happened, [...path, 'happened']),
  ),
];

const phaseParity = (nl: schema.PilotPhasesFile, words: schema.PilotPhasesWords): Mistake[] =>
  entries(nl.phases, words.phases, ['phases'], (phase, own, path) =>
    entries(phase.deliverables, own.deliverables, [...path, 'deliverables']),
  );
