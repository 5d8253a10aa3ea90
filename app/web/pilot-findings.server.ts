import type { Checklist } from '#app/domain/checklist.ts';
import type { FoundRemedy, FoundThreshold } from '#app/domain/pilot-findings.ts';
import type { PilotReportBlock, PilotReportPart } from '#app/domain/pilot-report.ts';
import type { PilotStory, ShownCount } from '#app/domain/pilot-story.ts';
import { listBlock, type StoryReader, titleOf } from './pilot-reader.ts';

/** What the story comes down to: the answer, what was tried, what was found and what to do; nothing of what is not there. */
export const summaryOf = (reader: StoryReader, story: PilotStory): PilotReportBlock[] => {
  const { t } = reader;
  const said = (what: 'question' | 'answer') =>
    story[what] ? [{ heading: t(`pilot-story.${what}`), tag: '', text: story[what], lists: [] }] : [];
  const listed = (what: string, points: string[]) =>
    points.length > 0 ? [listBlock(t(`pilot-story.sum-${what}`), points)] : [];
  return [
    ...said('question'),
    ...said('answer'),
    ...listed('tried', triedLines(reader, story)),
    ...listed('found', foundLines(reader, story)),
    ...listed(
      'do',
      story.lessons.filter(({ kind }) => kind === 'advice').map(({ note }) => note),
    ),
  ];
};

function triedLines(reader: StoryReader, { phases, thresholds }: PilotStory): string[] {
  const { t } = reader;
  const all = thresholds.flatMap(({ remedies }) => remedies).filter(({ remedy }) => remedy !== null);
  const done = phases.filter(({ status }) => status === 'done').length;
  const titles = (found: FoundRemedy[]) => [...new Set(found.map(({ remedy }) => remedyTitle(reader, remedy)))];
  const said = (what: string, remedies: string[]) =>
    remedies.length > 0 ? [t(`pilot-story.sum-${what}`, { remedies: remedies.join('; ') })] : [];
  return [
    ...(done > 0 ? [t('pilot-story.sum-phases', { done, of: phases.length })] : []),
    ...(all.length > 0 ? [t('pilot-story.sum-remedies', { count: titles(all).length })] : []),
    ...said('helped', titles(all.filter(({ helped }) => helped.includes('yes') && !helped.includes('no')))),
    ...said('failed', titles(all.filter(({ helped }) => helped.includes('no') && !helped.includes('yes')))),
  ];
}

function foundLines(reader: StoryReader, story: PilotStory): string[] {
  const { t, checklist } = reader;
  const { prerequisites, thresholds } = story;
  const named = (what: 'lacking' | ThresholdState, items: string[]) =>
    items.length > 0 ? [t(`pilot-story.sum-${what}`, { items: items.join(' ') })] : [];
  return [
    ...(prerequisites.length > 0 ? [t('pilot-story.sum-prerequisites', counted(prerequisites))] : []),
    ...named(
      'lacking',
      unsolved(prerequisites).map(({ item }) => titleOf(checklist, item)),
    ),
    ...(thresholds.length > 0 ? [t('pilot-story.sum-thresholds', counted(thresholds))] : []),
    ...(['ended', 'standing', 'not-lowered'] as const).flatMap((state) =>
      named(
        state,
        thresholds
          .filter((one) => stateOf(story, one) === state)
          .flatMap(({ item }) => (item ? [gapTitle(checklist, item)] : [])),
      ),
    ),
    ...throughflowLines(reader, story),
  ];
}

/** `ended`: left so when the placement ended; everyone only reads that it was not lowered. */
type ThresholdState = 'lowered' | 'ended' | 'standing' | 'not-lowered';
const thresholdStates: ThresholdState[] = ['lowered', 'ended', 'standing', 'not-lowered'];

function stateOf({ reader }: PilotStory, { solved, ended }: FoundThreshold): ThresholdState {
  if (solved) return 'lowered';
  if (reader === 'everyone') return 'not-lowered';
  return ended ? 'ended' : 'standing';
}

const unsolved = <T extends { solved: boolean }>(all: T[]): T[] => all.filter(({ solved }) => !solved);

const counted = (all: { solved: boolean }[]) => ({
  count: all.length,
  solved: all.filter(({ solved }) => solved).length,
});

/** What was missing, what was met on the way and what helped, and how far people came. */
export const drawFindings = (reader: StoryReader, story: PilotStory): PilotReportPart[] => [
  prerequisitePart(reader, story),
  thresholdPart(reader, story),
  {
    id: 'throughflow',
    heading: reader.t('pilot-story.throughflow'),
    intro: '',
    blocks: throughflowLines(reader, story).length > 0 ? [listBlock('', throughflowLines(reader, story))] : [],
  },
];

