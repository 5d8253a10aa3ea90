import { lindeLinen } from './linde-linen.ts';
import { type DemoPlacement, type Fields, followUp, met, move, ontoFloor } from './placement-scenes.ts';
import { trolleyPlacements } from './trolley-placements.ts';

/** In the fourth week of the stage in the linen room: one threshold lowered, one half, one that stands. */
const inStage: DemoPlacement = {
  host: lindeLinen.code,
  daysAgo: 70,
  begin: { hostName: '', place: 'Linnenkamer', targetJob: '', route: 'trajectory', language: 'nl' },
  scenes: [
    move(55, 'matching'),
    {
      form: 'needs',
      daysAgo: 50,
      fields: {
        intent: 'pick',
        need: [
          'day-shift',
          'reachable-without-car',
          'fixed-tasks',
          'fixed-buddy',
          'spoken-instructions',
          'light-loads',
        ],
      },
    },
    { form: 'needs', daysAgo: 48, fields: { intent: 'share', agreedOn: { on: { days: -48 } } } },
    move(26, 'stage', { check: [...ontoFloor, 'on-payroll'], stageStart: { on: { days: -24 } } }),
    {
      form: 'record',
      daysAgo: 20,
      fields: { intent: 'guidance', guidedOn: { on: { days: -20 } }, minutes: '90', kind: 'on-floor' },
    },
    met(19, 'noticeable', 'tasks-shift', 'Op drukke dagen vraagt de afdeling om tussendoor een kar te brengen.'),
    {
      form: 'threshold',
      threshold: 'Op drukke dagen vraagt de afdeling om tussendoor een kar te brengen.',
      daysAgo: 16,
      fields: { intent: 'try', remedy: 'fixed-core-tasks', tried: '' },
    },
    met(14, 'high', 'travel-early', 'De eerste bus komt na het begin van de vroege shift.'),
    {
      form: 'record',
      daysAgo: 12,
      fields: { intent: 'guidance', guidedOn: { on: { days: -12 } }, minutes: '45', kind: 'conversation' },
    },
    {
      form: 'record',
      daysAgo: 12,
      fields: { intent: 'note', note: 'Met de buddy afgesproken: eerst de kar klaar, dan pas een nieuwe vraag.' },
    },
    met(9, 'small', 'briefing-missed', 'Wat vandaag anders is, staat alleen op het bord.'),
    {
      form: 'threshold',
      threshold: 'Wat vandaag anders is, staat alleen op het bord.',
      daysAgo: 7,
      fields: {
        intent: 'try',
        remedy: '',
        tried: 'De buddy overloopt het bord bij het begin van de shift.',
        helped: 'partly',
      },
    },
    {
      form: 'threshold',
      threshold: 'Op drukke dagen vraagt de afdeling om tussendoor een kar te brengen.',
      daysAgo: 6,
      fields: { intent: 'helped', helped: 'yes' },
    },
    {
      form: 'threshold',
      threshold: 'Op drukke dagen vraagt de afdeling om tussendoor een kar te brengen.',
      daysAgo: 6,
      fields: { intent: 'lower' },
    },
    {
      form: 'record',
      daysAgo: 1,
      fields: {
        intent: 'visit',
        visitOn: { on: 'later-this-week' },
        time: '10:00',
        purpose: 'Samen met de buddy kijken naar het vervoer in de ochtend',
      },
    },
  ],
};

const monthOne: Fields = {
  'tasks-match': 'same',
  'hours-match': 'changed-together',
  'pace-match': 'higher-at-times',
  'buddy-present': 'mostly',
  'guidance-time': 'fixed',
  changed: 'people',
  'next-step': 'go-on',
};

/** Hired, and followed up: month 1 is filled in on both sides, month 3 waits. */
const followedUp: DemoPlacement = {
  host: null,
  daysAgo: 250,
  begin: {
    hostName: 'Demo: tuincentrum Groenrand',
    place: 'Kweekserre',
    sector: 'retail',
    targetJob: 'Rekken en planten aanvullen',
    route: 'trajectory',
    language: 'nl',
  },
  scenes: [
    move(235, 'matching'),
    move(180, 'stage', { check: [...ontoFloor, 'on-payroll'], stageStart: { on: { days: -176 } } }),
    met(150, 'small', '', 'Bij veel volk vragen klanten de weg.'),
    {
      form: 'threshold',
      threshold: 'Bij veel volk vragen klanten de weg.',
      daysAgo: 145,
      fields: { intent: 'try', tried: 'Een kaartje met één zin, en een collega die overneemt.', helped: 'yes' },
    },
    move(105, 'contract', { firstContractDay: { on: { months: -3, days: -4 } } }),
    move(92, 'aftercare', { firstContractDay: { on: { months: -3, days: -4 } } }),
    followUp(58, 1, 'coach', { ...monthOne, note: 'De vaste buddy werkt nu in een ander team. Er is een vervanger.' }),
    followUp(57, 1, 'employer', { ...monthOne, 'pace-match': 'same' }),
    move(3, 'follow-up'),
  ],
};

/** Ended with the stage: the place was no longer there. */
const closed: DemoPlacement = {
  host: null,
  daysAgo: 220,
  begin: {
    hostName: 'Demo: verdeelcentrum Ganzenveer',
    place: 'Inpakzone',
    sector: 'logistics',
    targetJob: 'Dozen klaarzetten en vullen',
    route: 'job-seeker',
    language: 'nl',
  },
  scenes: [
    move(205, 'matching'),
    move(180, 'stage', { check: ontoFloor, stageStart: { on: { days: -178 } } }),
    met(160, 'high', 'shifting-zones', 'In drukke weken verandert de inpakzone elke dag.'),
    {
      form: 'threshold',
      threshold: 'In drukke weken verandert de inpakzone elke dag.',
      daysAgo: 150,
      fields: { intent: 'try', tried: 'Een vaste tafel, met het nummer op de vloer.', helped: 'no' },
    },
    move(110, 'closed', { closedOn: { on: { days: -110 } }, outcome: 'no-contract', outcomeReason: 'vacancy-gone' }),
  ],
};

export const placements: DemoPlacement[] = [...trolleyPlacements, followedUp, closed, inStage];
