import {
  type EditionRef,
  findVersionBefore,
  listEditionRefs,
  moveToVersion,
  type VersionRef,
} from '#app/data/version.server.ts';
import type { Answer } from '#app/domain/answer.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { type MovingLine, moveOver } from '#app/domain/moving.ts';
import type { ShownMove, ShownMoveAnswer, ShownMoveLine, ShownVerdict } from '#app/domain/shown-move.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { type AssessmentState, openAnswersOf } from './assessment-state.server.ts';
import { newestVersion } from './versions.server.ts';
import type { Visit } from './visit.server.ts';

/** A version beside the one of now, to which this assessment can go. */
type Beside = VersionRef & { checklist: Checklist };
export type VersionChoices = {
  next: Beside | null;
  back: Beside | null;
  /** A newer version stands ready, and the federation's edition does not follow it yet. */
  waits: boolean;
};

export const directions = ['next', 'back'] as const;
type Direction = (typeof directions)[number];

/** Where this assessment can go: one version on, and back to where it came from. */
export async function versionChoices(visit: Visit, state: AssessmentState): Promise<VersionChoices> {
  const { services, assessment, checklist } = visit;
  const hasNewer = newestVersion(services, checklist.sector) > checklist.version;
  const edition = await listEditionRefs(services.store, assessment.id);
  const next = hasNewer ? await beside(visit, edition, checklist.version + 1) : null;
  const came = await findVersionBefore(services.store, assessment.id, assessment.checklistRef);
  const hasLeft = !edition && state.earlier.some(({ version }) => version === checklist.version - 1);
  const back = came || hasLeft ? await beside(visit, edition, checklist.version - 1, came) : null;
  return { next, back, waits: hasNewer && edition !== null && next === null };
}

/** The newest version of its edition that follows this core, or the core itself where it is in no edition. */
async function beside(
  visit: Visit,
  edition: EditionRef[] | null,
  version: number,
  came?: string | null,
): Promise<Beside | null> {
  const { services, checklist, language } = visit;
  const core = `${checklist.sector}@${version}`;
  const own = edition?.filter((one) => one.core === core);
  const chosen = own && (own.find(({ ref }) => ref === came) ?? own.at(-1));
  const to = edition ? chosen : { ref: core, id: null };
  const found = to && (await services.findChecklist(to.ref, language));
  return to && found ? { ref: to.ref, editionVersionId: to.id, checklist: found } : null;
}

/** Moves on or back; false when there is nowhere to go, or somebody else moved it just now. */
export async function moveVersion(visit: Visit, state: AssessmentState, direction: Direction): Promise<boolean> {
  const { services, assessment, role } = visit;
  const to = (await versionChoices(visit, state))[direction];
  if (!to) return false;
  const line = {
    id: services.newId(),
    at: services.now(),
    who: role,
    what: 'log.moved-version',
    detail: { from: assessment.checklistRef, to: to.ref, version: String(to.checklist.version) },
  };
  return moveToVersion(services.store, assessment.id, assessment.checklistRef, to, line);
}

/** What moving there would bring, for the page. */
export function previewMove(visit: Visit, state: AssessmentState, to: Beside): ShownMove {
  const { assessment, checklist, services } = visit;
  const shown = [...new Set(state.answers.map(({ item }) => item))].flatMap((id) => openAnswersOf(state.answers, id));
  const moment = { context: assessment.context, now: services.now() };
  const whole = moveOver(state.answers, checklist, to.checklist, moment);
  const { lines } = moveOver(shown, checklist, to.checklist, moment);
  const kept = lines.filter(({ kind }) => kind === 'same');
  return {
    version: to.checklist.version,
    kept: kept.length,
    lines: lines.flatMap(drawLine),
    before: drawVerdict(whole.verdictBefore, checklist),
    after: drawVerdict(whole.verdictAfter, to.checklist),
  };
}

const drawVerdict = (verdict: Verdict, { version, levels }: Checklist): ShownVerdict => ({
  version,
  level: verdict.level,
  name: levels.find(({ number }) => number === verdict.level)?.name ?? '',
  best: verdict.bestLevel,
  open: verdict.open.length,
});

const drawLine = ({ kind, before, after, why, answers }: MovingLine): ShownMoveLine[] =>
  kind === 'same'
    ? []
    : [
        {
          key: [...before, ...after].map(({ id }) => id).join(' '),
          kind,
          why,
          before: before
            .map(({ id, title }) => ({ id, title, answers: answersTo(id, answers) }))
            .filter((one) => one.answers.length > 0),
          after: after.map(({ id, title }) => ({ id, title })),
        },
      ];

const answersTo = (id: string, answers: Answer[]): ShownMoveAnswer[] =>
  answers
    .filter(({ item }) => item === id)
    .map((one) => ({
      id: one.id,
      value: one.value,
      voice: one.voice,
      who: one.authorLabel,
      texts: [one.reasonText, one.note, one.proof].filter(Boolean),
    }));
