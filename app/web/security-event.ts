import type { Services } from './services.ts';

type Way = 'link' | 'passkey' | 'demo';

/** What an operator can look into afterwards: who (the id of a person), never an address, code, link or anything typed. */
export type SecurityEvent =
  | { event: 'signed-in'; way: Way; person: string }
  | { event: 'sign-in-refused'; way: Way }
  | { event: 'sign-in-too-often' }
  | { event: 'signed-out' | 'other-sessions-ended' | 'session-ended'; person: string }
  | { event: 'passkey-added' | 'passkey-removed'; person: string }
  | { event: 'code-refused' | 'code-too-often' | 'key-refused' };

/** One line of the log for what lets people in or keeps them out (ASVS 16.3). */
export function noteSecurity({ log }: Pick<Services, 'log'>, event: SecurityEvent): void {
  log.info(event, 'security');
}
