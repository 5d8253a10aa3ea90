// Stands in for the worker that makes PDFs, and does what it is told.
import { parentPort } from 'node:worker_threads';

/** @type {Record<string, () => void>} */
const tricks = {
  hang: () => {
    for (;;);
  },
  die: () => process.exit(3),
  throw: () => {
    throw new Error('thrown');
  },
  'fine, then die': () => {
    parentPort?.postMessage({ file: Buffer.from('fine') });
    setTimeout(() => process.exit(1), 20);
  },
};

parentPort?.on('message', (text) => {
  if (tricks[text]) tricks[text]();
  else parentPort?.postMessage({ file: Buffer.from(text) });
});