function prerequisitePart({ t, checklist }: StoryReader, story: PilotStory): PilotReportPart {
  const named = (solved: boolean) =>
    story.prerequisites.filter((one) => one.solved === solved).map(({ item }) => titleOf(checklist, item));
  const levels = story.reader === 'partners' ? story.workplaces : [];
  const blocks = [
    ...(levels.length > 0
      ? [
          listBlock(
            t('pilot-story.levels'),
            levels.map(({ first, last }) => levelLine(t, checklist, first, last)),
          ),
        ]
      : []),
    ...([true, false] as const).flatMap((solved) =>
      named(solved).length > 0
        ? [listBlock(t(solved ? 'pilot-story.in-place-now' : 'pilot-story.not-yet'), named(solved))]
        : [],
    ),
  ];
  return {
    id: 'prerequisites',
    heading: t('pilot-story.prerequisites'),
    intro: t('pilot-story.prerequisites-intro'),
    blocks,
  };
}

function levelLine(t: StoryReader['t'], { levels }: Checklist, first: number, last: number): string {
  const name = (number: number) => levels.find((one) => one.number === number)?.name ?? '';
  return first === last
    ? t('pilot-story.level', { level: first, name: name(first) })
    : t('pilot-story.level-rose', { first, firstName: name(first), last, lastName: name(last) });
}

/** Where something was tried it has a place of its own; the others stand together. */
function thresholdPart(reader: StoryReader, story: PilotStory): PilotReportPart {
  const { t } = reader;
  const { thresholds } = story;
  const named = ({ item }: FoundThreshold) =>
    item ? gapTitle(reader.checklist, item) : t('pilot-story.other-threshold');
  const tried = thresholds.filter(({ remedies }) => remedies.length > 0);
  const blocks = tried.map((one) => ({
    heading: named(one),
    tag: t(`pilot-story.threshold-${stateOf(story, one)}`),
    text: '',
    lists: [{ label: t('pilot-story.tried'), points: one.remedies.map((remedy) => triedLine(reader, remedy)) }],
  }));
  const untried = thresholds.filter(({ remedies }) => remedies.length === 0);
  const others = thresholdStates.flatMap((state) => {
    const points = untried.filter((one) => stateOf(story, one) === state).map(named);
    return points.length > 0 ? [listBlock(t(`pilot-story.others-${state}`), points)] : [];
  });
  return {
    id: 'thresholds',
    heading: t('pilot-story.thresholds'),
    intro: t('pilot-story.thresholds-intro'),
    blocks: [...blocks, ...others],
  };
}

const triedLine = (reader: StoryReader, { remedy, helped }: FoundRemedy): string =>
  reader.t('pilot-story.tried-line', {
    remedy: remedyTitle(reader, remedy),
    helped: helped.map((word) => reader.t(`pilot-helped.${word}`)).join(', '),
  });

function throughflowLines(reader: StoryReader, story: PilotStory): string[] {
  const { t, services, language } = reader;
  if (story.reader === 'everyone') {
    const { placements, hired } = story.throughflow;
    return [...publicLine(t, 'placements', placements), ...publicLine(t, 'hired', hired)];
  }
  const { placements, hired, phases, outcomes } = story.throughflow;
  if (placements === 0) return [];
  const { outcomes: known } = services.findGuidance(language);
  return [
    t('pilot-story.placements', { count: placements, hired }),
    ...phases.map(({ phase, count }) => t('pilot-story.in-phase', { count, phase: t(`phase.${phase}`) })),
    ...outcomes.map(({ outcome, count }) =>
      t('pilot-story.ended', { count, outcome: known.find(({ id }) => id === outcome)?.label ?? outcome }),
    ),
  ];
}

function publicLine(t: StoryReader['t'], what: 'placements' | 'hired', count: ShownCount): string[] {
  if (count === 'none') return [];
  return [count === 'fewer-than-ten' ? t(`pilot-story.few-${what}`) : t(`pilot-story.about-${what}`, { count })];
}

/** A threshold is its own statement; of a prerequisite it is what lacks. */
const gapTitle = ({ items }: Checklist, id: string): string => {
  const item = items.find((one) => one.id === id);
  return (item?.kind === 'prerequisite' ? item.negative : item?.title) ?? id;
};
const remedyTitle = ({ t, checklist }: StoryReader, id: string | null): string =>
  checklist.remedies.find((one) => one.id === id)?.title ?? t('pilot-story.own-remedy');
