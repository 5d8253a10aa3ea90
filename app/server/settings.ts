import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** What the operator chose, read once at start. */
export type Settings = {
  port: number;
  /** Address at which people reach the app, without a slash at the end. */
  baseUrl: string;
  /** file:/absolute/path.db or postgres://… */
  databaseUrl: string;
  dataDir: string;
  /** smtp://user:password@host:port; null: no mail is offered, and in the demo, whose addresses are invented, never. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Key for hashes of codes and links. */
  secret: string;
  demo: boolean;
  /** Addresses of the toolbox's own editors, who read remarks from the field, in lower case. */
  editors: string[];
  /** Proxies in front whose X-Forwarded-* headers are believed. */
  trustProxy: number;
  /** Posts per minute from one address. */
  rateLimit: number;
  /** What a monitor must bring to read /metrics; null: nobody reads it. */
  metricsToken: string | null;
  /** Seconds between being asked to stop and no longer listening: a balancer needs them to look elsewhere. */
  drainSeconds: number;
  logLevel: string;
};

/** A wrong or missing setting; the message names it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const url = (protocol: RegExp, error: string) => z.url({ protocol, error });
const environment = z.object({
  PORT: z.coerce
    .number<string>('expected a port number')
    .int('expected a whole number')
    .min(0, 'expected 0 to 65535')
    .max(65535, 'expected 0 to 65535')
    .default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'expected file:/path/to/file.db or postgres://…')
    .optional(),
  SMTP_URL: url(/^smtps?$/, 'expected smtp://… or smtps://…').optional(),
  MAIL_FROM: z.string().min(3).default('Toolbox Doorstroom <noreply@localhost>'),
  BASE_URL: url(/^https?$/, 'expected http://… or https://…').optional(),
  SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  DEMO: z.enum(['0', '1'], 'expected 0 or 1').default('0'),
  EDITORS: z
    .string()
    .transform((list) =>
      list
        .split(/[\s,;]+/)
        .filter((one) => one !== '')
        .map((one) => one.toLowerCase()),
    )
    .pipe(z.array(z.email('expected e-mail addresses with commas between')))
    .default([]),
  TRUST_PROXY: z.coerce.number<string>('expected a number of proxies').int().min(0).max(10).default(0),
  RATE_LIMIT: z.coerce.number<string>('expected a number per minute').int().min(1).default(6000),
  METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  DRAIN_SECONDS: z.coerce.number<string>('expected a number of seconds').int().min(0).max(60).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'expected a level of pino').default('info'),
});

/** Every name that is read. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** Reads and checks the environment; makes the data folder and its secret on first use. Throws SettingsError. */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(explain).join('\n'));
  const given = parsed.data;
  const demo = given.DEMO === '1';
  const dataDir = makeFolder(resolve(root, given.DATA_DIR));
  const url = databaseUrl(given.DATABASE_URL, dataDir, demo, root);
  return {
    port: given.PORT,
    baseUrl: (given.BASE_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    databaseUrl: url,
    dataDir,
    smtpUrl: demo ? null : (given.SMTP_URL ?? null),
    mailFrom: given.MAIL_FROM,
    secret: given.SECRET ?? ownSecret(url, dataDir),
    demo,
    editors: given.EDITORS,
    trustProxy: given.TRUST_PROXY,
    rateLimit: given.RATE_LIMIT,
    metricsToken: given.METRICS_TOKEN ?? null,
    drainSeconds: given.DRAIN_SECONDS,
    logLevel: given.LOG_LEVEL,
  };
}

const explain = (issue: { path: PropertyKey[]; message: string }) =>
  `Setting ${String(issue.path[0])}: ${issue.message}.`;

/** The demo never touches the real database: it has a file of its own, whatever DATABASE_URL says. */
function databaseUrl(given: string | undefined, dataDir: string, demo: boolean, root: string): string {
  if (demo) return `file:${join(dataDir, 'demo.db')}`;
  if (!given) return `file:${join(dataDir, 'toolbox.db')}`;
  return given.startsWith('file:') ? `file:${resolve(root, given.slice('file:'.length))}` : given;
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (error) {
    throw new SettingsError(`Setting DATA_DIR: ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** A file of this host would be another key than that of the next host, which then opens no code and no session. */
function ownSecret(url: string, dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!url.startsWith('file:'))
    throw new SettingsError(
      `Setting SECRET: PostgreSQL can serve several hosts, and all must have the same key, of at least 32 characters${existsSync(file) ? `. This host used what stands in ${file} until now: give that` : ''}.`,
    );
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}
