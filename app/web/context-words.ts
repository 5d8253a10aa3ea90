import type { Checklist } from '#app/domain/checklist.ts';
import type { Context } from '#app/domain/context.ts';

/** The context questions with their answers in words. */
export function contextWords(checklist: Checklist, context: Context): { question: string; answer: string }[] {
  const names = ['subSector', 'size', 'place', 'targetJob', 'shifts'] as const;
  return names.map((name) => {
    const { question, options } = checklist.context[name];
    const chosen = [context[name]].flat();
    return {
      question,
      answer: options
        .filter((one) => chosen.includes(one.id))
        .map((one) => one.label)
        .join(', '),
    };
  });
}
