/** A part of a page that was made before, in bytes, with room for an address between its pieces. */
export type Part = Buffer[];

/** What stands in a page's text for a part: no text that React escaped can hold it. */
export const markOf = (number: number): string => `<!--part ${number}-->`;

const mark = /<!--part (\d+)-->/g;

// One page is put together at a time.
let room = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * A page as bytes: its own text, and at each mark the part with its address. Joining everything as text first would cost
 * more than drawing it. What it gives is a copy of its own: another page can be made before this one is sent.
 */
export function pageBytes(text: string, parts: { part: Part; url: string }[]): Buffer {
  let at = 0;
  let from = 0;
  const write = (own: string) => {
    makeRoom(at, own.length * 3);
    at += room.write(own, at);
  };
  for (const found of text.matchAll(mark)) {
    write(text.slice(from, found.index));
    from = found.index + found[0].length;
    const { part, url } = parts[Number(found[1])] ?? { part: [], url: '' };
    for (const [number, piece] of part.entries()) {
      makeRoom(at, piece.length + url.length);
      if (number > 0) at += room.write(url, at, 'latin1');
      at += piece.copy(room, at);
    }
  }
  write(text.slice(from));
  return Buffer.from(room.subarray(0, at));
}

function makeRoom(used: number, wanted: number): void {
  if (used + wanted <= room.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(room.length * 2, used + wanted));
  room.copy(larger, 0, 0, used);
  room = larger;
}
