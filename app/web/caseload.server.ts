import { readFollowUpsOf } from '#app/data/follow-up.server.ts';
import type { Membership } from '#app/data/organisation.server.ts';
import { listPlacementsOf, listPlacementsOfOrganisation, type StoredPlacement } from '#app/data/placement.server.ts';
import { listOpenThresholds } from '#app/data/placement-threshold.server.ts';
import { listPlannedVisits } from '#app/data/planned-visit.server.ts';
import { canInOrganisation } from '#app/domain/access.ts';
import { addDays, brusselsDay, showClock, showDay, showShortDay } from '#app/domain/calendar.ts';
import {
  type CaseloadFilter,
  type CaseloadPlacement,
  filterCaseload,
  groupCaseload,
  nextAppointment,
  todayList,
} from '#app/domain/caseload.ts';
import { followUps } from '#app/domain/follow-up-schedule.ts';
import { heaviestOpen } from '#app/domain/placement-threshold.ts';
import type { SignedIn } from './person.server.ts';
import { drawPhase } from './placement-phase.ts';
import type { Services } from './services.ts';

type Known = Awaited<ReturnType<typeof readCaseload>>[number];
type Reader = Pick<SignedIn, 'services' | 'language' | 't'>;

/** The coaching organisations in which this person may begin a placement. */
export const coachingOf = (memberships: Membership[]): Membership[] =>
  memberships.filter(
    ({ organisation, role }) => organisation.kind === 'coaching' && canInOrganisation(role, 'start-placement'),
  );

/** The placements of a coach, narrowed, as today, this week and later, each once; and how many are closed. */
export async function caseloadOf(signedIn: SignedIn, memberships: Membership[], filter: CaseloadFilter) {
  const { services, person } = signedIn;
  const today = brusselsDay(services.now());
  const mine = (await listPlacementsOf(services.store, person.id)).filter(({ organisationId }) =>
    memberships.some(({ organisation }) => organisation.id === organisationId),
  );
  const known = await readCaseload(services, mine, today);
  const byId = new Map(known.map((one) => [one.line.id, one]));
  const shown = filterCaseload(
    known.map(({ line }) => line),
    filter,
    today,
  );
  const asking = todayList(shown, today);
  const groups = groupCaseload(shown, today);
  const asked = new Set(asking.map(({ placement }) => placement.id));
  const draw = ({ id }: CaseloadPlacement) => drawLine(signedIn, byId.get(id) as Known, today);
  const rest = (name: keyof typeof groups) => groups[name].filter(({ id }) => !asked.has(id)).map(draw);
  return {
    total: known.length,
    today: [
      ...asking.map(({ placement, reasons }) => ({
        ...draw(placement),
        reasons: reasons.map(({ urgency, day }) => ({ urgency, day: showDay(signedIn.language, day) })),
      })),
      ...rest('today'),
    ],
    week: rest('this-week'),
    later: rest('later'),
    closed: shown.filter(({ phase }) => phase === 'closed').map(draw),
  };
}

/** What an owner of a coaching organisation manages: the placements of colleagues, as lines. */
export async function managedBy({ services, person, t }: SignedIn, memberships: Membership[]) {
  const owned = coachingOf(memberships).filter(({ role }) => role === 'owner');
  const lines = await Promise.all(
    owned.map(({ organisation }) => listPlacementsOfOrganisation(services.store, organisation.id, person.id)),
  );
  return lines
    .flat()
    .filter(({ placement }) => placement.phase !== 'closed')
    .map(({ placement, coach }) => ({
      id: placement.id,
      code: placement.code,
      host: hostOf(placement),
      phase: t(`phase.${placement.phase}`),
      coach,
    }));
}

async function readCaseload({ store }: Services, placements: StoredPlacement[], today: string) {
  const ids = placements.map(({ id }) => id);
  const [visits, thresholds, known] = await Promise.all([
    listPlannedVisits(store, ids),
    listOpenThresholds(store, ids),
    readFollowUpsOf(store.read, store, placements),
  ]);
  const byPlacement = <T extends { placementId: string }>(rows: T[]) => Map.groupBy(rows, (one) => one.placementId);
  const visitsOf = byPlacement(visits);
  const thresholdsOf = byPlacement(thresholds);
  return placements.map((placement) => {
    const own = visitsOf.get(placement.id) ?? [];
    const history = known.get(placement.id)?.history;
    const line: CaseloadPlacement = {
      ...placement,
      host: hostOf(placement),
      visits: own.map(({ on }) => on),
      followUps: history ? followUps(history, today) : [],
      lastEventOn: brusselsDay(placement.activeAt),
    };
    return { placement, line, visits: own, thresholds: thresholdsOf.get(placement.id) ?? [] };
  });
}

function drawLine({ language, t }: Reader, { placement, line, visits, thresholds }: Known, today: string) {
  const day = nextAppointment(line);
  const visit = visits.find(({ on }) => on === day);
  const followUp = line.followUps.find((one) => one.side === 'coach' && one.state !== 'done' && one.dueOn === day);
  return {
    id: placement.id,
    code: placement.code,
    job: placement.targetJob,
    host: placement.hostName,
    place: placement.place,
    ...drawPhase({ language, t }, placement, line.followUps, today),
    next: day
      ? {
          day: dayWord(t, day, today) ?? showShortDay(language, day),
          time: visit ? showClock(language, visit.time) : '',
          what: visit ? visit.purpose || t('placement.visit') : t('placement.talk', { count: followUp?.month ?? 1 }),
        }
      : null,
    open: thresholds.length,
    heaviest: heaviestOpen(thresholds),
    reasons: [] as { urgency: string; day: string }[],
  };
}

const dayWord = (t: Reader['t'], day: string, today: string) =>
  day === today ? t('placement.today') : day === addDays(today, 1) ? t('placement.tomorrow') : null;

const hostOf = ({ hostName, place }: StoredPlacement) => [hostName, place].filter(Boolean).join(', ');
