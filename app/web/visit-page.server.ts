import { listNotes } from '#app/data/coach-record.server.ts';
import { findRunningVisit } from '#app/data/visit.server.ts';
import { listFloorThresholds } from '#app/data/visit-entry.server.ts';
import { isSamePerson } from '#app/domain/answer.ts';
import { showDay, showTime } from '#app/domain/calendar.ts';
import type { Item } from '#app/domain/checklist.ts';
import { type FloorItem, type FloorThreshold, type RefusedEntry, standsOpen } from '#app/domain/floor-page.ts';
import { itemCode } from '#app/domain/progress.ts';
import { type CountedAnswers, meets } from '#app/domain/verdict.ts';
import { type AssessmentState, openAnswersOf, readState } from './assessment-state.server.ts';
import { markedTitle } from './edition-brand.ts';
import { ownCounted } from './own-view.server.ts';
import { titled } from './page.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import { findVisit } from './visit.server.ts';

/** Everything on the page of a visit: what is open at this host, for its coach alone. */
export async function readFloorPage(visit: PlacementVisit, request: Request, refused: RefusedEntry | null) {
  const { services, placement, language, today, t } = visit;
  const [running, notes, thresholds, items] = await Promise.all([
    findRunningVisit(services.store, placement.id),
    listNotes(services.store, placement.id),
    listFloorThresholds(services.store, placement.id, today),
    readFloorItems(visit, request),
  ]);
  const since = running?.startedAt ?? null;
  return {
    title: titled(t, t('visit.title', { code: placement.code })),
    placement: { id: placement.id, code: placement.code, host: hostOf(visit), job: placement.targetJob },
    closed: placement.closedOn !== null,
    today,
    since: since && moment(language, since),
    thresholds: thresholds.map(
      (one): FloorThreshold => ({
        ...one,
        seenOn: showDay(language, one.seenOn),
        newId: services.newId(),
        last: { by: one.last.by, at: one.last.at && moment(language, one.last.at) },
        rivals: one.rivals.map((rival) => ({ ...rival, at: rival.at && moment(language, rival.at) })),
      }),
    ),
    items,
    choices: visit.checklist.items.map((item) => ({ id: item.id, label: markedTitle(visit, item) })),
    notes: notes
      .filter(({ at }) => (since ? at >= since : true))
      .slice(0, 20)
      .reverse()
      .map((one) => ({ ...one, at: moment(language, one.at) })),
    ids: { threshold: services.newId(), note: services.newId() },
    refused,
  };
}

const hostOf = ({ placement: { hostName, place } }: PlacementVisit) => [hostName, place].filter(Boolean).join(' · ');

const moment = (language: string, at: Date | string) => `${showDay(language, at)}, ${showTime(language, at)}`;

/** Items to look at, for a coach who answers apart; null where the employer shares no assessment with this coach now. */
async function readFloorItems(visit: PlacementVisit, request: Request): Promise<FloorItem[] | null> {
  const { services, placement, language } = visit;
  if (!placement.assessmentId) return null;
  const host = await findVisit(services, request, placement.assessmentId, language);
  if (host?.role !== 'coach' || !host.may('answer')) return null;
  const state = await readState(host);
  const own = ownCounted(host, state);
  return state.items
    .map((item) => ({ item, shown: floorItem(visit, state, host.author, item) }))
    .filter(({ item, shown }) => shown.rivals.length > 1 || standsOpen(metBy(state, own, item, shown)))
    .map(({ shown }) => shown);
}

const metBy = ({ counted }: AssessmentState, own: CountedAnswers, item: Item, { answered }: FloorItem) => ({
  answered,
  metByWorkplace: meets(item, counted[item.id]),
  metByCoach: meets(item, own[item.id]),
});

function floorItem(visit: PlacementVisit, state: AssessmentState, author: string, item: Item) {
  const { services, language } = visit;
  const own = openAnswersOf(state.answers, item.id).filter(
    (one) => one.voice === 'job-coach' && isSamePerson(one.author, author),
  );
  const shown = own.at(-1);
  const answered = own.some(({ value }) => value !== 'unanswered');
  const { id, kind, anchors } = item;
  return {
    item: { id, title: markedTitle(visit, item), kind, anchors },
    code: itemCode(state.sections, id),
    answered,
    counted: answered ? (state.counted[id]?.value ?? null) : null,
    newId: services.newId(),
    base: own.map((one) => one.id).join(' '),
    value: shown && shown.value !== 'unanswered' ? shown.value : '',
    note: shown?.note ?? '',
    rivals:
      own.length < 2
        ? []
        : own.map((one) => ({
            ...{ id: services.newId(), value: one.value, note: one.note, by: one.authorLabel },
            at: moment(language, one.at),
          })),
  };
}
