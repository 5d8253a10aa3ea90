/** A file in a ZIP: its path, with / between folders, and what is in it. */
export type ZippedFile = { path: string; body: Uint8Array | string };

/** The files in one ZIP, in their order. */
export async function zip(files: Iterable<ZippedFile> | AsyncIterable<ZippedFile>): Promise<Buffer> {
  const { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for await (const { path, body } of files) {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
    await writer.add(path, new Uint8ArrayReader(bytes));
  }
  return Buffer.from(await writer.close());
}
