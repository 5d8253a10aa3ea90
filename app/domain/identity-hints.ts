import { isNationalNumber } from './national-number.ts';

/** What does not belong in a text about a job or a workplace (product: what is assessed). */
export type IdentityHintKind = 'national-number' | 'email' | 'phone' | 'birth-date' | 'health';
/** The piece of text and where it begins. */
export type IdentityHint = { kind: IdentityHintKind; text: string; index: number };

/** A rule to find pieces, and what must hold besides; kept narrow, because a false alarm annoys. */
type Rule = {
  kind: IdentityHintKind;
  pattern: RegExp;
  holds?: (piece: string, text: string, index: number) => boolean;
};

/** Everything in a typed text that points to a person, in the order of the text. It only points out. */
export function identityHints(text: string): IdentityHint[] {
  const found = rules.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ kind, text: match[0], index: match.index }))
      .filter((hint) => holds?.(hint.text, text, hint.index) ?? true),
  );
  return found
    .filter((hint, at) => !found.slice(0, at).some((earlier) => overlap(earlier, hint)))
    .sort((one, other) => one.index - other.index);
}

export const hasIdentityHint = (text: string): boolean => identityHints(text).length > 0;

/**
 * The same as one pattern (flags iu), for a script on a phone without network: it points out a little more, and leaves
 * out birth dates, which are only so beside a word of birth.
 */
export const hintPattern = (): string =>
  rules
    .filter(({ kind }) => kind !== 'birth-date')
    .map(({ pattern }) => pattern.source)
    .join('|');

const overlap = (one: IdentityHint, other: IdentityHint): boolean =>
  one.index < other.index + other.text.length && other.index < one.index + one.text.length;

const notIn = String.raw`(?<![\p{L}\p{N}])`;
const ends = String.raw`(?![\p{L}\p{N}])`;
const gap = '[ ./-]?';

const nationalNumber = String.raw`\d\d[ .-]?\d\d[ .-]?\d\d[ .-]{0,3}\d{3}[ .-]?\d\d`;
const email = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const zone = String.raw`0[2349]${gap}\d{3}${gap}\d\d${gap}\d\d|0[1-9]\d${gap}\d\d${gap}\d\d${gap}\d\d`;
const mobile = String.raw`04[5-9]\d${gap}(?:\d\d${gap}\d\d${gap}\d\d|\d{3}${gap}\d{3})`;
const abroad = String.raw`(?:\+[1-9]\d|00(?:31|32|33|49))${gap}(?:\(0\))?(?:${gap}\d){8,10}`;
const date = String.raw`(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19[3-9]\d|20[01]\d)`;

/**
 * Words that name a diagnosis or the work-support package (rugzak: only where it cannot be a bag). Left out on purpose:
 * words that a care workplace uses for its residents or its policy, such as dementie, burn-out and arbeidshandicap.
 */
const healthWords = [
  'diagnoses?',
  'gediagnosticeerd',
  'diagnosis',
  'diagnosed',
  'autisme',
  'autistisch',
  'autism',
  'autistic',
  'adhd',
  'schizofren(?:ie|e?)',
  'schizophreni(?:a|c)',
  'bipolair',
  'bipolar',
  'psychose',
  'psychosis',
  '(?:verstandelijke|mentale) (?:beperking|handicap)',
  '(?:intellectual|learning|mental) disability',
  'wop',
  'werkondersteuningspakket',
  'work[- ]support package',
  'rugzakje',
  '(?:loon|subsidie|premie)rugzak',
  String.raw`rugzak(?: van)? \d{2} ?%`,
];

/** The first that finds a piece keeps it. */
const rules: Rule[] = [
  { kind: 'national-number', pattern: whole(nationalNumber), holds: isNationalNumber },
  { kind: 'email', pattern: whole(email) },
  { kind: 'phone', pattern: whole(`(?:${mobile}|${zone}|${abroad})`), holds: (piece) => !isEnterpriseNumber(piece) },
  { kind: 'birth-date', pattern: whole(date), holds: (piece, text, index) => isNearBirth(text, index, piece.length) },
  { kind: 'health', pattern: whole(`(?:${healthWords.join('|')})`), holds: isMeant },
];

function whole(pattern: string): RegExp {
  return new RegExp(notIn + pattern + ends, 'giu');
}

/** An enterprise number looks like a mobile one; its last two digits check the others modulo 97. */
function isEnterpriseNumber(piece: string): boolean {
  const digits = piece.replace(/\D/g, '');
  return /^\d{4}\.\d{3}\.\d{3}$/.test(piece) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/** "Zonder diagnose" is advice, not somebody's health. */
function isMeant(piece: string, text: string, index: number): boolean {
  return !(/^diagnos/i.test(piece) && /\b(geen|zonder|no|without)\b[^.!?]*$/i.test(text.slice(0, index)));
}

/** A day alone is a day of work; with a word of birth within thirty characters it is somebody's. */
function isNearBirth(text: string, index: number, length: number): boolean {
  const around = text.slice(Math.max(0, index - 30), index + length + 30);
  return /geboren|geboorte|born|birth/i.test(around);
}
