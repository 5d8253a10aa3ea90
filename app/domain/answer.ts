import type { AnchorValue, Item } from './checklist.ts';
import { prerequisiteValues, thresholdValues } from './checklist.ts';

export const voices = ['hr', 'team-lead', 'agreed', 'job-coach'] as const;
/** Who answers. `agreed` is the answer settled by the owner; `job-coach` looks along from outside. */
export type Voice = (typeof voices)[number];

/** Whether a voice answers for the workplace; what a job coach says is laid beside it and never scores. */
export const scores = (voice: Voice): boolean => voice !== 'job-coach';

export type AnswerValue = AnchorValue | 'unknown' | 'not-applicable';
/** What is stored: `unanswered` when only a note was written. */
export const storedValues = [
  ...prerequisiteValues,
  ...thresholdValues,
  'unknown',
  'not-applicable',
  'unanswered',
] as const;
export type StoredValue = (typeof storedValues)[number];

/** What one person says about one item, as stored; times in ISO 8601 UTC. */
export type Answer = {
  id: string;
  item: string;
  round: number;
  voice: Voice;
  /** Key of the browser that answered, or of a person: the same key replaces its own answer. */
  author: string;
  /** How that person is called on screen: a function, never a name. */
  authorLabel: string;
  value: StoredValue;
  /** One of the item's own reasons for *not applicable*, or null. */
  reasonId: string | null;
  /** An own reason in words. */
  reasonText: string;
  note: string;
  proof: string;
  at: string;
  /** Order of arrival over all answers of the assessment. */
  seq: number;
};

/** The anchors of an item's kind, worst first. */
export const anchorValues = (kind: Item['kind']): readonly AnchorValue[] =>
  kind === 'prerequisite' ? prerequisiteValues : thresholdValues;

/** Every value that may be answered to an item of this kind. */
export const allowedValues = (kind: Item['kind']): readonly AnswerValue[] =>
  kind === 'prerequisite' ? [...prerequisiteValues, 'unknown', 'not-applicable'] : [...thresholdValues, 'unknown'];

/** A device on which a person answers: an author of its own, so that what two devices say stays beside each other. */
export const deviceAuthor = (person: string, device: string): string => `${person}/${device}`;

/** Whether two authors are one person, perhaps on two devices. */
export const isSamePerson = (one: string, other: string): boolean => personOf(one) === personOf(other);

const personOf = (author: string): string => author.split('/')[0] ?? author;
