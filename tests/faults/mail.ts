import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Fault, type Finding, must, type Trial, until } from '../support/fault.ts';
import { startPostOffice } from '../support/post-office.ts';
import { freePort, startServer } from '../support/server.ts';
import { newVisitor } from '../support/visitor.ts';

/**
 * The mail server is away, or takes the connection and then says nothing. Pages answer at once, the night's work is
 * done, the app ends when asked, and the letters go once there is a mail server.
 */
export const fault: Fault = {
  async run(trial) {
    const silent = await startSilence();
    try {
      return [
        await loseNoLetter(trial, 'away', `smtp://127.0.0.1:${await freePort()}`, 'the mail server is away'),
        await loseNoLetter(trial, 'silent', silent.url, 'the mail server says nothing'),
      ];
    } finally {
      silent.close();
    }
  },
};

async function loseNoLetter(trial: Trial, name: string, smtp: string, what: string): Promise<Finding> {
  const dataDir = join(trial.folder, name);
  const letters = join(trial.folder, `${name}-letters`);
  mkdirSync(letters);
  const port = await freePort();
  const addresses = Array.from({ length: 5 }, (_, n) => `${name}-${n}@example.org`);
  const bad = await startServer({ dataDir, port, env: { SMTP_URL: smtp } });
  for (const email of addresses) {
    const asked = performance.now();
    const { status } = await newVisitor(bad.url).post('/nl/sign-in', { email });
    must(status < 400, `asking for a link works, not ${status}`);
    must(performance.now() - asked < 5000, 'asking for a link does not wait for the mail server');
  }
  const file = join(dataDir, 'toolbox.db');
  await until('a letter was tried', () => count(file, 'select count(*) from mail where attempts > 0') > 0, 60_000);
  await until(
    'the night’s work is done',
    () => count(file, 'select count(*) from job where done_at is not null') > 3,
    60_000,
  );
  const asked = performance.now();
  await bad.stop();
  const ended = performance.now() - asked;
  must(ended < 16_000, `it ends when asked, not after ${Math.round(ended)} ms`);
  makeDue(file);
  const office = await startPostOffice(letters);
  const good = await startServer({ dataDir, port, env: { SMTP_URL: office.url } });
  const left = () => count(file, 'select count(*) from mail where sent_at is null');
  await until('every letter went', () => left() === 0, 60_000).catch(() => {});
  const lost = left();
  await good.stop();
  await office.close();
  return { what, rounds: 1, acknowledged: addresses.length, lost, note: `ended in ${Math.round(ended)} ms` };
}

/** Stands for the hours that pass until each letter is tried again. */
function makeDue(file: string): void {
  const database = new Database(file);
  database.exec('update mail set next_at = null');
  database.close();
}

function count(file: string, sql: string): number {
  const database = new Database(file, { readonly: true });
  try {
    return Number(database.prepare(sql).pluck().get());
  } finally {
    database.close();
  }
}

async function startSilence(): Promise<{ url: string; close: () => void }> {
  const held = new Set<Socket>();
  const server = createServer((socket) => void held.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      for (const socket of held) socket.destroy();
    },
  };
}
