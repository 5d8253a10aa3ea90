import type { ShareScope } from '#app/domain/access.ts';
import type { DemoPerson } from '#app/domain/demo-person.ts';
import type { OrganisationKind } from '#app/domain/organisation.ts';
import type { WorkerAnswer } from '#app/domain/worker-question.ts';
import type { Answering } from './cast.ts';
import { deLinde } from './de-linde.ts';
import { lindeLinen } from './linde-linen.ts';
import { lindeTrolleys } from './linde-trolleys.ts';

/** An invented organisation with its one owner and the workplaces it keeps, by code. */
export type DemoOrganisation = {
  kind: OrganisationKind;
  name: string;
  daysAgo: number;
  owner: { person: DemoPerson; label: string };
  workplaces: { code: string; daysAgo: number }[];
};

export const organisations: DemoOrganisation[] = [
  {
    kind: 'employer',
    name: 'Demo: De Linde',
    daysAgo: 690,
    owner: { person: 'hr', label: 'Personeelsdienst' },
    workplaces: [
      { code: lindeTrolleys.code, daysAgo: 654 },
      { code: lindeLinen.code, daysAgo: 88 },
      { code: deLinde.code, daysAgo: 8 },
    ],
  },
  {
    kind: 'coaching',
    name: 'Demo: jobcoaching Het Windscherm',
    daysAgo: 700,
    owner: { person: 'coach', label: 'Jobcoach' },
    workplaces: [],
  },
];

/** Every floor of De Linde is shared with the coach, who is let in the same day; a share ends after a year. */
export const shares: { code: string; daysAgo: number; scope: ShareScope[]; months: string }[] = [
  { code: lindeTrolleys.code, daysAgo: 648, scope: ['plan'], months: '12' },
  { code: lindeTrolleys.code, daysAgo: 280, scope: ['plan'], months: '12' },
  { code: lindeLinen.code, daysAgo: 80, scope: ['plan', 'notes'], months: '12' },
  { code: deLinde.code, daysAgo: 4, scope: ['plan'], months: '3' },
];

/** What the coach saw in the kitchen: three times something else than the employer. */
export const coachView: { code: string } & Pick<Answering, 'daysAgo' | 'values' | 'typed'> = {
  code: deLinde.code,
  daysAgo: 3,
  values: {
    'visits-planned': 'in-place',
    'task-card': 'not-yet',
    'tasks-shift': 'untouched',
    'welcome-practised': 'started',
    'guide-ready': 'not-yet',
  },
  typed: {
    'task-card': { note: 'Ik zag een lijst met taken, maar niet wat bij deze job nooit mag.' },
    'tasks-shift': { proof: 'Aan de afwas sprong iemand van de koude keuken bij, midden in een andere taak.' },
  },
};

const inOrder = ['yes', 'partly', 'no', 'unknown'] as const;

/** How many of the ten devices in the kitchen gave each answer: yes, partly, no, don't know. */
const heard: Record<string, [number, number, number, number]> = {
  'who-to-ask': [7, 2, 1, 0],
  'shown-how': [8, 2, 0, 0],
  'own-tasks': [6, 3, 1, 0],
  'finish-first': [2, 3, 5, 0],
  'time-to-learn': [4, 4, 1, 1],
  'hours-known': [9, 1, 0, 0],
  'bus-in-time': [3, 1, 4, 2],
  'help-with-loads': [7, 2, 0, 1],
  'easy-words': [5, 4, 1, 0],
  'talk-afterwards': [4, 3, 1, 2],
};

/** What ten devices on the floor of the kitchen say, each its own set. */
export const workersHeard: { code: string; daysAgo: number; replies: Record<string, WorkerAnswer>[] } = {
  code: deLinde.code,
  daysAgo: 2,
  replies: Array.from({ length: 10 }, (_, device) =>
    Object.fromEntries(Object.entries(heard).map(([question, counts]) => [question, answerOf(counts, device)])),
  ),
};

function answerOf(counts: number[], device: number): WorkerAnswer {
  const answers = inOrder.flatMap((answer, index) => Array<WorkerAnswer>(counts[index] ?? 0).fill(answer));
  return answers[device] ?? 'unknown';
}
