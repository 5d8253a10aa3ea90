import type { Checklist, Item, SectorId } from '#app/domain/checklist.ts';
import { type Context, itemsFor } from '#app/domain/context.ts';
import { shortestWay, type Way } from '#app/domain/shortest-way.ts';
import type { SubmissionFacts } from '#app/domain/submission.ts';
import { type CountedAnswers, judge } from '#app/domain/verdict.ts';
import type { CrowdEdition } from './crowd-edition.ts';
import { fixedNumber, pick, type Random, seededRandom, weighed } from './random.ts';

/** The rows of one invented workplace. */
export type CrowdWorkplace = ReturnType<typeof workplaceOf>;

type Employer = {
  id: string;
  account: boolean;
  sector: SectorId;
  subSector: string;
  size: string;
  place: string;
  left: number;
};

const employers = 700;
const quarters = 8;
const day = 24 * 60 * 60_000;
const sizes = [
  ['5-9', 14],
  ['10-19', 17],
  ['20-49', 24],
  ['50-99', 18],
  ['100-249', 15],
  ['250-plus', 9],
  ['unknown', 3],
] as const;
const places = [
  ['antwerp', 27],
  ['east-flanders', 23],
  ['west-flanders', 18],
  ['flemish-brabant', 16],
  ['limburg', 12],
  ['outside-flanders', 2],
  ['unknown', 2],
] as const;
const sectors = [
  ['care', 50],
  ['retail', 30],
  ['logistics', 20],
] as const;

/** Employers with their workplaces, the same for the same random numbers. */
export function inventCrowd(
  count: number,
  checklists: Record<SectorId, Checklist>,
  edition: CrowdEdition,
  now: Date,
  random: Random,
) {
  const all = Array.from({ length: employers }, (_, index) => employerOf(index, checklists, random));
  const workplaces = Array.from({ length: count }, (_, index) => {
    const open = all.filter(({ left }) => left > 0);
    const employer = index < all.length ? (all[index] as Employer) : pick(random, open.length > 0 ? open : all);
    employer.left -= 1;
    return workplaceOf(index, employer, checklists[employer.sector], edition, now);
  });
  const organisations = all
    .filter(({ account }) => account)
    .map(({ id }, index) => ({
      id,
      kind: 'employer' as const,
      name: `Demo: verzonnen werkgever ${index + 1}`,
      demo: true,
      createdAt: new Date(now.getTime() - quarters * 91 * day),
    }));
  return { organisations, workplaces };
}

function employerOf(index: number, checklists: Record<SectorId, Checklist>, random: Random): Employer {
  const sector = weighed(random, sectors);
  const kinds = checklists[sector].context.subSector.options.map(({ id }) => id);
  // The first kinds of a sector are its most frequent ones.
  const subSector = weighed(
    random,
    kinds.map((id, place) => [id, kinds.length - place] as const),
  );
  return {
    id: `demo-crowd-employer-${index}`,
    account: random() < 2 / 3,
    sector,
    subSector,
    size: weighed(random, sizes),
    place: weighed(random, places),
    left: 1 + Math.floor(random() * 6),
  };
}

function workplaceOf(index: number, employer: Employer, checklist: Checklist, edition: CrowdEdition, now: Date) {
  const random = seededRandom(index + 1);
  const id = `demo-crowd-${index}`;
  const context = contextOf(employer, checklist, random);
  const quartersAgo = weighed(
    random,
    Array.from({ length: quarters }, (_, ago) => [ago, quarters - ago] as const),
  );
  const at = new Date(now.getTime() - (quartersAgo * 91 + random() * 90 + 0.1) * day);
  const { facts, remedies } = answersOf(employer, context, checklist, quartersAgo, random);
  const ours = edition !== null && employer.sector === 'care' && fixedNumber(employer.id) < 1 / 3;
  const counting = { countingKey: `${employer.id}-key`, checklistRef: checklist.ref, context };
  return {
    assessment: {
      ...counting,
      id,
      language: 'nl' as const,
      label: '',
      codeHash: null,
      demo: true,
      createdAt: at,
      // Quiet workplaces are removed after a year: these were looked at today.
      activeAt: now,
      organisationId: employer.account ? employer.id : null,
      editionVersionId: ours ? edition.editionVersionId : null,
    },
    round: { assessmentId: id, number: 1, kind: 'baseline' as const, startedAt: at },
    submission: {
      ...counting,
      id: `${id}-hand-in`,
      assessmentId: id,
      round: 1,
      at,
      language: 'nl' as const,
      level: facts.level,
      counted: true,
      sector: employer.sector,
      editionId: ours ? edition.editionId : null,
      facts,
      report: { format: 'toolbox-doorstroom/report', version: 1, demo: true },
    },
    actions: random() < 4 / 7 ? actionsOf(id, remedies, checklist, at, random) : [],
  };
}

