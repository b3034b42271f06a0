import type { Records } from "./chunk.ts";

const lineFeed = 10;

/** One record a line: cases in NDJSON. */
export const jsonRecords: Records = {
  endIn: (piece, from) => {
    const at = piece.indexOf(lineFeed, from);
    return at === -1 ? undefined : at + 1;
  },
  lines: 1,
};
