import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chunk } from "../../../engine/cli/batch/chunk.ts";
import { newTally } from "../../../engine/cli/batch/tally.ts";
import { broughtBack, onTray } from "../../../engine/cli/batch/tray.ts";

const room = 8;
const tray = {
  lines: new Uint8Array(new SharedArrayBuffer(room)),
  rows: new Uint8Array(new SharedArrayBuffer(room)),
};
const someBytes = fc.uint8Array({ maxLength: 2 * room });

const chunkOf = (bytes: Uint8Array | undefined): Chunk => {
  return { line: 3, lines: 1, size: 1, bytes, digest: "d", isFirst: false, ended: true };
};

describe("a tray", () => {
  it("carries lines and rows, and what is too large goes beside it, untouched by what comes after", () => {
    fc.assert(
      fc.property(someBytes, someBytes, (bytes, others) => {
        const expected = Uint8Array.from(bytes);
        const carried = onTray(chunkOf(bytes), tray);
        expect(carried).toEqual(chunkOf(expected));
        expect(carried.bytes?.buffer === tray.lines.buffer).toBe(bytes.length <= room);
        const tally = newTally();
        const rows = broughtBack({ bytes, tally }, tray);
        expect(rows).toEqual({ bytes: expected, tally });
        expect(rows.bytes.buffer === tray.rows.buffer).toBe(bytes.length <= room);
        // The memory from which both were copied is used again.
        bytes.set(others.subarray(0, bytes.length));
        expect([carried.bytes, rows.bytes]).toEqual([expected, expected]);
      }),
    );
  });

  it("takes a chunk without lines as it is", () => {
    expect(onTray(chunkOf(undefined), tray)).toEqual(chunkOf(undefined));
  });
});