const contextOf = ({ subSector, size, place }: Employer, { context }: Checklist, random: Random): Context => ({
  subSector,
  size,
  place,
  targetJob: pick(random, context.targetJob.options).id,
  shifts: [pick(random, context.shifts.options).id],
});

function answersOf({ subSector, size }: Employer, context: Context, checklist: Checklist, ago: number, random: Random) {
  const items = itemsFor(checklist, context);
  const large = sizes.findIndex(([one]) => one === size) * 0.01;
  const readiness = 0.4 + 0.62 * random() - 0.03 * ago + large;
  const values = Object.fromEntries(items.map((item) => [item.id, drawAnswer(item, subSector, readiness, random)]));
  const counted = Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, listedReason: false, disputed: false, expired: false }]),
  ) as CountedAnswers;
  const verdict = judge(checklist.levels, items, counted);
  const way = shortestWay(checklist.levels, items, counted, checklist.remedies);
  const facts: SubmissionFacts = {
    level: verdict.level,
    assessable: verdict.assessable,
    provisional: verdict.provisional,
    dimensions: Object.fromEntries(
      verdict.dimensions.map(({ id, score }) => [id, { met: score.met, best: score.best, total: score.total }]),
    ),
    items: values,
    way: liftedBy(way),
    seconds: Object.fromEntries(items.map(({ id }) => [id, Math.round(20 + 50 * fixedNumber(id) + 30 * random())])),
  };
  return { facts, remedies: way.kind === 'way' ? way.steps.map(({ remedy }) => remedy) : [] };
}

const liftedBy = (way: Way): string[] =>
  way.kind === 'way' ? [...new Set(way.steps.flatMap(({ lifts }) => lifts.map(({ item }) => item)))] : [];

/**
 * What a later level needs is harder, duties in law and essential questions are met more often; each question is harder for
 * one kind of employer than for another.
 */
function drawAnswer(item: Item, subSector: string, readiness: number, random: Random): string {
  if (random() < 0.02) return 'unknown';
  const own = 0.15 * fixedNumber(item.id) + 0.2 * fixedNumber(`${item.id} ${subSector}`);
  const ease = item.legal ? 0.45 : item.essential ? 0.2 : 0;
  const gone = item.kind === 'threshold' ? 0.25 : 0;
  const hard = own + 0.17 * (item.neededBy - 2) - ease - gone;
  const drawn = readiness - hard + 0.3 * (random() - 0.5);
  const step = drawn > 0.58 ? 3 : drawn > 0.42 ? 2 : drawn > 0.25 ? 1 : 0;
  const anchors =
    item.kind === 'prerequisite'
      ? ['not-yet', 'started', 'largely', 'in-place']
      : ['untouched', 'partly', 'tackled', 'absent'];
  return anchors[step] as string;
}

function actionsOf(assessmentId: string, remedies: string[], checklist: Checklist, at: Date, random: Random) {
  return remedies.slice(0, 1 + Math.floor(random() * 3)).map((id, index) => {
    const remedy = checklist.remedies.find((one) => one.id === id);
    const done = random() < 0.35;
    return {
      id: `${assessmentId}-action-${index}`,
      assessmentId,
      remedy: id,
      title: remedy?.title ?? id,
      status: done ? ('done' as const) : ('doing' as const),
      instrument: random() < 0.6 ? (remedy?.instruments[0] ?? null) : null,
      items: [],
      step: index + 1,
      doneBy: done ? 'Teamleider' : '',
      doneAt: done ? at.toISOString().slice(0, 10) : null,
      doneHow: done ? 'Gezien op de werkplek.' : '',
      createdAt: at,
      updatedAt: at,
    };
  });
}
