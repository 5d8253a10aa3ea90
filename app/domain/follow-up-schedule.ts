import { addDays, addMonths } from './calendar.ts';

export const followUpMonths = [1, 3, 6, 12] as const;
/** Months after the first contract day on which both sides say how it goes (product: job coach's journey). */
export type FollowUpMonth = (typeof followUpMonths)[number];

export const followUpSides = ['employer', 'coach'] as const;
export type FollowUpSide = (typeof followUpSides)[number];

/** Days after the due day on which each mail goes. */
const mailDays = { due: 0, 'reminder-3': 3, 'reminder-10': 10 } as const;
export type FollowUpMailKind = keyof typeof mailDays;
/** In the order in which they go. */
export const followUpMailKinds = Object.keys(mailDays) as FollowUpMailKind[];

export type FollowUpMail = { month: FollowUpMonth; side: FollowUpSide; kind: FollowUpMailKind };

/** One side's form; `filledBy` is the other side where that side wrote it down for them. Days are YYYY-MM-DD. */
export type FilledFollowUp = { month: FollowUpMonth; side: FollowUpSide; filledBy: FollowUpSide; on: string };

/** What is known of the follow-ups of one placement. */
export type FollowUpHistory = {
  firstContractDay: string | null;
  closedOn: string | null;
  filled: FilledFollowUp[];
  sent: FollowUpMail[];
};

/** Overdue: more than ten days late, so that no reminder is left; `reminded-…`: by a mail that went. */
export type FollowUpState = 'not-due' | 'due' | 'reminded-3' | 'reminded-10' | 'overdue' | 'done';

export type FollowUp = {
  month: FollowUpMonth;
  side: FollowUpSide;
  dueOn: string;
  state: FollowUpState;
  /** Who filled it in, on which day, and whether that was not the side itself; null while it is not done. */
  filledBy: FollowUpSide | null;
  filledOn: string | null;
  byOtherSide: boolean;
};

/**
 * Every follow-up of both sides, by month. Without a first contract day there is none; after the placement closed only
 * those that are done are left.
 */
export function followUps(history: FollowUpHistory, today: string): FollowUp[] {
  const { firstContractDay } = history;
  if (firstContractDay === null) return [];
  return followUpMonths
    .flatMap((month) => followUpSides.map((side) => followUp(history, firstContractDay, month, side, today)))
    .filter(({ state }) => state === 'done' || !isClosed(history, today));
}

/**
 * The mails to send today: for each follow-up at most the latest that has come, so that a server that stood still does
 * not send three at once. Nothing for what is done, after closing, or once the next month's follow-up is due.
 */
export function followUpMailsDue(history: FollowUpHistory, today: string): FollowUpMail[] {
  return followUps(history, today)
    .filter(({ state, month }) => state !== 'done' && state !== 'not-due' && !isNextDue(history, month, today))
    .flatMap(({ month, side, dueOn }) => {
      const kind = latestMail(dueOn, today);
      const sent = history.sent.filter((mail) => mail.month === month && mail.side === side);
      return kind === null || sent.some((mail) => mailDays[mail.kind] >= mailDays[kind]) ? [] : [{ month, side, kind }];
    });
}

/** Whether the link of a month still opens: from its day until the next month's is due, or until closing. */
export const isLinkOpen = (history: FollowUpHistory, month: FollowUpMonth, today: string): boolean =>
  history.firstContractDay !== null &&
  today >= addMonths(history.firstContractDay, month) &&
  !isClosed(history, today) &&
  !isNextDue(history, month, today);

function followUp(
  { filled, sent }: FollowUpHistory,
  firstContractDay: string,
  month: FollowUpMonth,
  side: FollowUpSide,
  today: string,
): FollowUp {
  const isIts = (one: { month: FollowUpMonth; side: FollowUpSide }) => one.month === month && one.side === side;
  const dueOn = addMonths(firstContractDay, month);
  const form = filled.find(isIts);
  return {
    month,
    side,
    dueOn,
    state: form ? 'done' : openState(dueOn, sent.filter(isIts), today),
    filledBy: form?.filledBy ?? null,
    filledOn: form?.on ?? null,
    byOtherSide: form !== undefined && form.filledBy !== side,
  };
}

function openState(dueOn: string, sent: FollowUpMail[], today: string): FollowUpState {
  const went = (kind: FollowUpMailKind) => sent.some((mail) => mail.kind === kind);
  if (today < dueOn) return 'not-due';
  if (today > addDays(dueOn, mailDays['reminder-10'])) return 'overdue';
  if (went('reminder-10')) return 'reminded-10';
  return went('reminder-3') ? 'reminded-3' : 'due';
}

const isClosed = ({ closedOn }: FollowUpHistory, today: string): boolean => closedOn !== null && today >= closedOn;

function isNextDue({ firstContractDay }: FollowUpHistory, month: FollowUpMonth, today: string): boolean {
  const next = followUpMonths.find((one) => one > month);
  return next !== undefined && firstContractDay !== null && today >= addMonths(firstContractDay, next);
}

const latestMail = (dueOn: string, today: string): FollowUpMailKind | null =>
  followUpMailKinds.findLast((kind) => today >= addDays(dueOn, mailDays[kind])) ?? null;
