/**
 * Characters that XML 1.0 forbids or advises against: controls but tab and line ends, the last two code points, lone
 * surrogates. No font draws them and no office program keeps them.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same JSON value with every text passed through `change`. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)])) as Value;
}

/** The same value without characters that do not belong in an XML document. */
export const printable = <Value>(value: Value): Value => mapTexts(value, (text) => text.replace(forbidden, ''));
