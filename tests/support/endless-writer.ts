import { randomUUID } from 'node:crypto';
import { DataError } from '#app/data/data-error.ts';
import { openStore } from '#app/data/store.server.ts';

/*
 * A program that writes until it is killed: `endless-writer.ts <databaseUrl>`. Prints `ready`, then the id of each write
 * after it was acknowledged, or `failed <code>`. Every write puts one row in two tables.
 */

const store = await openStore({ databaseUrl: process.argv[2] as string });
const { t } = store;
// Without a listener the system ends a process that outgrows its file size limit.
process.on('SIGXFSZ', () => {});
console.log('ready');
await Promise.all(Array.from({ length: 20 }, writeForEver));

async function writeForEver(): Promise<void> {
  for (;;) console.log(await writeOnce());
}

async function writeOnce(): Promise<string> {
  const id = randomUUID();
  try {
    await store.write(async (tx) => {
      await tx.insert(t.deletion).values({ id, at: new Date(), counts: { size: 1 }, backupsUntil: 'x'.repeat(500) });
      await tx.insert(t.guess).values({ key: id, points: 1 });
    });
    return id;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return `failed ${error.code}`;
  }
}
