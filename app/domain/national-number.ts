/**
 * Whether these are the eleven digits of a Belgian national number, with or without spaces, dots and dashes: a date of
 * birth (year, month, day; a foreigner's month may be raised by 20 or 40, an unknown one is 00), a serial number, and two
 * digits that check the first nine modulo 97, with a 2 before them for who was born from 2000.
 */
export function isNationalNumber(text: string): boolean {
  const digits = text.replace(/[ .-]/g, '');
  if (!/^\d{11}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4)) % 20;
  const day = Number(digits.slice(4, 6));
  const isDated = Number(digits.slice(2, 4)) < 60 && month <= 12 && day <= 31;
  return isDated && ['', '2'].some((century) => checkDigits(century + digits.slice(0, 9)) === digits.slice(9));
}

const checkDigits = (number: string): string => String(97 - (Number(number) % 97)).padStart(2, '0');
