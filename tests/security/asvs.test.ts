import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { root } from '../support/root.ts';

/* The table against OWASP ASVS 5.0.0, level 2: complete, and every proof it names is there. */

/** How many requirements of level 1 or 2 each section has: they are numbered from 1, without holes. */
const sections: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const numbers = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
);

const words = z.string().min(3).max(700);
const row = z.union([
  z.strictObject({ what: words, proof: words }),
  z.strictObject({ what: words, because: words }),
  z.strictObject({ what: words, operator: words }),
  z.strictObject({ what: words, gap: words }),
]);
type Row = z.infer<typeof row>;

const read = (path: string) => readFileSync(join(root, path), 'utf8');
let table: Record<string, Row>;

beforeAll(() => {
  // A number that stands there twice is refused by the reader.
  table = z.record(z.string(), row).parse(parse(read('tests/security/asvs.yaml')));
});

test('level 2 has 253 requirements', () => {
  expect(numbers).toHaveLength(253);
});

test('every requirement of level 1 and 2 is there once, and no other', () => {
  expect(Object.keys(table).sort()).toEqual([...numbers].sort());
});

describe('every proof', () => {
  test('is a test that exists, or stands in the file that it names', () => {
    const missing = Object.entries(table).flatMap(([number, one]) =>
      'proof' in one && !stands(one.proof) ? [`${number}: ${one.proof}`] : [],
    );
    expect(missing).toEqual([]);
  });

  test('is found to be missing when it is', () => {
    expect(stands('tests/security/asvs.test.ts › is found to be missing when it is')).toBe(true);
    expect(stands('tests/security/asvs.test.ts › no test has this name')).toBe(false);
    expect(stands('tests/security/asvs.test.ts › toHaveLength(253)')).toBe(false);
  });
});

test('what is left to the operator, or is not met, is told in the README', () => {
  const readme = read('README.md');
  expect(readme).toContain("The operator's share");
  for (const [number, one] of Object.entries(table))
    if ('gap' in one || 'operator' in one)
      expect(readme, number).toMatch(new RegExp(`\\b${number.replaceAll('.', '\\.')}\\b`));
});

/** Whether the words after › stand in the file before it: in the name of a test, where it is one. */
function stands(proof: string): boolean {
  const [path = '', ...rest] = proof.split(' › ');
  const wanted = rest.join(' › ').replace(/^"|"$/g, '');
  const source = read(path);
  if (wanted === '') return false;
  if (!path.endsWith('.test.ts')) return source.includes(wanted);
  return namesIn(source).some((name) => name.includes(wanted));
}

const namesIn = (source: string): string[] =>
  [
    ...source.matchAll(/\b(?:test|it|describe)(?:\.each\((?:[^()]|\([^()]*\))*\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g),
  ].map(([, , name = '']) => name);
