import * as z from 'zod';
import { sectorIds } from '#app/domain/checklist.ts';
import { pilotPhases } from '#app/domain/pilot.ts';
import { earlierPilotStatuses } from '#app/domain/pilot-library.ts';
import { id, text } from './schemas.ts';

/** What the files about pilots must look like; messages are for authors, in plain English. */

const day = z.iso.date('expected a date as YYYY-MM-DD');
const euros = z.int().min(1);
const callWords = { payer: text, discrepancy: text, grain: text, aims: z.array(text).min(1) };
const happenedWords = { when: text, text };
const pilotWords = { domain: text, title: text, lead: text, asks: text };

export const pilotsFile = z.strictObject({
  call: z.strictObject({
    source: id,
    from: day,
    to: day,
    budget: euros,
    awarded: euros,
    awardedInQuestion: euros,
    ...callWords,
  }),
  contractors: z.array(z.strictObject({ id, name: text, amount: euros })).min(1),
  pilots: z
    .array(
      z.strictObject({
        id,
        contractor: id,
        icon: id,
        sector: z.enum(sectorIds).nullable(),
        status: z.enum(earlierPilotStatuses),
        ...pilotWords,
        happened: z.array(z.strictObject({ id, ...happenedWords })).min(1),
      }),
    )
    .min(1),
});
export type PilotsFile = z.output<typeof pilotsFile>;

export const pilotsWords = z.strictObject({
  call: z.strictObject(callWords),
  pilots: z.record(id, z.strictObject({ ...pilotWords, happened: z.record(id, z.strictObject(happenedWords)) })),
});
export type PilotsWords = z.output<typeof pilotsWords>;

const phaseWords = { title: text, asks: text, who: text };
export const pilotPhasesFile = z.strictObject({
  synthesis: text,
  sources: z.array(id).min(1),
  phases: z
    .array(
      z.strictObject({
        id,
        ...phaseWords,
        deliverables: z.array(z.strictObject({ id, label: text })).min(1, 'expected at least one deliverable'),
      }),
    )
    .length(pilotPhases.length, 'expected nine phases, 0 to 8'),
});
export type PilotPhasesFile = z.output<typeof pilotPhasesFile>;

export const pilotPhasesWords = z.strictObject({
  synthesis: text,
  phases: z.record(id, z.strictObject({ ...phaseWords, deliverables: z.record(id, text) })),
});
export type PilotPhasesWords = z.output<typeof pilotPhasesWords>;
