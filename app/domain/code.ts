/** The owner's code: ten characters that cannot be mistaken for each other, shown as XXXXX-XXXXX. */

/** No 0 O 1 I L 2 Z 5 S 8 B U V: 23 characters, 23^10 = 4 × 10^13 codes. */
export const codeAlphabet = '34679ACDEFGHJKMNPQRTWXY';
export const codeLength = 10;

/** Makes a code from random bytes; bytes that would favour some characters are skipped. Needs a source of bytes. */
export function makeCode(randomBytes: (count: number) => Uint8Array): string {
  const fair = 256 - (256 % codeAlphabet.length);
  let code = '';
  while (code.length < codeLength)
    for (const byte of randomBytes(codeLength))
      if (byte < fair && code.length < codeLength) code += codeAlphabet[byte % codeAlphabet.length];
  return code;
}

/** A typed code without spaces, dashes and case; null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\-–.]/g, '');
  const valid = code.length === codeLength && [...code].every((one) => codeAlphabet.includes(one));
  return valid ? code : null;
}

export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
