import type { CastMember } from './cast.ts';

const owner = { voice: 'hr', label: '' } as const;
const headNurse = { voice: 'team-lead', label: 'Hoofdverpleegkundige' } as const;

/** Half way through a first round: the head nurse sees one item otherwise, and one thing is not known yet. */
export const deLinde: CastMember = {
  code: 'WARMEKAMER',
  label: 'Demo: woonzorgcentrum De Linde',
  checklistRef: 'care@1',
  context: {
    subSector: 'nursing-home-private',
    size: '100-249',
    place: 'east-flanders',
    targetJob: 'kitchen-meals',
    shifts: ['weekend'],
  },
  colleagues: [headNurse],
  scenes: [
    {
      kind: 'answers',
      daysAgo: 9,
      by: owner,
      values: {
        'goal-backed': 'largely',
        'team-heard': 'started',
        'council-informed': 'in-place',
        'tasks-by-hour': 'largely',
        'task-card': 'started',
        'tasks-shift': 'partly',
        'visits-planned': 'in-place',
        'real-vacancy': 'unknown',
      },
      typed: {
        'goal-backed': { note: 'De directie wil één plaats in de keuken, tegen het najaar.' },
        'visits-planned': { proof: 'Twee bezoekdagen staan in de agenda van de keuken.' },
        'real-vacancy': { note: 'Navragen bij de personeelsdienst: is het halftijdse uurpakket al goedgekeurd?' },
      },
    },
    {
      kind: 'answers',
      daysAgo: 6,
      by: headNurse,
      values: { 'team-heard': 'started', 'tasks-shift': 'partly', 'buddy-each-shift': 'started' },
      typed: { 'buddy-each-shift': { note: 'In het weekend staat er nu niemand vast. Dat moeten we eerst oplossen.' } },
    },
    {
      kind: 'answers',
      daysAgo: 5,
      by: owner,
      values: {
        'no-health-questions': 'in-place',
        'criminal-record': 'tackled',
        'buddy-each-shift': 'largely',
        'welcome-practised': 'largely',
        'guide-ready': 'not-yet',
        'risks-of-this-job': 'started',
      },
      typed: { 'welcome-practised': { proof: 'De lijst van het onthaal hangt in het bureau van de keukenchef.' } },
    },
  ],
};
