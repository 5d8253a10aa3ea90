/**
 * The part of a keyed hash that hand-ins stand under: 72 bits, so that of ten million the chance that any two are taken for
 * each other is one in a hundred million.
 */
export const shortKey = (hash: string): string => hash.slice(0, 12);
