/** How easy a text is to read, by plain measures that work for Dutch and English alike. */

export const longestSentence = 25;
/**
 * Björnsson's readability index: words per sentence plus the share of words over six letters, in per cent. Nineteen of
 * twenty texts of our own checklists, which are written at B1, stay within this.
 */
export const hardestReading = 46;

/** A few words say nothing about how a text reads. */
const fewWords = 15;

/** The longest sentence, in words. */
export const wordsInLongestSentence = (text: string): number =>
  Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length));

/** The index of a text; null when it is too short to say. */
export function readingIndex(text: string): number | null {
  const words = wordsOf(text);
  if (words.length < fewWords) return null;
  const long = words.filter((word) => [...word].length > 6).length;
  return Math.round(words.length / sentencesOf(text).length + (100 * long) / words.length);
}

const sentencesOf = (text: string): string[] => text.split(/[.!?:;…]+(?=\s|$)|\n+/).filter((one) => /\p{L}/u.test(one));

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
