import type { Checklist, Language } from '#app/domain/checklist.ts';
import type { PilotReportBlock } from '#app/domain/pilot-report.ts';
import type { Translate } from '#app/domain/words.ts';
import type { Services } from './services.ts';

/** Who reads a story: the language, its words, and the checklist that names the items. */
export type StoryReader = { services: Services; language: Language; t: Translate; checklist: Checklist };

/** A block that is one list; its heading may be empty. */
export const listBlock = (heading: string, points: string[]): PilotReportBlock => ({
  heading,
  tag: '',
  text: '',
  lists: [{ label: '', points }],
});

/** What an item asks, in words. */
export const titleOf = ({ items }: Checklist, id: string): string => items.find((one) => one.id === id)?.title ?? id;
