import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes every letter and keeps it in `folder`. */
export async function startPostOffice(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  let count = 0;
  const office = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // Nobody reads the name of who connects, and asking for it takes time.
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        writeFileSync(join(folder, `${String(count++).padStart(4, '0')}.eml`), Buffer.concat(pieces));
        done();
      });
    },
  });
  const server = office.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => office.close(() => resolve())) };
}

/** Every letter to an address, in order of arrival, with its lines joined again. */
export const lettersTo = (folder: string, address: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('=\r\n', ''))
    .filter((letter) => letter.includes(address));
