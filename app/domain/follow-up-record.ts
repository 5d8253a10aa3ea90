import type { FilledFollowUp, FollowUpMonth, FollowUpSide } from './follow-up-schedule.ts';

/** What one side said in a month, as somebody wrote it: the side itself, or the other side for them. */
export type FollowUpRecord = {
  month: FollowUpMonth;
  side: FollowUpSide;
  filledBy: FollowUpSide;
  /** Ids of options by question. */
  answers: Record<string, string>;
  note: string;
  /** Day on which its last step was sent, YYYY-MM-DD; null while it is not whole. */
  on: string | null;
};
type Asked = Pick<FollowUpRecord, 'month' | 'side' | 'filledBy'>;

/** The record that stands for a side: its own once it is whole, else what the other side wrote down for it. */
export function standingRecord(
  records: FollowUpRecord[],
  month: FollowUpMonth,
  side: FollowUpSide,
): FollowUpRecord | null {
  const whole = records.filter((one) => one.month === month && one.side === side && one.on !== null);
  return whole.find((one) => one.filledBy === side) ?? whole[0] ?? null;
}

/** The follow-ups that are done, as the schedule asks for them. */
export const filledFollowUps = (records: FollowUpRecord[]): FilledFollowUp[] =>
  records
    .filter((one) => standingRecord(records, one.month, one.side) === one)
    .map(({ month, side, filledBy, on }) => ({ month, side, filledBy, on: on as string }));

/** Where a proposed answer comes from: the other side wrote it down for them this month, or they said it last time. */
export type ProposedFrom = 'other-side' | 'last-time';
/** `chosen` is what the form starts with, `proposed` what is marked in it; null: nothing. */
export type StartingAnswer = { chosen: string | null; proposed: { option: string; from: ProposedFrom } | null };

/** Asked about the time since the last follow-up: what was said then is shown, and not chosen again beforehand. */
const askedAnew = ['changed'];

/** What a question starts with: what its writer gave this month, else what is proposed to keep or change. */
export function startingAnswer(records: FollowUpRecord[], asked: Asked, question: string): StartingAnswer {
  const given = ownRecord(records, asked)?.answers[question] ?? null;
  const source = proposal(records, asked);
  const option = source?.record.answers[question];
  const proposed = source && option !== undefined ? { option, from: source.from } : null;
  const mayStart = proposed !== null && !(proposed.from === 'last-time' && askedAnew.includes(question));
  return { chosen: given ?? (mayStart ? proposed.option : null), proposed };
}

/** The note so far, and the note of the last time; a note is never taken over by itself. */
export const startingNote = (records: FollowUpRecord[], asked: Asked): { note: string; earlier: string } => ({
  note: ownRecord(records, asked)?.note ?? '',
  earlier: proposal(records, asked)?.record.note ?? '',
});

/** What this writer gave so far, whole or not. */
export const ownRecord = (records: FollowUpRecord[], { month, side, filledBy }: Asked): FollowUpRecord | null =>
  records.find((one) => one.month === month && one.side === side && one.filledBy === filledBy) ?? null;

function proposal(
  records: FollowUpRecord[],
  { month, side, filledBy }: Asked,
): { record: FollowUpRecord; from: ProposedFrom } | null {
  const now = standingRecord(records, month, side);
  if (now && now.filledBy !== filledBy) return { record: now, from: 'other-side' };
  const before = records
    .filter((one) => one.side === side && one.month < month && standingRecord(records, one.month, side) === one)
    .sort((one, other) => other.month - one.month)[0];
  return before ? { record: before, from: 'last-time' } : null;
}
