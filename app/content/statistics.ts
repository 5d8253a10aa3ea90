import type { Checklist, ContextQuestion, Instrument, Item } from '#app/domain/checklist.ts';

/** Figures of one checklist in one language; `missing` counts texts that are empty or still in another language. */
export function statistics(checklist: Checklist, dutch: Checklist) {
  const { items, remedies, instruments } = checklist;
  const words = texts(checklist);
  const sentences = words.flatMap((text) => text.split(/(?<=[.!?…:;])\s+/)).filter((one) => /\p{L}/u.test(one));
  const lengths = sentences.map((one) => one.split(/\s+/).length);
  const total = lengths.reduce((sum, one) => sum + one, 0);
  return {
    ref: checklist.ref,
    language: checklist.language,
    items: items.length,
    prerequisites: items.filter((one) => one.kind === 'prerequisite').length,
    thresholds: items.filter((one) => one.kind === 'threshold').length,
    essential: items.filter((one) => one.essential).length,
    legal: items.filter((one) => one.legal).length,
    remedies: remedies.length,
    instruments: instruments.length,
    moves: checklist.moves.length,
    missing: words.filter((text) => text === '').length + untranslated(checklist, dutch).length,
    averageSentence: Math.round((10 * total) / Math.max(1, lengths.length)) / 10,
    longestSentence: Math.max(0, ...lengths),
    words: total,
  };
}

/** Texts that are still the Dutch ones. Short ones are left out: names may be the same in every language. */
export function untranslated(checklist: Checklist, dutch: Checklist): string[] {
  if (checklist.language === dutch.language) return [];
  const inDutch = new Set(texts(dutch));
  return texts(checklist).filter((text) => text.length > longestName && inDutch.has(text));
}

/** In characters. */
const longestName = 25;

const texts = (checklist: Checklist): string[] => [
  checklist.name,
  checklist.tagline,
  ...Object.values(checklist.context).flatMap(questionTexts),
  ...checklist.dimensions.flatMap((one) => [one.name, one.question]),
  ...checklist.levels.flatMap((one) => [one.name, one.short, one.headline, one.permits]),
  ...checklist.items.flatMap(itemTexts),
  ...checklist.remedies.flatMap((one) => [one.title, one.week, one.quarter, one.who, one.call]),
  ...checklist.instruments.flatMap(instrumentTexts),
  ...checklist.contradictions.map((one) => one.topic),
  ...checklist.moves.map((one) => one.why),
];

const questionTexts = ({ question, help, options }: ContextQuestion): string[] => [
  question,
  ...given(help),
  ...options.flatMap((one) => [one.label, ...given(one.help)]),
];

const itemTexts = (one: Item): string[] => [
  ...[one.title, one.negative, ...one.anchors, one.why, one.example, one.lookAt],
  ...given(one.legal?.article),
  ...one.naReasons.map(({ label }) => label),
];

const instrumentTexts = (one: Instrument): string[] => [
  ...[one.name, one.summary, ...one.conditions, one.decides, one.applies],
  ...one.amounts.map(({ text }) => text),
  ...given(one.caution || undefined),
];

/** A text that not everything has. */
const given = (text: string | undefined) => (text === undefined ? [] : [text]);
