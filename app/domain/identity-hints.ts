/**
 * Whether a typed text looks as if it points to a person or says something of health: an address, a number, a birth
 * date, a form of address, a word of illness. It asks, it never forbids: who typed it says whether it is so (product: no
 * names, no health data).
 */
export const hasIdentityHint = (text: string): boolean => hints.some((hint) => hint.test(text));

const hints = [
  /\S@\S+\.\S/u,
  /(?:\+|\b0)\d(?:[\s./-]*\d){7,}/u,
  /\b\d{2}[.\s]?\d{2}[.\s]?\d{2}[-\s]\d{3}[.\s]\d{2}\b/u,
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}\b/u,
  /\b(?:mevr(?:ouw)?|meneer|dhr|mijnheer|mr|mrs|ms|miss)\b\.?\s+\p{Lu}/u,
  /\b(?:heet|noemt|genaamd|called|named)\s+\p{Lu}\p{Ll}+/u,
  /\b(?:geboren|diagnose|autisme|autistisch|adhd|depressie|depressief|burn-?out|epilepsie|psychose|medicatie|ziekte|verslaafd|verslaving|psychiater|mutualiteit)\b/iu,
  /\b(?:born on|diagnosis|autism|autistic|depression|epilepsy|medication|illness|addict(?:ion|ed)?|psychiatrist)\b/iu,
];
