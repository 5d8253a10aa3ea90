import type { Logger } from 'pino';
import type { Store } from '#app/data/store.server.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';

/** What a job may use: the part of the services that is not about a request. */
export type JobContext = {
  store: Store;
  baseUrl: string;
  /** Whether mail can be sent. */
  mail: boolean;
  /** Whether this is the demo: then it is the demo's hand-ins that are counted. */
  demo: boolean;
  translate: Record<Language, Translate>;
  now: () => Date;
  newId: () => string;
  newToken: () => string;
  hash: (text: string) => string;
  seal: (text: string) => string;
  unseal: (sealed: string) => string | null;
  log: Logger;
};
