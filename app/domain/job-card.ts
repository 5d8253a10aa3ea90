import type { Language } from './checklist.ts';

/** A carved job on one sheet, all of it in words: what the job asks, nothing of who does it and no code. */
export type JobCard = {
  language: Language;
  /** YYYY-MM-DD. */
  day: string;
  title: string;
  /** Sector, host and place. */
  workplace: string;
  hours: string;
  tasks: { title: string; when: string; time: string; asks: string; care: string }[];
  asks: string[];
  redLines: string[];
  /** Headings and fixed sentences. */
  words: JobCardWords;
};

export const jobCardWords = [
  'brand',
  'kicker',
  'hours',
  'tasks',
  'task',
  'when',
  'time',
  'taskAsks',
  'asks',
  'noAsks',
  'redLines',
  'noRedLines',
  'noTasks',
  'about',
  'page',
] as const;
export type JobCardWords = Record<(typeof jobCardWords)[number], string>;
