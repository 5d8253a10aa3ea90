// Compiles documents to PDF away from the request thread. A plain file, so that it runs from a bundle, from tests and
// from Node alike. A message in is the JSON that a template reads, with its name; one out is { pdf } or { problem }.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { root } = workerData;
const workspace = join(root, 'content/reports');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(root, 'content/fonts')] }] });

parentPort?.on('message', (json) => {
  parentPort?.postMessage(outcome(json));
  // No two reports are alike: what this one left in the cache only takes room.
  compiler.evictCache(0);
});

/** @param {string} json */
function outcome(json) {
  try {
    return { pdf: compile(json) };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : JSON.stringify(problem) };
  }
}

/**
 * A tagged PDF that keeps to PDF/UA-1; the compiler refuses anything else.
 * @param {string} json data that the templates read, never source
 */
function compile(json) {
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(json));
  const { template } = JSON.parse(json);
  const compiled = compiler.compile({ mainFilePath: join(workspace, `${template}.typ`) });
  const error = compiled.takeError();
  if (error || !compiled.result) throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'nothing');
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}
