/** Work that waits at once before more is turned away: what one disk stores well within the second. */
const mostWaiting = 128;

/** Work begun in one turn of the event loop; between turns new requests are read, and refused in time. */
const perTurn = 8;

/**
 * Lets work in by turns, in the order in which it came. `isFull` when too much waits: then a quick no, to be asked again,
 * is better for everybody than a queue that nobody sees the end of.
 */
export function createAdmission() {
  const waiting: (() => void)[] = [];
  let inside = 0;
  let turning = false;

  function turn() {
    for (const begin of waiting.splice(0, perTurn)) begin();
    turning = waiting.length > 0;
    if (turning) setImmediate(turn);
  }

  async function admit<T>(work: () => Promise<T>): Promise<T> {
    inside += 1;
    try {
      await new Promise<void>((begin) => {
        waiting.push(begin);
        if (!turning) setImmediate(turn);
        turning = true;
      });
      return await work();
    } finally {
      inside -= 1;
    }
  }
  return { isFull: () => inside >= mostWaiting, admit };
}
