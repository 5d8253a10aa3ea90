import type { Voice } from '#app/domain/answer.ts';
import type { Context } from '#app/domain/context.ts';
import type { RoundKind } from '#app/domain/round.ts';
import { deLinde } from './de-linde.ts';
import { lindeLinen } from './linde-linen.ts';
import { lindeTrolleys } from './linde-trolleys.ts';
import { noorderkaai } from './noorderkaai.ts';
import { vanHove } from './van-hove.ts';

/** Answers of one person on one day: by item id, with what was typed beside a few of them. */
export type Answering = {
  kind: 'answers';
  daysAgo: number;
  /** The owner answers as hr with an empty name; a colleague has a function. */
  by: { voice: Voice; label: string };
  values: Record<string, string>;
  typed?: Record<string, { note?: string; proof?: string }>;
};
export type HandingIn = { kind: 'hand-in'; daysAgo: number; round: RoundKind; counted: 'yes' | '' };
/** A remedy taken on; `due` counts days from today, `done` says when and how it was seen. */
export type Planned = {
  remedy: string;
  owner: string;
  due: number;
  status: 'todo' | 'doing';
  note?: string;
  done?: { daysAgo: number; by: string; how: string };
};
export type Planning = { kind: 'plan'; daysAgo: number; actions: Planned[] };
export type Scene = Answering | HandingIn | Planning;

/** An invented employer, and what happened there so far, in order. */
export type CastMember = {
  /** Ten characters of domain/code.ts, easy to remember. */
  code: string;
  label: string;
  checklistRef: string;
  context: Context;
  /** Functions that got a link of their own to answer through. */
  colleagues: { label: string; voice: Voice }[];
  scenes: Scene[];
};

/** The people that developers, tests and demonstrations talk about: none of them exists. */
export const cast: CastMember[] = [deLinde, lindeLinen, lindeTrolleys, vanHove, noorderkaai];
