import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chunk, Records } from "../../../engine/cli/batch/chunk.ts";
import { chunksOf, sameRoom } from "../../../engine/cli/batch/chunks.ts";
import { CsvRecords } from "../../../engine/cli/batch/csv-records.ts";
import { inOrder } from "../../../engine/cli/batch/in-order.ts";
import { jsonRecords } from "../../../engine/cli/batch/json-records.ts";

const longest = 12;

/** The chunks of a text that arrives in pieces of some lengths. */
async function chunksIn(
  bytes: Buffer,
  lengths: readonly number[],
  records: Records,
  from: { readonly at: number; readonly line: number } = { at: 0, line: 1 },
): Promise<readonly Chunk[]> {
  async function* pieces(): AsyncGenerator<Buffer> {
    let at = from.at;
    for (const length of lengths) {
      yield bytes.subarray(at, at + length);
      at += length;
    }
    yield bytes.subarray(at);
  }
  const hash = createHash("sha256").update(bytes.subarray(0, from.at));
  const cutting = { records, longest, size: 20, prompt: false, firstLine: 1, line: from.line, hash };
  const chunks: Chunk[] = [];
  for await (const chunk of chunksOf(pieces(), cutting)) chunks.push(chunk);
  return chunks;
}

const someText = fc
  .array(fc.oneof(fc.constantFrom("\n", '"', ",", "a", "é", "\r\n"), fc.string({ maxLength: 16 })), { maxLength: 30 })
  .map((parts) => Buffer.from(parts.join("")));
const someLengths = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
const someRecords = fc.constantFrom<() => Records>(
  () => jsonRecords,
  () => new CsvRecords(","),
);

describe("chunks", () => {
  it("are the same however the bytes arrive, and lose none of them", async () => {
    await fc.assert(
      fc.asyncProperty(someText, someLengths, someRecords, async (bytes, lengths, records) => {
        const chunks = await chunksIn(bytes, lengths, records());
        expect(chunks).toEqual(await chunksIn(bytes, [], records()));
        expect(chunks.reduce((size, chunk) => size + chunk.size, 0)).toBe(bytes.length);
        let at = 0;
        for (const chunk of chunks) {
          const part = bytes.subarray(at, at + chunk.size);
          if (chunk.bytes !== undefined) expect(Buffer.from(chunk.bytes).equals(part)).toBe(true);
          at += chunk.size;
          expect(chunk.digest).toBe(createHash("sha256").update(bytes.subarray(0, at)).digest("hex"));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("number the lines, and go on as before from the end of any of them", async () => {
    await fc.assert(
      fc.asyncProperty(someText, someLengths, someRecords, async (bytes, lengths, records) => {
        const chunks = await chunksIn(bytes, [], records());
        let at = 0;
        for (const [index, { line, lines, size, ended }] of chunks.entries()) {
          expect(line).toBe(1 + bytes.subarray(0, at).toString("latin1").split("\n").length - 1);
          at += size;
          if (!ended) continue;
          const rest = await chunksIn(bytes, lengths, records(), { at, line: line + lines });
          expect(rest).toEqual(chunks.slice(index + 1));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("end with a whole record, and none that is too long is held", async () => {
    const chunks = await chunksIn(Buffer.from(`short\n${"x".repeat(500)}\nafter\nlast`), [3, 100, 7], jsonRecords);
    expect(chunks.map(({ line, bytes, ended }) => [line, bytes && Buffer.from(bytes).toString(), ended])).toEqual([
      [1, "short\n", true],
      [2, undefined, true],
      [3, "after\nlast", false],
    ]);
  });

  it("can have their bytes in the same memory, for whoever is done with one before the next", async () => {
    await fc.assert(
      fc.asyncProperty(someText, someLengths, async (bytes, lengths) => {
        const expected = await chunksIn(bytes, [], jsonRecords);
        async function* pieces(): AsyncGenerator<Buffer> {
          let at = 0;
          for (const length of [...lengths, bytes.length]) {
            yield bytes.subarray(at, at + length);
            at += length;
          }
        }
        const cutting = { records: jsonRecords, longest, size: 20, prompt: false, firstLine: 1, line: 1 };
        const found: (string | undefined)[] = [];
        for await (const chunk of chunksOf(pieces(), { ...cutting, room: sameRoom(), hash: undefined })) {
          found.push(chunk.bytes && Buffer.from(chunk.bytes).toString());
        }
        expect(found).toEqual(expected.map((chunk) => chunk.bytes && Buffer.from(chunk.bytes).toString()));
      }),
    );
  });

  it("keep together a cell with line breaks, and part lines in which a quote stands astray", async () => {
    const cut = async (text: string) =>
      (await chunksIn(Buffer.from(text), [1, 1, 1], new CsvRecords(","))).map(({ line, lines, bytes }) => [
        line,
        lines,
        bytes && Buffer.from(bytes).toString(),
      ]);
    expect(await cut('a,"b\n""c\n"\n1,2\n')).toEqual([[1, 4, 'a,"b\n""c\n"\n1,2\n']]);
    expect(await cut(`a,5" x\n${"y".repeat(12)}\n1,2\n`)).toEqual([
      [1, 2, `a,5" x\n${"y".repeat(12)}\n`],
      [3, 1, "1,2\n"],
    ]);
  });
});

describe("work in order", () => {
  it("has no more under way than allowed, and is taken in order whatever is done first", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(3),
        async (delays, most, slow) => {
          let underWay = 0;
          let highest = 0;
          const taken: number[] = [];
          const turns = async (count: number): Promise<void> => {
            for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
          };
          async function* source(): AsyncGenerator<number> {
            for (const at of delays.keys()) {
              highest = Math.max(highest, ++underWay);
              yield at;
            }
          }
          await inOrder<number, number>(source(), {
            most: () => most,
            work: async (at) => {
              await turns(delays[at] ?? 0);
              return at;
            },
            take: async (at) => {
              await turns(slow);
              taken.push(at);
              underWay--;
            },
          });
          expect(taken).toEqual([...delays.keys()]);
          expect(highest).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("stops at the first error, after everything before it was taken", async () => {
    for (const failing of ["source", "work", "take"]) {
      const taken: number[] = [];
      const failIn = (where: string, at: number): void => {
        if (where === failing && at === 3) throw new Error(where);
      };
      async function* source(): AsyncGenerator<number> {
        for (let at = 0; at < 9; at++) {
          failIn("source", at);
          yield at;
        }
      }
      const run = inOrder<number, number>(source(), {
        most: () => 4,
        work: async (at) => {
          failIn("work", at);
          return at;
        },
        take: async (at) => {
          failIn("take", at);
          taken.push(at);
        },
      });
      await expect(run).rejects.toThrow(failing);
      expect(taken).toEqual([0, 1, 2]);
    }
  });
});
