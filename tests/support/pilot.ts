import type { Pilot, WholePilot } from '#app/domain/pilot.ts';
import { allPhases } from '#app/domain/pilot-phase.ts';
import type { Visitor } from './visitor.ts';

/** A pilot that has just begun, with nothing in it, unless told otherwise. */
export const buildPilot = (over: Partial<Omit<WholePilot, 'pilot'>> = {}, pilot: Partial<Pilot> = {}): WholePilot => ({
  pilot: {
    id: 'pilot-1',
    organisationId: 'organisation-1',
    title: 'Linnen in het woonzorgcentrum',
    sector: 'care',
    setting: 'De linnenkamer van een woonzorgcentrum',
    question: 'Wat is er nodig om een vaste job uit het linnen te halen?',
    answer: '',
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

/** Begins a pilot from the page of an organisation (/nl/organisations/…); gives the path of its own page. */
export async function newPilot(leader: Visitor, organisation: string, over: Record<string, string> = {}) {
  const form = {
    from: '',
    title: 'Linnen',
    sector: 'care',
    setting: '',
    question: '',
    startsOn: '',
    endsOn: '',
    ...over,
  };
  const begun = await leader.post(`${organisation}/pilots/new`, form);
  const path = begun.headers.get('Location') ?? '';
  if (!/\/pilots\/[\w-]+$/.test(path)) throw new Error(`No pilot was begun: ${begun.status}`);
  return path;
}

/** Goes through all nine phases of a pilot, with one lesson and one partner, and finishes it if its question is answered. */
export async function finishPilot(leader: Visitor, pilot: string) {
  for (let phase = 0; phase <= 8; phase++)
    await leader.post(`${pilot}/phases/${phase}`, { status: 'skipped', note: 'Was er al.', doneOn: '' });
  await leader.post(pilot, { intent: 'lesson', lessonKind: 'advice', lesson: 'Begin met de taken.', item: '' });
  await leader.post(pilot, {
    intent: 'partner',
    partner: '',
    partnerKind: 'employer',
    partnerName: 'De Linde',
    contribution: 'Deed mee.',
  });
  await leader.post(pilot, { intent: 'finish' });
}

/** Makes the link of the only partner and gives its path, /nl/pilots/confirm/… */
export async function confirmPath(leader: Visitor, pilot: string): Promise<string> {
  const page = await (await leader.get(`${pilot}/publish`)).text();
  const partner = /name="partner" value="([\w-]+)"/.exec(page)?.[1] ?? '';
  const made = await (await leader.post(`${pilot}/publish`, { intent: 'link', partner, email: '' })).text();
  const path = /value="https?:\/\/[^"/]+(\/nl\/pilots\/confirm\/[\w-]+)"/.exec(made)?.[1];
  if (!path) throw new Error(`${pilot} gives its partner no link`);
  return path;
}
