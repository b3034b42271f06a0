import type { Chunk } from "./chunk.ts";
import type { Made } from "./rows.ts";

/** Enough for the lines of a usual chunk, and for its rows in full. Memory that is never written to takes no room. */
const linesRoom = 512 * 1024;
const rowsRoom = 4 * 1024 * 1024;

/**
 * Memory that is shared with a worker, and used again for chunk after chunk: lines go in it and rows come back in it. To hand
 * pieces of memory over and let them go would cost more than the rows of many a chunk.
 */
export interface Tray {
  readonly lines: Uint8Array;
  readonly rows: Uint8Array;
}

/** A tray with nothing on it. */
export function newTray(): Tray {
  return {
    lines: new Uint8Array(new SharedArrayBuffer(linesRoom)),
    rows: new Uint8Array(new SharedArrayBuffer(rowsRoom)),
  };
}

/** A copy of a chunk, with its lines on a tray if there is room for them. */
export function onTray(chunk: Chunk, { lines }: Tray): Chunk {
  const { bytes } = chunk;
  if (bytes === undefined) return chunk;
  if (bytes.length > lines.length) return { ...chunk, bytes: new Uint8Array(bytes) };
  lines.set(bytes);
  return { ...chunk, bytes: lines.subarray(0, bytes.length) };
}

/** Rows that are on a tray, if there is room for them; memory of their own to be handed over, else. */
export function broughtBack({ bytes, tally }: Made, { rows }: Tray): Made {
  if (bytes.length > rows.length) return { bytes: new Uint8Array(bytes), tally };
  rows.set(bytes);
  return { bytes: rows.subarray(0, bytes.length), tally };
}
