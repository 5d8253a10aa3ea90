import { listGuidance, listNotes } from '#app/data/coach-record.server.ts';
import { findPerson } from '#app/data/person.server.ts';
import { findPlacement, listEvents, type StoredPlacement } from '#app/data/placement.server.ts';
import { listNeeds } from '#app/data/placement-need.server.ts';
import { listThresholds, listTried } from '#app/data/placement-threshold.server.ts';
import { listPlannedVisits } from '#app/data/planned-visit.server.ts';
import { addMonths, brusselsDay, showClock, showDay, showShortDay } from '#app/domain/calendar.ts';
import { todayList } from '#app/domain/caseload.ts';
import type { FollowUp } from '#app/domain/follow-up-schedule.ts';
import { isHeld, movesFrom, onwards } from '#app/domain/placement-step.ts';
import { inOrderOfWeight, type PlacementThreshold, type TriedRemedy } from '#app/domain/placement-threshold.ts';
import { placementRetentionMonths } from '#app/domain/retention.ts';
import { markedTitle } from './edition-brand.ts';
import { followUpList } from './follow-up-list.server.ts';
import { hoursInWords } from './hours-in-words.ts';
import { titled } from './page.ts';
import { personPage } from './person-page.server.ts';
import { drawItems, drawWaivers, type Footing, readFooting } from './placement-basis.server.ts';
import { eventLine } from './placement-event.ts';
import { drawPhases } from './placement-phase.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { itemTitle } from './versions.server.ts';
import { allowed } from './visit.server.ts';

/** What every page of a placement tells its header: whose menu it shows, and which placement this is. */
export async function placementFrame(visit: PlacementVisit, heading: string) {
  const { placement, t, role } = visit;
  const title = titled(t, `${placement.code} · ${heading}`);
  return { title, placement: placement.id, code: placement.code, role, ...(await placementMenu(visit)) };
}

/** Whose menu a page of a placement shows: that of its coach, or that of the workplace. */
export async function placementMenu({ services, person, placement, workplace, t, role }: PlacementVisit) {
  if (person && (role === 'coach' || role === 'manager')) {
    const { menu } = await personPage({ services, t, person }, '');
    return { menu, assessment: null, may: [], hasPlacements: false };
  }
  return {
    menu: null,
    assessment: placement.assessmentId,
    may: workplace ? allowed(workplace) : [],
    hasPlacements: true,
  };
}

/** What everyone at a placement may read: code, job, phase and dates. */
async function readShared(visit: PlacementVisit) {
  const { services, language, t, placement, today, role } = visit;
  const side = role === 'coach' ? 'coach' : 'host';
  const [events, followUps] = await Promise.all([listEvents(services.store, placement.id, side), followUpList(visit)]);
  return {
    job: placement.targetJob,
    route: t(`route.${placement.route}`),
    phase: placement.phase,
    phases: drawPhases(visit, placement, events, today),
    erasedOn: placement.assessmentErasedOn && showDay(language, placement.assessmentErasedOn),
    withoutSelfScan: placement.legalTicked.length > 0,
    closedOn: placement.closedOn && showDay(language, placement.closedOn),
    history: events.map((event) => eventLine(t, language, event)),
    followUps,
  };
}

/** The whole page as the coach reads it. */
export async function coachPage(visit: PlacementVisit) {
  const { services, language, t, placement } = visit;
  const { store } = services;
  const [shared, footing, visits, notes, guidance, thresholds, needs, earlier] = await Promise.all([
    readShared(visit),
    readFooting(visit),
    listPlannedVisits(store, [placement.id]),
    listNotes(store, placement.id),
    listGuidance(store, placement.id),
    drawThresholds(visit),
    listNeeds(store, placement.id),
    placement.previousId ? findPlacement(store, placement.previousId) : null,
  ]);
  return {
    kind: 'coach' as const,
    ...shared,
    host: placement.hostName,
    place: placement.place,
    shared: visit.workplace !== null,
    assessment: placement.assessmentId,
    next: nextMove(visit, footing),
    asks: asksToday(
      visit,
      visits.map(({ on }) => on),
      shared.followUps,
    ),
    waivers: drawWaivers(footing),
    thresholds,
    items: itemChoices(visit, footing),
    visits: visits.map((one) => ({
      id: one.id,
      day: showShortDay(language, one.on),
      time: showClock(language, one.time),
      purpose: one.purpose || t('placement.visit'),
      begun: one.startedAt !== null,
      late: one.on < visit.today,
    })),
    notes: notes.map(({ id, text, at }) => ({ id, text, day: showDay(language, at) })),
    guidance: guidance.map((one) => ({
      id: one.id,
      day: showDay(language, one.on),
      time: hoursInWords(t, one.minutes),
      kind: t(`guidance.${one.kind}`),
    })),
    total: hoursInWords(
      t,
      guidance.reduce((sum, { minutes }) => sum + minutes, 0),
    ),
    needs: needs.length,
    needsSharedOn: placement.needsSharedOn && showDay(language, placement.needsSharedOn),
    earlier: earlier && { id: earlier.id, code: earlier.code, mine: earlier.coachId === visit.person?.id },
    ending: ending(visit),
  };
}

