import { changePlacement, findPhase, type StoredPlacement } from '#app/data/placement.server.ts';
import { saveNeeds } from '#app/data/placement-need.server.ts';
import { dropStageHeldMail, findStageHeldMail } from '#app/data/stage-hold-mail.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { type Phase, phases } from '#app/domain/placement.ts';
import { moveInput, type PlacementMove } from '#app/domain/placement-input.ts';
import { checks } from '#app/domain/placement-moves.ts';
import {
  canMove,
  isHeld,
  type MoveReason,
  type MoveState,
  movesFrom,
  onwards,
  type PossibleMove,
} from '#app/domain/placement-step.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { legalItemsToTick, withoutSelfScan } from '#app/domain/stage-hold.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import { drawItems, drawLegal, drawWaivers, type Footing, readFooting } from './placement-basis.server.ts';
import { eventOf } from './placement-event.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { tellHost } from './stage-holding.server.ts';

/** What the page of moves shows: each step that may be tried from here, and what the chosen one asks. */
export async function movePage(visit: PlacementVisit, search: URLSearchParams) {
  const footing = await readFooting(visit);
  const { placement, services, language, t } = visit;
  const possible = movesFrom(stateOf(visit, footing, nothingTyped));
  const chosen = possible.find(({ to }) => to === search.get('to')) ?? onwards(possible, placement.phase);
  const { outcomes, reasons } = services.findGuidance(language);
  const told = await findStageHeldMail(services.store, placement.id);
  const typed = (name: string) => search.get(name) ?? '';
  return {
    phase: t(`phase.${placement.phase}`),
    moves: possible.map(({ to }) => ({ to, name: nameOf(visit, to) })),
    chosen: chosen && { ...drawMove(chosen), name: nameOf(visit, chosen.to), ...drawHold(visit, footing, chosen) },
    ticked: checks.filter((check) => search.getAll('check').includes(check)),
    dates: {
      stageStart: typed('stageStart') || (placement.stageStart ?? ''),
      firstContractDay: typed('firstContractDay') || (placement.firstContractDay ?? ''),
      closedOn: visit.today,
    },
    told: told && showDay(language, told),
    waivers: drawWaivers(footing),
    outcomes: outcomes.filter(({ after }) => (after as readonly Phase[]).includes(placement.phase)),
    reasons,
  };
}

const drawMove = ({ to, checks: asked, dates, reminders }: PossibleMove) => ({ to, checks: asked, dates, reminders });

/** Back to an earlier phase is called so. */
function nameOf({ placement, t }: PlacementVisit, to: Phase): string {
  if (to === 'closed') return t('move.to-closed');
  const isBack = phases.indexOf(to) < phases.indexOf(placement.phase);
  return t(isBack ? 'move.back-to' : 'move.to', { phase: t(`phase.${to}`) });
}

/** What holds a step onto the floor: unmet items, or legal duties to tick where there is no self-scan. */
function drawHold({ placement }: PlacementVisit, footing: Footing, { reasons }: PossibleMove) {
  const { basis } = footing;
  const held = isHeld(reasons);
  const ontoFloor = held || reasons.some((one) => one === 'move.check.insurance-and-safety');
  return {
    held:
      basis.kind === 'self-scan' && held
        ? drawItems(
            footing,
            basis.held.map(({ item }) => item),
          )
        : [],
    legal: basis.kind === 'no-self-scan' && ontoFloor ? drawLegal(footing) : [],
    legalTicked: placement.legalTicked,
  };
}

/** Takes a step, or only keeps which legal duties are in order; null when it is done. */
export async function moveOn(visit: PlacementVisit, posted: FormData): Promise<FailedForm | null> {
  const values = typedValues(posted, ['check', 'legal']);
  const form = checkForm(values, moveInput);
  if (!form.ok) return form;
  const footing = await readFooting(visit);
  if (posted.get('intent') === 'tick') return tickLegal(visit, footing, form.data);
  const state = stateOf(visit, footing, form.data);
  const { ok, reasons } = canMove(state, form.data.to);
  if (!ok) {
    await tellHost(visit, reasons);
    return { ok: false, values, errors: errorsOf(reasons, form.data) };
  }
  return (await move(visit, footing, form.data, state)) ? null : failForm(values, 'to', 'move.not-allowed');
}

