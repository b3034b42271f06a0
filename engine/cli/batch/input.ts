import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { ProblemsError } from "../../source/problem.ts";
import type { Io } from "../io.ts";
import { standardInput } from "../source.ts";

/** The bytes of the cases, as they arrive. */
export interface Input {
  readonly bytes: AsyncIterable<Buffer>;
  /** How many bytes of the file have been read, before they are unpacked. */
  readonly read: () => number;
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Opens a file, or standard input for `-`. A file whose name ends in `.gz` is unpacked, and so is standard input that
 * begins as such a file does.
 */
export function openInput(path: string, io: Io): Input {
  let read = 0;
  const source = path === standardInput.path ? io.stdin : createReadStream(path, { highWaterMark: pieceSize });
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of source as AsyncIterable<Uint8Array | string>) {
      const bytes =
        typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      read += bytes.length;
      yield bytes;
    }
  }
  const packed = path === standardInput.path ? undefined : isPackedName(path);
  return { bytes: unpacked(counted(), packed), read: () => read };
}

const pieceSize = 256 * 1024;

/** Whether a name is that of a packed file. */
export function isPackedName(path: string): boolean {
  return path.endsWith(".gz");
}

/** @param packed whether the bytes are packed; told by how they begin, where that isn't known */
async function* unpacked(pieces: AsyncGenerator<Buffer>, packed: boolean | undefined): AsyncGenerator<Buffer> {
  if (packed === false) {
    yield* pieces;
    return;
  }
  const begin = packed === true ? Buffer.alloc(0) : await firstBytes(pieces, 2);
  const all = joined(begin, pieces);
  if (packed === undefined && !isGzip(begin)) {
    yield* all;
    return;
  }
  yield* gunzip(all);
}

/** The first bytes, or all where there are fewer, with what arrived together with them. */
async function firstBytes(pieces: AsyncGenerator<Buffer>, count: number): Promise<Buffer> {
  let begin = Buffer.alloc(0);
  while (begin.length < count) {
    const next = await pieces.next();
    if (next.done === true) break;
    begin = Buffer.concat([begin, next.value]);
  }
  return begin;
}

async function* joined(begin: Buffer, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (begin.length > 0) yield begin;
  yield* pieces;
}

async function* gunzip(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { Readable, pipeline } = await import("node:stream");
  const unpacker = createGunzip({ chunkSize: pieceSize });
  // An error of either end comes out where the unpacked bytes are read.
  pipeline(Readable.from(pieces, { objectMode: false }), unpacker, () => {});
  try {
    for await (const piece of unpacker) yield piece as Buffer;
  } catch (error) {
    const isOfPacking = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    if (!isOfPacking) throw error;
    throw new ProblemsError([
      {
        code: "not-gzip",
        severity: "error",
        message: `the input is not packed with gzip, or damaged: ${error.message}`,
        expected: "a whole file in gzip, because its name ends in .gz or it begins like one",
        remedy: "pack it anew, or name a file that is not packed without .gz",
      },
    ]);
  }
}
