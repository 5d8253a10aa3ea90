/** Subject, headers and both bodies of a letter as a mail server received it, its lines joined. */
export function readLetter(letter: string) {
  const header = (name: string) =>
    decodeWords(new RegExp(`^${name}:\\s+(.+(?:\\r\\n[ \\t].+)*)`, 'mi').exec(letter)?.[1] ?? '');
  return { header, text: partOf(letter, 'text/plain'), html: partOf(letter, 'text/html') };
}

/** Everything that a letter says, headers and both bodies. */
export const saidIn = (letter: string): string => {
  const { header, text, html } = readLetter(letter);
  return [header('Subject'), header('List-Unsubscribe'), text, html].join('\n');
};

/** The PDF that came with a letter. */
export function attached(letter: string): Buffer {
  const part = /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(letter)?.[1] ?? '';
  return Buffer.from(part, 'base64');
}

function partOf(letter: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(letter)?.[1] ?? '';
  const [head = '', ...body] = (letter.split(`Content-Type: ${type}`)[1] ?? '').split('\r\n\r\n');
  const raw = body.join('\r\n\r\n').split(`\r\n--${boundary}`)[0] ?? '';
  if (/quoted-printable/.test(head)) return quoted(raw);
  return /base64/.test(head) ? Buffer.from(raw, 'base64').toString() : raw;
}

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_all, word: string) => quoted(word.replaceAll('_', ' ')))
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_all, word: string) => Buffer.from(word, 'base64').toString());
