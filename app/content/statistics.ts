import type { Checklist } from '#app/domain/checklist.ts';

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
    missing: words.filter((text) => text === '').length + untranslated(checklist, dutch),
    averageSentence: Math.round((10 * total) / Math.max(1, lengths.length)) / 10,
    longestSentence: Math.max(0, ...lengths),
    words: total,
  };
}

const texts = ({ items, remedies, instruments, contradictions }: Checklist): string[] => [
  ...items.flatMap((one) => [one.title, one.negative, ...one.anchors, one.why, one.example, one.lookAt]),
  ...items.flatMap((one) => one.naReasons.map((reason) => reason.label)),
  ...remedies.flatMap((one) => [one.title, one.week, one.quarter, one.who, one.call]),
  ...instruments.flatMap((one) => [one.name, one.summary, ...one.conditions, one.decides, one.applies]),
  ...contradictions.map((one) => one.topic),
];

/** Titles that are still the Dutch ones. */
const untranslated = (checklist: Checklist, dutch: Checklist) =>
  checklist.language === 'nl' ? 0 : checklist.items.filter((one, i) => one.title === dutch.items[i]?.title).length;
