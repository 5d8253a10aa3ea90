import * as z from 'zod/mini';
import { cleanText, limits, neededText } from './answer-input.ts';
import { isDay } from './calendar.ts';
import { languages, sectorIds } from './checklist.ts';
import { guidanceKinds } from './guidance-kind.ts';
import { textForm } from './kept-text.ts';
import { phases, routes } from './placement.ts';
import { checks } from './placement-moves.ts';
import { helpedAnswers, thresholdWeights } from './placement-threshold.ts';
import { emailInput } from './sign-in-input.ts';

const day = z.string('error.day').check(z.refine(isDay, 'error.day'));
const dayOrNone = z._default(z.string(), '').check(z.refine((text) => text === '' || isDay(text), 'error.day'));
const id = z.string('error.option').check(z.maxLength(64, 'error.option'));
const idOrNone = z._default(id, '');
const ids = z._default(z.array(id).check(z.maxLength(80)), []);
const isPast = (today: string) => z.refine((on) => String(on) <= today, 'placement-error.in-future');

/** The host that the coach types, instead of a workplace that shares its self-scan. */
export const typedHost = 'typed';

/** A new placement; `host` is the id of a shared self-scan, or `typed` with a name, a place and a sector. */
export const newPlacementInput = textForm(
  {
    host: id.check(z.minLength(1, 'error.choose')),
    hostName: cleanText(limits.label),
    place: cleanText(limits.label),
    sector: z._default(z.union([z.literal(''), z.enum(sectorIds)], 'error.choose'), ''),
    targetJob: cleanText(limits.label),
    route: z.enum(routes, 'error.choose'),
    language: z.enum(languages, 'error.choose'),
    hostEmail: z._default(z.union([z.literal(''), emailInput], 'error.email'), ''),
    organisation: idOrNone,
    previous: idOrNone,
  },
  ['hostName', 'place', 'targetJob'],
).check(
  z.refine((one) => one.host !== typedHost || one.hostName !== '', { error: 'error.needed', path: ['hostName'] }),
  z.refine((one) => one.host !== typedHost || one.sector !== '', { error: 'error.choose', path: ['sector'] }),
  z.refine((one) => one.host !== typedHost || one.targetJob !== '', { error: 'error.needed', path: ['targetJob'] }),
);
export type NewPlacement = z.output<typeof newPlacementInput>;

const seen = {
  text: neededText(limits.reason),
  weight: z.enum(thresholdWeights, 'error.choose'),
  item: idOrNone,
  seenOn: dayOrNone,
};
/** A threshold met on the way; without a day it was seen today. */
export const thresholdInput = textForm(seen, ['text']);
/** The same, changed on a screen that showed this version. */
export const changedThresholdInput = textForm({ ...seen, version: z.coerce.number().check(z.int(), z.minimum(1)) }, [
  'text',
]);

/** A remedy that was tried: one of the item's, or typed. */
export const triedInput = textForm(
  {
    remedy: idOrNone,
    tried: cleanText(limits.reason),
    triedOn: dayOrNone,
    helped: z._default(z.union([z.literal(''), z.enum(helpedAnswers)], 'error.option'), ''),
  },
  ['tried'],
).check(z.refine((one) => one.remedy !== '' || one.tried !== '', { error: 'error.needed', path: ['tried'] }));
export const helpedInput = z.object({ tried: id, helped: z.enum(helpedAnswers, 'error.choose') });

/** A visit that is planned; a time is HH:MM in Brussels. */
export const visitInput = textForm(
  {
    visitOn: day,
    time: z._default(z.string(), '').check(z.regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, 'placement-error.no-time')),
    purpose: cleanText(limits.label),
  },
  ['purpose'],
);

/** Time spent on guidance, in minutes of one day at most. */
export const guidanceInput = z.object({
  guidedOn: day,
  minutes: z.coerce
    .number('placement-error.minutes')
    .check(
      z.int('placement-error.minutes'),
      z.minimum(1, 'placement-error.minutes'),
      z.maximum(24 * 60, 'placement-error.minutes'),
    ),
  kind: z.enum(guidanceKinds, 'error.choose'),
});
export const noteInput = textForm({ note: neededText(limits.note) }, ['note']);

export const needsInput = z.object({ need: ids });
/** The day on which the worker agreed that the workplace sees the needs: today or before. */
export const agreementInput = (today: string) => z.object({ agreedOn: day.check(isPast(today)) });

/** One step to another phase; dates and the ending only where that step asks them. */
export const moveInput = textForm(
  {
    to: z.enum(phases, 'error.choose'),
    check: z._default(z.array(z.enum(checks, 'error.option')).check(z.maxLength(10)), []),
    legal: ids,
    stageStart: dayOrNone,
    firstContractDay: dayOrNone,
    closedOn: dayOrNone,
    outcome: idOrNone,
    outcomeReason: idOrNone,
    outcomeNote: z._default(cleanText(limits.reason), ''),
  },
  ['outcomeNote'],
);
export type PlacementMove = z.output<typeof moveInput>;

/** Why the stage may start although an essential item is unmet. */
export const waiverInput = textForm({ item: id, reason: neededText(limits.reason) }, ['reason']);

export const handOverInput = z.object({ email: emailInput });
export const acceptInput = z.object({ organisation: idOrNone });

/** How the caseload is narrowed; what cannot be read narrows nothing. */
export const caseloadInput = z.object({
  phase: z.catch(z.nullable(z.enum(phases)), null),
  host: z.catch(cleanText(limits.label), ''),
  code: z.catch(cleanText(limits.label), ''),
  silent: z.catch(z.string(), ''),
  closed: z.catch(z.string(), ''),
});
