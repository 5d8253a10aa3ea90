import type { Logger } from 'pino';
import type { Store } from '#app/data/store.server.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { Guidance } from '#app/domain/guidance.ts';
import type { Leaflet, LeafletEdition } from '#app/domain/leaflet.ts';
import type { Translate, Words } from '#app/domain/words.ts';
import type { CodeGuessing } from './code-guessing.ts';

/** What a request may use; made once at start, clock and randomness included, so that tests can bring their own. */
export type Services = {
  store: Store;
  /** The checklist of a ref such as care@1, or care@1+our-house@2 in an edition, in a language; null when there is none. */
  findChecklist: (ref: string, language: Language) => Promise<Checklist | null>;
  /** The same without the layer of an edition: only of a ref such as care@1. */
  findCore: (ref: string, language: Language) => Checklist | null;
  /** Refs of the checklists that can be started, newest version of each sector. */
  startable: string[];
  /** Needs, worker questions, outcomes, reasons and follow-up in a language. */
  findGuidance: (language: Language) => Guidance;
  /** The worker's page about the data of a placement. */
  leaflet: (edition: LeafletEdition) => Leaflet;
  words: Record<Language, Words>;
  translate: Record<Language, Translate>;
  baseUrl: string;
  secure: boolean;
  /** Whether mail can be sent. */
  mail: boolean;
  mailFrom: string;
  demo: boolean;
  /** Addresses of the toolbox's own editors. */
  editors: readonly string[];
  appVersion: string;
  now: () => Date;
  newId: () => string;
  /** A random secret for a link, 160 bits, safe in a URL. */
  newToken: () => string;
  /** A code of ten easy characters. */
  newCode: () => string;
  /** A code for a placement, such as Anker 42; another one may have it already. */
  newPlacementCode: () => string;
  /** Keyed hash of a secret, for storing. */
  hash: (secret: string) => string;
  /** Key that signs cookies. */
  cookieSecret: string;
  /** Seals a secret that must be written again later, such as the stop link of a digest. */
  seal: (text: string) => string;
  unseal: (sealed: string) => string | null;
  /** Limits on guessing codes. */
  guessing: CodeGuessing;
  /** Limits on links to sign in: a whole office may ask from one address, nobody's mailbox is flooded. */
  signInLimits: CodeGuessing;
  log: Logger;
};
