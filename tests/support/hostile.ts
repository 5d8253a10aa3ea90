import fc from 'fast-check';

/* What a hostile or broken program puts where a page has an ordinary value. */

/** Would be markup if it came back as it went out, in a page, an attribute, a text field or the data of a script. */
export const markup = `"'></title></textarea></script><img src=x onerror=kanarie>`;

/** Texts, some of which no browser sends. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constant(markup) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\ud800', 'a\udfffb', '\0', 'a\0b', '\u202eabc', '\ufeff', '\r\nX-A: b', '\u2028'),
  },
  { weight: 2, arbitrary: fc.constantFrom('1e309', '-0', 'NaN', '-1', '9007199254740993', '0x10', '1.5', '٣', ' 1 ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'null',
      '[object Object]',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("' or 1=1 --", '%', '_', '../../etc/passwd', '=1+1', '{{7*7}}', '#import "x"'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a@b.be\r\nBcc: c@d.be',
      'a@b.be,c@d.be',
      '<a@b.be>',
      '2027-02-31',
      '0000-00-00',
      '99999-01-01',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 40_000 }).map((length) => 'x'.repeat(length)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

/** Names of fields with a meaning in the machine. */
export const hostileName = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  '__proto__[admin]',
  'intent',
  'id',
  'role',
  '',
);

/** Files where a text is expected, or in the place of a good one. */
export const hostileFile = fc
  .tuple(
    fc.constantFrom('a.json', 'a.svg', '../../a.yaml', 'a.png', '\u202egnp.exe', ''),
    fc.constantFrom(
      '',
      '{}',
      'null',
      '[[[[[[',
      '{"__proto__":{"admin":true}}',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'PK\x03\x04',
      `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>${markup}</svg>`,
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>',
      'a: &a [*a]\n',
      'a: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n',
      '\0'.repeat(1000),
    ),
  )
  .map(([name, text]) => new File([Buffer.from(text, 'latin1')], name));

/** The body of a plain form; a surrogate without its other half goes as the bytes that a broken program sends. */
export const encoded = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${bytesOf(name)}=${bytesOf(value)}`).join('&');

const bytesOf = (text: string): string =>
  [...text].map((one) => (one.isWellFormed() ? encodeURIComponent(one) : '%ED%A0%80')).join('');
