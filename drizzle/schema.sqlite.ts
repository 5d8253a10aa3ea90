import { sqlite } from '../app/data/dialect.ts';
import { tables } from '../app/data/tables.ts';

// drizzle-kit sees only what a module exports by name.
export const {
  assessment,
  link,
  round,
  answer,
  currentAnswer,
  submission,
  action,
  digest,
  log,
  session,
  job,
  mail,
  deletion,
  guess,
} = tables(sqlite);
