import { listAssessmentsOf } from '#app/data/assessment.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import type { Checklist, LevelNumber } from '#app/domain/checklist.ts';
import { assessmentLeavesOn } from '#app/domain/retention.ts';
import { readState } from './assessment-state.server.ts';
import { placementsHere } from './host-placements.server.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';
import { wayOf } from './report.server.ts';
import { findVisit, type Visit } from './visit.server.ts';

/** One workplace of an employer as it stands beside the others. */
export type Workplace = {
  id: string;
  label: string;
  sector: string;
  targetJob: string;
  level: LevelNumber;
  levelName: string;
  /** The newest hand-in, if there is one. */
  handedIn: { level: number; levelName: string; day: string } | null;
  /** The first step of the shortest way; null at the top, or where no way leads on. */
  first: string | null;
  mayAnswer: boolean;
  /** On this floor: how many, in which phases, and whether one of them waits for the workplace. */
  placements: { count: number; phases: string; waits: boolean };
  leaves: string;
};

/** The workplaces that an organisation keeps, by their label. */
export async function readWorkplaces(
  { services, organisation, language }: OrganisationVisit,
  request: Request,
): Promise<Workplace[]> {
  const kept = await listAssessmentsOf(services.store, organisation.id);
  const visits = await Promise.all(kept.map(({ id }) => findVisit(services, request, id, language)));
  const workplaces = await Promise.all(visits.filter((one) => one !== null).map(toWorkplace));
  return workplaces.sort((a, b) => a.label.localeCompare(b.label, language) || (a.id < b.id ? -1 : 1));
}

async function toWorkplace(visit: Visit): Promise<Workplace> {
  const { assessment, checklist, language } = visit;
  const state = await readState(visit);
  const [newest] = state.submissions;
  const placements = await placementsHere(visit, state);
  const way = wayOf(visit, state);
  const first = way.kind === 'way' ? way.steps[0]?.remedy : undefined;
  const targetJob =
    checklist.context.targetJob.options.find((one) => one.id === assessment.context.targetJob)?.label ?? '';
  return {
    id: assessment.id,
    label: assessment.label || targetJob || checklist.name,
    sector: checklist.name,
    targetJob,
    level: state.verdict.level,
    levelName: nameOf(checklist, state.verdict.level),
    handedIn: newest
      ? { level: newest.level, levelName: nameOf(checklist, newest.level), day: showDay(language, newest.at) }
      : null,
    first: checklist.remedies.find((one) => one.id === first)?.title ?? null,
    mayAnswer: visit.may('read-answers'),
    placements: {
      count: placements.length,
      phases: [...new Set(placements.map(({ phaseText }) => phaseText))].join(' · '),
      waits: placements.some(({ waits }) => waits),
    },
    leaves: showDay(language, assessmentLeavesOn(assessment.activeAt)),
  };
}

const nameOf = (checklist: Checklist, level: number): string =>
  checklist.levels.find((one) => one.number === level)?.name ?? '';
