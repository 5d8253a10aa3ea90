const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });
const longWord = /\S{40,}/gu;

/** Gives a word too long for a line invisible places to break; an address stays an address. */
export const breakable = (text: string): string =>
  /^https?:\/\/\S+$/.test(text) ? text : text.replace(/[\t\ufeff]/g, ' ').replace(longWord, withBreaks);

function withBreaks(word: string): string {
  const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
  return parts.map((part, index) => (index > 0 && index % 20 === 0 ? `\u200b${part}` : part)).join('');
}