const nothingTyped: Omit<PlacementMove, 'to'> = {
  check: [],
  legal: [],
  stageStart: '',
  firstContractDay: '',
  closedOn: '',
  outcome: '',
  outcomeReason: '',
  outcomeNote: '',
};

function stateOf(visit: PlacementVisit, footing: Footing, typed: Omit<PlacementMove, 'to'>): MoveState {
  const { placement, role, today, services, language } = visit;
  const { outcomes, reasons } = services.findGuidance(language);
  return {
    placement: {
      ...placement,
      stageStart: typed.stageStart || placement.stageStart,
      firstContractDay: typed.firstContractDay || placement.firstContractDay,
      closedOn: typed.closedOn || null,
    },
    role,
    ticked: typed.check,
    outcome: outcomes.find(({ id }) => id === typed.outcome) ?? null,
    outcomeReason: reasons.find(({ id }) => id === typed.outcomeReason)?.id ?? null,
    basis: footing.counted ? footing.basis : withoutSelfScan(footing.items, typed.legal),
    today,
  };
}

async function tickLegal(visit: PlacementVisit, footing: Footing, { legal }: PlacementMove): Promise<null> {
  const { services, placement } = visit;
  const event = eventOf(visit, 'placement.legal-ticked');
  await services.store.write((tx) =>
    changePlacement(tx, services.store, placement.id, { legalTicked: known(footing, legal) }, event),
  );
  return null;
}

/**
 * The step and its event together; closing erases the needs (product: job coach's journey). False when the placement is
 * no longer where the page showed it.
 */
async function move(visit: PlacementVisit, footing: Footing, typed: PlacementMove, state: MoveState): Promise<boolean> {
  const { services, placement, today } = visit;
  const { store } = services;
  const closes = typed.to === 'closed';
  const changes: Partial<StoredPlacement> = {
    phase: typed.to,
    since: today,
    stageStart: typed.stageStart || placement.stageStart,
    firstContractDay: typed.firstContractDay || placement.firstContractDay,
    ...(footing.counted ? {} : { legalTicked: mergedTicks(placement, known(footing, typed.legal)) }),
    ...(closes ? ending(typed, state.outcome?.lasting ?? false) : {}),
  };
  const detail = { from: placement.phase, phase: typed.to };
  const event = eventOf(visit, closes ? 'placement.closed' : 'placement.moved', detail);
  const moved = await store.write(async (tx) => {
    if ((await findPhase(tx, store, placement.id)) !== placement.phase) return false;
    await changePlacement(tx, store, placement.id, changes, event);
    await dropStageHeldMail(tx, store, placement.id);
    if (closes) await saveNeeds(tx, store, placement.id, []);
    return true;
  });
  // Busy readers can hold the log; the nightly clean-up empties it again.
  if (closes) await store.scrub().catch(() => undefined);
  return moved;
}

/** A contract that goes on has no reason why it stopped, also where one was chosen first. */
const ending = ({ closedOn, outcome, outcomeReason, outcomeNote }: PlacementMove, lasting: boolean) => ({
  closedOn,
  outcome,
  outcomeReason: lasting ? null : outcomeReason || null,
  outcomeNote,
  needsSharedOn: null,
});

const known = ({ items }: Footing, ticked: string[]) =>
  legalItemsToTick(items)
    .map(({ id }) => id)
    .filter((id) => ticked.includes(id));

/** A step that asks no legal duties leaves what was ticked before. */
const mergedTicks = ({ legalTicked }: StoredPlacement, ticked: string[]) => (ticked.length > 0 ? ticked : legalTicked);

/** Each reason beside the field that it is about. */
function errorsOf(reasons: MoveReason[], typed: PlacementMove): FailedForm['errors'] {
  return Object.fromEntries(reasons.map((reason) => [fieldOf(reason, typed), { type: 'server', message: reason }]));
}

function fieldOf(reason: MoveReason, typed: PlacementMove): string {
  const [, kind, name = ''] = reason.split('.');
  if (kind === 'check') return `check-${name}`;
  if (kind === 'held') return name === 'unticked' ? 'legal' : `held-${name}`;
  if (kind === 'outcome' || kind === 'outcome-too-early') return 'outcome';
  if (kind === 'outcome-reason') return 'outcomeReason';
  if (name === 'before-phase' || typed.to === 'closed') return 'closedOn';
  if (name === 'before-stage' || name === 'in-future') return 'firstContractDay';
  return kind === 'date' ? name : 'to';
}
