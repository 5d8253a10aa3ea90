import * as z from 'zod/mini';
import { cleanText, limits, neededText } from './answer-input.ts';
import { isDay } from './calendar.ts';
import { textForm } from './kept-text.ts';
import { sectorActionStatuses } from './sector-action.ts';

/** An action of the sector plan as posted; `item` is empty when it is about none, `due` when there is no day. */
export const sectorActionInput = textForm(
  {
    title: neededText(200),
    item: z.string().check(z.maxLength(64)),
    owner: cleanText(limits.label),
    due: z.string().check(z.refine((text) => text === '' || isDay(text), 'error.day')),
    status: z.enum(sectorActionStatuses, 'error.choose'),
    note: cleanText(2000),
  },
  ['title', 'owner', 'note'],
);

/** A new key: what it is for. */
export const apiKeyInput = textForm({ label: neededText(limits.label) }, ['label']);
