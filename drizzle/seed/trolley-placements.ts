import { lindeTrolleys } from './linde-trolleys.ts';
import {
  type DemoPlacement,
  type Fields,
  followUp,
  lowered,
  met,
  move,
  ontoFloor,
  type PlacementScene,
  tried,
} from './placement-scenes.ts';

const begin = { hostName: '', place: 'Afdeling 2', targetJob: '', route: 'trajectory', language: 'nl' };
const onwards = { check: [...ontoFloor, 'on-payroll'] };
const firstContractDay = { on: { months: -14, days: -20 } };

const asAgreed: Fields = {
  'tasks-match': 'same',
  'hours-match': 'same',
  'pace-match': 'same',
  'buddy-present': 'always',
  'guidance-time': 'fixed',
  changed: 'nothing',
  'next-step': 'go-on',
  note: '',
};
const bothSides = (daysAgo: number, month: 1 | 3 | 6 | 12, fields: Fields): PlacementScene[] => [
  followUp(daysAgo, month, 'coach', { ...asAgreed, ...fields }),
  followUp(daysAgo - 1, month, 'employer', { ...asAgreed, ...fields }),
];

const shifting = 'Is er iemand van de zorg afwezig, dan komen er taken bij.';
const asking = 'Bewoners en familie vragen onderweg om hulp.';
const onScreen = 'Welke kamer in isolatie is, staat alleen op het scherm van de zorg.';
const weekends = 'Werken in het weekend begon te vroeg: dan is de buddy er niet.';
const farewell = 'Na een overlijden wist niemand wie de collega van de karren opving.';

/** From the first talk to a year after the contract. */
const lasting: DemoPlacement = {
  host: lindeTrolleys.code,
  daysAgo: 640,
  begin,
  scenes: [
    move(615, 'matching'),
    move(540, 'stage', { ...onwards, stageStart: { on: { days: -538 } } }),
    met(528, 'high', 'tasks-shift', shifting),
    tried(526, shifting, 'start-up-hours', 'partly'),
    met(520, 'noticeable', 'family-contact', asking),
    tried(518, asking, 'badge-and-sentence', 'yes'),
    met(512, 'small', 'briefing-missed', onScreen),
    tried(508, onScreen, 'picture-briefing', 'yes'),
    tried(505, shifting, 'fixed-core-tasks', 'yes'),
    lowered(490, shifting),
    lowered(488, asking),
    lowered(470, onScreen),
    move(455, 'contract', { firstContractDay }),
    move(438, 'aftercare', { firstContractDay }),
    ...bothSides(410, 1, {}),
    met(405, 'noticeable', 'hard-shifts', weekends),
    tried(402, weekends, 'fixed-roster', 'no'),
    tried(380, weekends, 'day-shift-start', 'yes'),
    lowered(365, weekends),
    ...bothSides(353, 3, { 'hours-match': 'changed-together', 'guidance-time': 'as-agreed' }),
    move(350, 'follow-up'),
    met(300, 'noticeable', 'heavy-moments', farewell),
    tried(298, farewell, 'debrief-after-shock', 'partly'),
    ...bothSides(258, 6, { changed: 'people', 'guidance-time': 'as-agreed' }),
    ...bothSides(78, 12, { 'tasks-match': 'some-changed', 'buddy-present': 'as-agreed', 'guidance-time': 'as-agreed' }),
    move(75, 'closed', { closedOn: { on: { days: -75 } }, outcome: 'contract-lasting' }),
  ],
};

/** Stopped in the stage, because of the hours. */
const stopped: DemoPlacement = {
  host: lindeTrolleys.code,
  daysAgo: 630,
  begin,
  scenes: [
    move(602, 'matching'),
    move(535, 'stage', { ...onwards, stageStart: { on: { days: -531 } } }),
    met(515, 'high', 'hard-shifts', weekends),
    tried(512, weekends, 'fixed-roster', 'no'),
    move(497, 'closed', { closedOn: { on: { days: -497 } }, outcome: 'stage-stopped', outcomeReason: 'hours' }),
  ],
};

export const trolleyPlacements: DemoPlacement[] = [lasting, stopped];
