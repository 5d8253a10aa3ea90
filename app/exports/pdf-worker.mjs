// Compiles documents to PDF or PNG away from the request thread. A plain file, so that it runs from a bundle, from tests and
// from Node alike. A message in is the JSON that a template reads, with its name; one out is { file } or { problem }.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { root } = workerData;
const workspace = join(root, 'content/reports');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(root, 'content/fonts')] }] });

parentPort?.on('message', async (json) => {
  parentPort?.postMessage(await outcome(json));
  // No two reports are alike: what this one left in the cache only takes room.
  compiler.evictCache(0);
});

/** @param {string} json */
async function outcome(json) {
  try {
    return { file: await compile(json) };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : JSON.stringify(problem) };
  }
}

/**
 * A tagged PDF that keeps to PDF/UA-1, the compiler refuses anything else; or a picture so many pixels wide.
 * @param {string} json data that the templates read, never source
 */
async function compile(json) {
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(json));
  const { template, pngWidth } = JSON.parse(json);
  const compiled = compiler.compile({ mainFilePath: join(workspace, `${template}.typ`) });
  const error = compiled.takeError();
  if (error || !compiled.result) throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'nothing');
  if (pngWidth) return picture(compiler.plainSvg(compiled.result), pngWidth);
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}

/**
 * Letters are shapes by now: no font is asked of the machine.
 * @param {string} svg
 * @param {number} width
 */
async function picture(svg, width) {
  const { Resvg } = await import('@resvg/resvg-js');
  const fitTo = { mode: /** @type {const} */ ('width'), value: width };
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
}
