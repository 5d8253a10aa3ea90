// Stands in for the worker that makes PDFs, and does what it is told.
import { parentPort } from 'node:worker_threads';

let jobs = 0;

/** @type {Record<string, () => void>} */
const tricks = {
  hang: () => {
    for (;;);
  },
  die: () => process.exit(3),
  throw: () => {
    throw new Error('thrown');
  },
  'which one is this?': () => parentPort?.postMessage({ file: Buffer.from(String(jobs)) }),
  'fine, then die': () => {
    parentPort?.postMessage({ file: Buffer.from('fine') });
    setTimeout(() => process.exit(1), 20);
  },
};

parentPort?.on('message', (text) => {
  jobs += 1;
  if (tricks[text]) tricks[text]();
  else parentPort?.postMessage({ file: Buffer.from(text) });
});
