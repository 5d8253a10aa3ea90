import { findFollowUpByToken, readFollowUps } from '#app/data/follow-up.server.ts';
import { isCoachMailStopped } from '#app/data/mail-stop.server.ts';
import { findPlacement, type StoredPlacement } from '#app/data/placement.server.ts';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { FollowUpForm } from '#app/domain/follow-up.ts';
import { type FollowUpRecord, standingRecord } from '#app/domain/follow-up-record.ts';
import {
  type FollowUpMonth,
  type FollowUpSide,
  followUpMonths,
  followUpSides,
  followUps,
  isLinkOpen,
} from '#app/domain/follow-up-schedule.ts';
import type { Translate } from '#app/domain/words.ts';
import { requireLanguage } from './language.ts';
import { type PlacementVisit, requirePlacement } from './placement-visit.server.ts';
import type { Services } from './services.ts';

/** Somebody at the form of one side in one month: that side itself, or the coach for the employer. */
export type FollowUpVisit = {
  services: Services;
  language: Language;
  t: Translate;
  placement: StoredPlacement;
  month: FollowUpMonth;
  side: FollowUpSide;
  filledBy: FollowUpSide;
  records: FollowUpRecord[];
  form: FollowUpForm;
  dueOn: string;
};

type Asked = { request: Request; params: { lang?: string; token?: string }; context: { services: Services } };
type AskedAtPlacement = Asked & { params: { placement?: string; month?: string } };

/**
 * The employer at its form by the mailed link, or 404. The link opens while its address is the host's, from the day of
 * its month until the next month's is due or the placement closes.
 */
export async function requireFollowUpLink({ params, context: { services } }: Asked): Promise<FollowUpVisit> {
  const language = requireLanguage(params);
  const { store, hash, now } = services;
  const link = await findFollowUpByToken(store, hash(params.token ?? ''));
  const placement = link && (await findPlacement(store, link.placementId));
  if (!placement || hash(placement.hostEmail) !== link.mailedToHash) throw notFound();
  const { records, history } = await readFollowUps(store.read, store, placement);
  if (!isLinkOpen(history, link.month, brusselsDay(now()))) throw notFound();
  return formVisit({
    services,
    language,
    placement,
    month: link.month,
    side: 'employer',
    filledBy: 'employer',
    records,
  });
}

/** Coach or host, signed in or by their assessment, at a form that is due; the coach may fill in the employer's. */
export async function requireFollowUp(asked: AskedAtPlacement): Promise<FollowUpVisit> {
  const visit = await requirePlacement(asked, 'fill-in-follow-up');
  const { services, language, placement } = visit;
  const { records, history } = await readFollowUps(services.store.read, services.store, placement);
  const filledBy = sideOf(visit);
  const side = askedSide(asked.request, filledBy);
  const month = followUpMonths.find((one) => String(one) === asked.params.month);
  const shown = followUps(history, visit.today).find((one) => one.month === month && one.side === side);
  const mayFillIn = side === filledBy || (filledBy === 'coach' && !isFilledBySide(records, month, side));
  if (!month || !shown || shown.state === 'not-due' || placement.closedOn !== null || !mayFillIn) throw notFound();
  return formVisit({ services, language, placement, month, side, filledBy, records });
}

/** Whose side somebody at a placement is on. */
export const sideOf = ({ role }: Pick<PlacementVisit, 'role'>): FollowUpSide =>
  role === 'coach' || role === 'manager' ? 'coach' : 'employer';

const askedSide = (request: Request, own: FollowUpSide): FollowUpSide =>
  followUpSides.find((one) => one === new URL(request.url).searchParams.get('side')) ?? own;

const isFilledBySide = (records: FollowUpRecord[], month: FollowUpMonth | undefined, side: FollowUpSide): boolean =>
  month !== undefined && standingRecord(records, month, side)?.filledBy === side;

const formVisit = (visit: Omit<FollowUpVisit, 't' | 'form' | 'dueOn'>): FollowUpVisit => ({
  ...visit,
  t: visit.services.translate[visit.language],
  form: visit.services.findGuidance(visit.language).followUp[visit.side],
  dueOn: addMonths(visit.placement.firstContractDay as string, visit.month),
});

/** Whether this visitor is a coach who stopped the mails about these follow-ups. */
export const hasStoppedMail = async ({ role, person, placement, services }: PlacementVisit): Promise<boolean> =>
  role === 'coach' && person !== null && isCoachMailStopped(services.store, placement.id, person.id);

const notFound = () => new Response(null, { status: 404 });
