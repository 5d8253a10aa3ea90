const waiting: (() => Promise<void> | void)[] = [];

/** Remembers what must be closed or removed when the test file that asks has run; the newest goes first. */
export function whenFileEnds(clean: () => Promise<void> | void): void {
  waiting.push(clean);
}

/** Does all of it, also when one part fails. */
export async function cleanUp(): Promise<void> {
  const failed: unknown[] = [];
  for (const clean of waiting.splice(0).reverse())
    try {
      await clean();
    } catch (error) {
      failed.push(error);
    }
  if (failed.length > 0) throw failed[0];
}
