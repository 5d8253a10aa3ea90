import * as z from 'zod/mini';
import { cleanText, limits, neededText } from './answer-input.ts';
import { isDay } from './calendar.ts';
import { sectorIds } from './checklist.ts';
import { textForm } from './kept-text.ts';
import { pilotLessonKinds, pilotPartnerKinds, pilotPhaseStatuses, pilotPhases } from './pilot.ts';
import { emailInput } from './sign-in-input.ts';

const day = z.string('error.day').check(z.refine(isDay, 'error.day'));
const dayOrNone = z._default(z.string(), '').check(z.refine((text) => text === '' || isDay(text), 'error.day'));
const id = z.string('error.option').check(z.maxLength(64, 'error.option'));
const ids = z._default(z.array(id).check(z.maxLength(200)), []);

const described = {
  title: neededText(limits.label),
  sector: z.enum(sectorIds, 'error.choose'),
  setting: cleanText(limits.reason),
  question: cleanText(limits.reason),
  startsOn: dayOrNone,
  endsOn: dayOrNone,
};
const inOrder = z.refine<{ startsOn: string; endsOn: string }>(
  ({ startsOn, endsOn }) => startsOn === '' || endsOn === '' || startsOn <= endsOn,
  { error: 'pilot-error.ends-before', path: ['endsOn'] },
);

/** What a pilot is about, and what was found. */
export const pilotInput = textForm({ ...described, answer: z._default(cleanText(limits.note), '') }, [
  'title',
  'setting',
  'question',
  'answer',
]).check(inOrder);
/** The same, and the pilot that is done again; empty for one that begins from nothing. */
export const newPilotInput = textForm({ ...described, from: z._default(id, '') }, [
  'title',
  'setting',
  'question',
]).check(inOrder);
export type NewPilot = z.output<typeof newPilotInput>;

/** One phase: how far it is, what is there, a note, and the day on which it was done. */
export const pilotPhaseInput = textForm(
  {
    status: z.enum(pilotPhaseStatuses, 'error.choose'),
    deliverables: ids,
    note: cleanText(limits.note),
    doneOn: dayOrNone,
  },
  ['note'],
);

export const pilotPartnerInput = textForm(
  {
    /** Id of the partner that is changed; empty for a new one. */
    partner: z._default(id, ''),
    partnerKind: z.enum(pilotPartnerKinds, 'error.choose'),
    partnerName: neededText(limits.label),
    contribution: cleanText(limits.note),
  },
  ['partnerName', 'contribution'],
);

/** A line of the journal; `phase` is a number as posted. */
export const pilotEntryInput = textForm(
  {
    phase: z.enum(pilotPhases.map(String) as [string, ...string[]], 'error.choose'),
    day,
    entry: neededText(limits.note),
  },
  ['entry'],
);

export const pilotLessonInput = textForm(
  { lessonKind: z.enum(pilotLessonKinds, 'error.choose'), lesson: neededText(limits.note), item: z._default(id, '') },
  ['lesson'],
);

/** The self-scans and placements that belong to it. */
export const pilotLinksInput = z.object({ assessments: ids, placements: ids });

/** Where the link to confirm goes; empty to copy it. */
export const confirmLinkInput = z.object({
  email: z._default(z.union([z.literal(''), emailInput], 'error.email'), ''),
});