/** What asks for the coach at this placement today, as in the caseload. */
function asksToday({ placement, language, today }: PlacementVisit, visits: string[], followUps: FollowUp[]) {
  const line = {
    ...placement,
    host: placement.hostName,
    visits,
    followUps,
    lastEventOn: brusselsDay(placement.activeAt),
  };
  return todayList([line], today)
    .flatMap(({ reasons }) => reasons)
    .map(({ urgency, day }) => ({ urgency, day: showDay(language, day) }));
}

/** The page as the workplace reads it: code, job, phase, dates, what is met on its own floor, shared needs. */
export async function hostPage(visit: PlacementVisit) {
  const { services, placement, language } = visit;
  const [shared, footing, thresholds, needs] = await Promise.all([
    readShared(visit),
    readFooting(visit),
    drawThresholds(visit),
    placement.needsSharedOn ? listNeeds(services.store, placement.id) : ([] as string[]),
  ]);
  const { needs: known } = services.findGuidance(language);
  return {
    kind: 'host' as const,
    ...shared,
    dates: {
      stageStart: placement.stageStart && showDay(language, placement.stageStart),
      firstContractDay: placement.firstContractDay && showDay(language, placement.firstContractDay),
    },
    thresholds,
    items: itemChoices(visit, footing),
    needs: known.filter(({ id }) => needs.includes(id)).map(({ id, title, meaning }) => ({ id, title, meaning })),
    waivers: drawWaivers(footing),
    held: heldBeforeStage(visit, footing),
    mayWaive: visit.may('waive'),
  };
}

/** The page as an owner of the coach's organisation reads it: enough to hand it over. */
export async function managerPage({ services, placement, t }: PlacementVisit) {
  const coach = placement.coachId ? await findPerson(services.store, placement.coachId) : null;
  return {
    kind: 'manager' as const,
    host: [placement.hostName, placement.place].filter(Boolean).join(', '),
    phase: t(`phase.${placement.phase}`),
    coach: coach?.email ?? null,
  };
}

/** The essential items that hold the stage, as long as it has not begun; a legal one cannot be waived. */
function heldBeforeStage({ placement }: PlacementVisit, footing: Footing) {
  if (footing.basis.kind !== 'self-scan' || !['preparation', 'matching'].includes(placement.phase)) return [];
  const held = footing.basis.held.map(({ item }) => item);
  return drawItems(footing, held);
}

/** The step onwards, with what it asks; null once closed. */
function nextMove({ placement, role, today, t }: PlacementVisit, { basis }: Footing) {
  const moves = movesFrom({ placement, role, ticked: [], outcome: null, outcomeReason: null, basis, today });
  const move = onwards(moves, placement.phase);
  if (!move) return null;
  return {
    to: move.to,
    name: t(`phase.${move.to}`),
    checks: move.checks,
    held: basis.kind === 'self-scan' && isHeld(move.reasons),
    unticked: basis.kind === 'no-self-scan' && isHeld(move.reasons) ? basis.unticked.length : 0,
  };
}

/** Thresholds met on the way with what was tried, heaviest first. */
export async function drawThresholds(visit: PlacementVisit) {
  const { services, placement, checklist, language } = visit;
  const [thresholds, tried] = await Promise.all([
    listThresholds(services.store, placement.id),
    listTried(services.store, placement.id),
  ]);
  const titleOf = (list: { id: string; title: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.title ?? null;
  const drawTried = (one: TriedRemedy) => ({
    id: one.id,
    text: titleOf(checklist.remedies, one.remedy) ?? one.text,
    more: one.remedy ? one.text : '',
    day: showDay(language, one.triedOn),
    helped: one.helped,
  });
  return inOrderOfWeight(thresholds).map((one: PlacementThreshold) => ({
    id: one.id,
    text: one.text,
    weight: one.weight,
    item: itemTitle(visit, one.item),
    itemId: one.item,
    seen: showDay(language, one.seenOn),
    seenOn: one.seenOn,
    lowered: one.loweredOn && showDay(language, one.loweredOn),
    side: one.side,
    version: one.version,
    rival: one.rival && { ...one.rival, seen: showDay(language, one.rival.seenOn) },
    tried: tried.filter(({ thresholdId }) => thresholdId === one.id).map(drawTried),
  }));
}
const itemChoices = (visit: PlacementVisit, { items }: Footing) =>
  items.map((item) => ({ id: item.id, label: markedTitle(visit, item) }));

/** How it closed, and when the rest is erased; null while it is open. */
function ending({ placement, services, language }: PlacementVisit) {
  if (!placement.closedOn) return null;
  const { outcomes, reasons } = services.findGuidance(language);
  const labelOf = (list: { id: string; label: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.label ?? '';
  return {
    outcome: labelOf(outcomes, placement.outcome),
    reason: labelOf(reasons, placement.outcomeReason),
    note: placement.outcomeNote,
    erased: showDay(language, eraseDay(placement.closedOn)),
    movedOn: placement.outcome === 'moved-host',
  };
}

const eraseDay = (closedOn: NonNullable<StoredPlacement['closedOn']>) => addMonths(closedOn, placementRetentionMonths);
