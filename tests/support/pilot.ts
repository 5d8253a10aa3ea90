import type { Pilot, WholePilot } from '#app/domain/pilot.ts';
import { allPhases } from '#app/domain/pilot-phase.ts';

/** A pilot that has just begun, with nothing in it, unless told otherwise. */
export const buildPilot = (over: Partial<Omit<WholePilot, 'pilot'>> = {}, pilot: Partial<Pilot> = {}): WholePilot => ({
  pilot: {
    id: 'pilot-1',
    organisationId: 'organisation-1',
    title: 'Linnen in het woonzorgcentrum',
    sector: 'care',
    setting: 'De linnenkamer van een woonzorgcentrum',
    question: 'Wat is er nodig om een vaste job uit het linnen te halen?',
    startsOn: '2026-01-05',
    endsOn: null,
    finishedAt: null,
    publishedAt: null,
    duplicatedFrom: null,
    ...pilot,
  },
  phases: allPhases([]),
  partners: [],
  entries: [],
  lessons: [],
  ...over,
});
