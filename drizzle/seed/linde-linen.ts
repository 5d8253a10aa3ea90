import type { CastMember } from './cast.ts';

const owner = { voice: 'hr', label: '' } as const;

/** The second floor of De Linde: handed in twice, ready for a stage, with thresholds that are still there. */
export const lindeLinen: CastMember = {
  code: 'NETTEKAMER',
  label: 'Demo: De Linde, kamers en linnen',
  checklistRef: 'care@1',
  context: {
    subSector: 'nursing-home-private',
    size: '100-249',
    place: 'east-flanders',
    targetJob: 'cleaning-linen',
    shifts: ['early-late'],
  },
  colleagues: [{ label: 'Hoofd van de schoonmaak', voice: 'team-lead' }],
  scenes: [
    {
      kind: 'answers',
      daysAgo: 95,
      by: owner,
      values: {
        'goal-backed': 'in-place',
        'team-heard': 'largely',
        'council-informed': 'in-place',
        'tasks-by-hour': 'in-place',
        'task-card': 'in-place',
        'tasks-shift': 'partly',
        'visits-planned': 'in-place',
        'real-vacancy': 'in-place',
        'no-health-questions': 'in-place',
        'criminal-record': 'absent',
        'buddy-each-shift': 'in-place',
        'welcome-practised': 'in-place',
        'guide-ready': 'started',
        'risks-of-this-job': 'in-place',
        'loads-assessed': 'in-place',
        'infection-assessed': 'in-place',
        'hygiene-on-paper': 'partly',
        'heavy-moments': 'partly',
        'adjustments-route': 'in-place',
        'hard-shifts': 'partly',
        'travel-early': 'untouched',
        'secrecy-practised': 'tackled',
        'family-contact': 'partly',
        'briefing-missed': 'untouched',
        'stage-agreed': 'largely',
        'imw-route-known': 'started',
        'reviews-in-diary': 'not-yet',
        'growth-path': 'not-yet',
        'manager-changes': 'untouched',
      },
      typed: {
        'real-vacancy': { note: 'Een halftijdse plaats in het linnen, goedgekeurd door de directie.' },
        'travel-early': { note: 'De eerste bus komt een kwartier na het begin van de vroege shift.' },
      },
    },
    { kind: 'hand-in', daysAgo: 90, round: 'baseline', counted: 'yes' },
    {
      kind: 'answers',
      daysAgo: 9,
      by: owner,
      values: {
        'guide-ready': 'in-place',
        'tasks-shift': 'tackled',
        'hygiene-on-paper': 'tackled',
        'briefing-missed': 'partly',
        'reviews-in-diary': 'in-place',
      },
      typed: {
        'reviews-in-diary': { note: 'De gesprekken staan in de agenda van het hoofd van de schoonmaak.' },
      },
    },
    { kind: 'hand-in', daysAgo: 8, round: 'in-between', counted: 'yes' },
  ],
};
