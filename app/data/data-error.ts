/** What went wrong, as far as a caller can act on it: `busy` and `full` pass, `constraint` is about this write alone. */
export type DataErrorCode = 'busy' | 'full' | 'constraint' | 'io' | 'unknown';

/**
 * Trouble in the database, without the values that were sent: drizzle and PostgreSQL put those in their messages, and
 * an answer must never reach a log. `reason` is the database's own code; the message may name the statement's shape.
 */
export class DataError extends Error {
  readonly code: DataErrorCode;
  readonly reason: string;

  constructor(code: DataErrorCode, reason: string, sql = '') {
    super(`Database trouble: ${code} (${reason})${sql && `, in: ${shapeOf(sql)}`}`);
    this.name = 'DataError';
    this.code = code;
    this.reason = reason;
  }
}

export const isBusy = (error: unknown): boolean => error instanceof DataError && error.code === 'busy';
/** The file itself is no sound database; trying again cannot help. */
export const isDamaged = (error: unknown): boolean => error instanceof DataError && /CORRUPT|NOTADB/.test(error.reason);
export const isBroken = (error: unknown): boolean => error instanceof DataError && error.code === 'io';

/** The beginning of a statement, without anything that could be a typed value. */
const shapeOf = (sql: string) => sql.slice(0, 300).replace(/'(?:[^']|'')*('|$)/g, "'…'");

type Rule = [pattern: RegExp, code: DataErrorCode];

const sqliteRules: Rule[] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'busy'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_CONSTRAINT/, 'constraint'],
  [/^SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB|READONLY|NOMEM|PERM|AUTH)/, 'io'],
];

const postgresRules: Rule[] = [
  [/^(40001|40P01|55P03|57014|53300)$|^timeout exceeded when trying to connect/, 'busy'],
  [/^53100$/, 'full'],
  [/^23/, 'constraint'],
  [
    /^(08|28|3D|57P|58|53200|XX00[12])|^E[A-Z]{4,}$|^(Connection terminated|Query read timeout|Client |Cannot use a pool)/,
    'io',
  ],
];

/** What better-sqlite3 threw, by its extended result code. */
export const fromSqlite = (error: unknown, sql?: string): DataError => classify(sqliteRules, error, sql);

/** What pg or PGlite threw, by its SQLSTATE, or by the system's code when the connection is gone. */
export const fromPostgres = (error: unknown, sql?: string): DataError => classify(postgresRules, error, sql);

function classify(rules: Rule[], error: unknown, sql?: string): DataError {
  if (error instanceof DataError) return error;
  const { code, message, name } = error as { code?: unknown; message?: string; name?: string };
  const sign = typeof code === 'string' ? code : String(message);
  const rule = rules.find(([pattern]) => pattern.test(sign));
  const reason = typeof code === 'string' ? code : rule ? 'connection' : String(name);
  return new DataError(rule?.[1] ?? 'unknown', reason, sql);
}
