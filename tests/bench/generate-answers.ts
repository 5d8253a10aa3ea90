import type { CrowdWorkplace } from '#drizzle/seed/crowd-workplace.ts';
import type { Random } from '#drizzle/seed/random.ts';

export type MadeAnswer = { item: string; voice: 'hr' | 'team-lead'; value: string; open: boolean };

/** Per item one answer of HR; one in three was changed once, and one in five has another voice beside it. */
export const answersOf = ({ submission }: CrowdWorkplace, random: Random): MadeAnswer[] =>
  Object.entries(submission.facts.items).flatMap(([item, value]): MadeAnswer[] => {
    const last = { item, voice: 'hr' as const, value, open: true };
    return [
      ...(random() < 1 / 3 ? [{ ...last, value: 'unknown', open: false }] : []),
      last,
      ...(random() < 1 / 5 ? [{ ...last, voice: 'team-lead' as const }] : []),
    ];
  });
