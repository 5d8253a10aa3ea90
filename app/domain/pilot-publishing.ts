import { showDay } from './calendar.ts';
import { languages } from './checklist.ts';
import type { WholePilot } from './pilot.ts';
import type { PublicStory } from './pilot-story.ts';

/** When the story of a pilot may stand in the library (product: pilots). */

/** What would point to a placement: its code and its days (YYYY-MM-DD). */
export type PlacementTrace = { code: string; days: string[] };

/** Why it cannot be published, as message keys; empty when it can. `hash` is of the text as it stands now. */
export function publishProblems(
  { pilot, partners }: Pick<WholePilot, 'pilot' | 'partners'>,
  story: PublicStory,
  traces: readonly PlacementTrace[],
  hash: string,
): string[] {
  return [
    ...(pilot.finishedAt === null ? ['pilot-error.not-finished'] : []),
    ...(partners.length === 0 ? ['pilot-error.no-partner'] : []),
    ...(story.prerequisites.length > 0 && !partners.some(({ kind }) => kind === 'employer')
      ? ['pilot-error.no-employer']
      : []),
    ...(partners.some(({ name }) => name === '') ? ['pilot-error.partner-without-name'] : []),
    ...(typedTexts(story).some((text) => traces.some((trace) => pointsTo(trace, text)))
      ? ['pilot-error.points-to-placement']
      : []),
    ...(partners.some((partner) => partner.confirmedHash !== hash) ? ['pilot-error.not-confirmed'] : []),
  ];
}

/** Whether a text names the code of a placement, or one of its days in a way that people write them. */
export function pointsTo({ code, days }: PlacementTrace, text: string): boolean {
  const said = text.toLowerCase().replace(/\s+/g, ' ');
  return [code, ...days.flatMap(waysToWrite)].some((one) => said.includes(one.toLowerCase()));
}

function waysToWrite(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [String(Number(month)), String(Number(date))];
  const separators = ['/', '-', '.'];
  return [
    day,
    ...languages.map((language) => showDay(language, `${day}T12:00:00Z`)),
    ...separators.flatMap((by) => [[date, month, year].join(by), [d, m, year].join(by)]),
  ];
}

/** Everything in a public story that somebody typed. */
export const typedTexts = ({ title, setting, question, answer, partners, phases, lessons }: PublicStory): string[] => [
  title,
  setting,
  question,
  answer,
  ...partners.flatMap(({ name, contribution }) => [name, contribution]),
  ...phases.map(({ note }) => note),
  ...lessons.flatMap(({ note, origin }) => [note, origin]),
];
