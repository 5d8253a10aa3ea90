import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '#app/server/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolbox-settings-'));
const read = (env: Record<string, string>) => readSettings({ DATA_DIR: folder, ...env }, folder);

describe('a wrong setting stops the start with its name', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://localhost/toolbox'],
    ['BASE_URL', 'toolbox.example'],
    ['SMTP_URL', 'http://mail'],
    ['SECRET', 'too-short'],
    ['TRUST_PROXY', 'yes'],
    ['EDITORS', 'nobody'],
    ['RATE_LIMIT', '0'],
    ['METRICS_TOKEN', 'guessable'],
    ['DRAIN_SECONDS', '600'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'ja'],
  ])('%s=%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^Setting ${name}: `));
  });

  test('every wrong one is named at once', () => {
    expect(() => read({ PORT: 'x', BASE_URL: 'y' })).toThrow(/PORT[\s\S]*BASE_URL/);
  });

  test('a data folder that cannot be made', () => {
    expect(() => readSettings({ DATA_DIR: '/dev/null/data' }, folder)).toThrow(/^Setting DATA_DIR: /);
  });
});

test('an empty setting is none', () => {
  expect(read({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null });
});

test('the secret is made once, for its owner only', () => {
  const { secret } = read({});
  expect(secret.length).toBeGreaterThan(32);
  expect(read({}).secret).toBe(secret);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

const key = 'a key that every host has, for codes and links';

test('PostgreSQL needs the secret as a setting, because every host must have the same; the message tells where it was', () => {
  const postgres = { DATABASE_URL: 'postgres://localhost/toolbox' };
  const folder = mkdtempSync(join(tmpdir(), 'toolbox-settings-'));
  const readThere = (env: Record<string, string>) => readSettings({ DATA_DIR: folder, ...env }, folder);
  expect(() => readThere(postgres)).toThrow(/^Setting SECRET: PostgreSQL can serve several hosts[^/]*$/);
  expect(existsSync(join(folder, 'secret'))).toBe(false);
  readThere({});
  expect(() => readThere(postgres)).toThrow(join(folder, 'secret'));
  expect(readThere({ ...postgres, SECRET: key }).secret).toBe(key);
});

test('the demo has a database of its own, whatever else is set', () => {
  const real = read({ DATABASE_URL: 'postgres://localhost/toolbox', SECRET: key });
  const demo = read({ DATABASE_URL: 'postgres://localhost/toolbox', DEMO: '1' });
  expect(real.databaseUrl).toBe('postgres://localhost/toolbox');
  expect(demo.databaseUrl).toBe(`file:${join(folder, 'demo.db')}`);
});

test('the demo sends no mail, whatever else is set', () => {
  const smtp = { SMTP_URL: 'smtp://localhost:2525' };
  expect(read(smtp).smtpUrl).toBe('smtp://localhost:2525');
  expect(read({ ...smtp, DEMO: '1' }).smtpUrl).toBeNull();
});
