// Lines wrap, invisible marks steer direction and breaking: none of them is typed text.
const invisible = /[\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const rightToLeft = /[\u0590-\u06ff]/;

const bare = (text: string) => text.normalize('NFC').replace(invisible, '');

/**
 * Whether the text can be read in a document. Words that run right to left may stand there in the order in which they
 * are drawn; a very long text may be cut by pages, but must be there word by word, in order.
 */
export function occurs(text: string, document: string): boolean {
  const all = bare(document);
  const [backward, forward] = partition(text.split(/\s+/), (word) => rightToLeft.test(word));
  const fits = backward.every((word) => all.includes(bare(word)) || all.includes(bare(reversed(word))));
  if (backward.length > 0 || text.length > 2000) return fits && inOrder(forward.map(bare), all);
  return fits && all.includes(bare(text));
}

function inOrder(words: string[], all: string): boolean {
  let at = 0;
  return words.every((word) => {
    at = all.indexOf(word, at) + word.length;
    return at >= word.length;
  });
}

const reversed = (word: string) => [...word].reverse().join('');

function partition(words: string[], test: (word: string) => boolean): [string[], string[]] {
  return [words.filter(test), words.filter((word) => !test(word))];
}
