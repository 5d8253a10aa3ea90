import { addMonths, brusselsDay, endOfDay } from './calendar.ts';

/** A share with a job coach (product: job coach): the link goes to the first coach who opens it, whom the employer confirms. */
export type CoachShare = {
  expiresAt: Date | null;
  revokedAt: Date | null;
  boundAt: Date | null;
  confirmedAt: Date | null;
};

/** Handed over, opened by a coach who waits for the employer, open to that coach, or over. */
export type ShareState = 'offered' | 'waiting' | 'open' | 'ended';

export function shareState(share: CoachShare, now: Date): ShareState {
  if (share.revokedAt !== null || (share.expiresAt !== null && share.expiresAt <= now)) return 'ended';
  if (share.boundAt === null) return 'offered';
  return share.confirmedAt === null ? 'waiting' : 'open';
}

/** How many months a share may last; a year at most. */
export const shareMonths = ['1', '3', '6', '12'] as const;
export type ShareMonths = (typeof shareMonths)[number];
export const usualMonths: ShareMonths = '3';

/** The last moment of a share that lasts so many months from today. */
export const shareEnd = (now: Date, months: ShareMonths): Date => endOfDay(addMonths(brusselsDay(now), Number(months)));
