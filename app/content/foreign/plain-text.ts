import sax from 'sax';

/** Text without its markup, and what was lost with it. */
export type PlainText = { text: string; markup: boolean; pictures: number };

/** Names of characters in HTML; the types of the package leave them out. */
const entities = (sax as unknown as { ENTITIES: Record<string, string> }).ENTITIES;

const tag = /<[/!]?[a-z][^<>]*>/i;
const pieces = /<[/!]?[a-z][^<>]*>|[^<]+|</gi;
const newLine = /^<\/?(p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote)\b/i;
const silent = /^<(\/?)(script|style)\b/i;
const address = /^<a\s[^<>]*href\s*=\s*["']?(https?:\/\/[^"'\s<>]+)/i;

/**
 * What HTML says: a line for each paragraph, a dash before each point, and the address of a link behind its words.
 * Characters that are written as entities become themselves.
 */
export function plainText(html: string): PlainText {
  if (!tag.test(html)) return { text: tidy(decoded(html)), markup: false, pictures: 0 };
  const said: string[] = [];
  let isSilent = false;
  let link = '';
  let pictures = 0;
  for (const [piece] of html.matchAll(pieces)) {
    const silence = silent.exec(piece);
    if (silence) isSilent = silence[1] === '';
    if (/^<img\b/i.test(piece)) pictures += 1;
    if (isSilent) continue;
    if (!tag.test(piece)) said.push(decoded(piece).replace(/\s+/g, ' '));
    else if (newLine.test(piece)) said.push(/^<li\b/i.test(piece) ? '\n- ' : '\n');
    else if (/^<\/a\b/i.test(piece)) said.push(link && ` (${link})`);
    if (/^<\/?a\b/i.test(piece)) link = decoded(address.exec(piece)?.[1] ?? '');
  }
  return { text: tidy(said.join('')), markup: true, pictures };
}

/** Lines without spaces around them, and none that are empty. */
export const tidy = (text: string): string =>
  clean(text)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');

/** Text on one line. */
export const onOneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** Without signs that can be stored nowhere: a file can hold them as numbers. */
const clean = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\t\n\r\x7f-\x9f]/gu, '');

/** At most `longest` characters: what is longer ends after a word, with an ellipsis. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 2).replace(/[\uD800-\uDBFF]$/, '');
  const space = start.search(/\s\S*$/);
  return `${space > longest / 2 ? start.slice(0, space) : start} …`;
}

/** Marks of a file that was saved with the wrong encoding once: Â or Ã before a sign that never follows it in words. */
export const isGarbled = (text: string): boolean => /[ÂÃ][\u0080-\u00bf]/.test(text);

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? (entities[name] ?? entity) : entity;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return isCharacter(code) ? String.fromCodePoint(code) : '';
  });

const isCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
