import type { Receipt } from '#app/data/deletion.server.ts';
import { addDays, brusselsDay } from '#app/domain/calendar.ts';
import { backupDays } from '#app/domain/retention.ts';
import type { Services } from './services.ts';

/** The receipt of a deletion that is about to be done. */
export function newReceipt({ newToken, now }: Services): Receipt {
  const at = now();
  return { id: newToken(), at, backupsUntil: addDays(brusselsDay(at), backupDays) };
}
