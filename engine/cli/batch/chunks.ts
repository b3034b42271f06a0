import type { Hash } from "node:crypto";
import type { Chunk, Records } from "./chunk.ts";

/** How chunks are cut. */
export interface Cutting {
  readonly records: Records;
  /** The longest record that is kept, in bytes without its line break. */
  readonly longest: number;
  /** A chunk ends with the first record that takes it to this many bytes. */
  readonly size: number;
  /** Whether what has arrived goes on at once, instead of waiting for a chunk to be full. */
  readonly prompt: boolean;
  /** The number of the line with which the cases begin, and of the one from which on chunks are cut. */
  readonly firstLine: number;
  readonly line: number;
  /** Memory for the bytes of a chunk; of its own for each, without it. */
  readonly room?: (size: number) => Uint8Array;
  /** Takes the bytes of every chunk, where their digest is wanted. */
  readonly hash: Hash | undefined;
}

/**
 * Cuts a stream of bytes into chunks of whole records. Unless they are wanted promptly, where a chunk ends depends on the
 * bytes alone and not on how they arrive: so a run that is taken up again where a chunk ended goes on as the first one
 * would have. Of a record that is too long, nothing is held in memory.
 */
export async function* chunksOf(pieces: AsyncIterable<Buffer>, cutting: Cutting): AsyncGenerator<Chunk> {
  const cutter = new Cutter(cutting);
  for await (const piece of pieces) yield* cutter.take(piece);
  yield* cutter.end();
}

class Cutter {
  readonly #cutting: Cutting;
  /** The records that the next chunk has so far. */
  #whole: Buffer[] = [];
  #wholeSize = 0;
  #wholeLines = 0;
  /** What has arrived of a record that has not ended. */
  #open: Buffer[] = [];
  #openSize = 0;
  #tooLong = false;
  #line: number;

  constructor(cutting: Cutting) {
    this.#cutting = cutting;
    this.#line = cutting.line;
  }

  *take(piece: Buffer): Generator<Chunk> {
    const { records, longest, size, prompt } = this.#cutting;
    /** From here on, nothing of the piece is put away yet. */
    let rest = 0;
    /** Where the open record begins in this piece. */
    let begin = 0;
    while (begin < piece.length) {
      const end = records.endIn(piece, begin);
      const to = end ?? piece.length;
      const length = this.#openSize + to - begin;
      const most = end === undefined ? longest : longest + breakLength(piece, to);
      if (length > most && !this.#tooLong) {
        if (begin > rest) this.#put(piece.subarray(rest, begin));
        rest = begin;
        yield* this.#chunk();
        for (const part of this.#open) this.#cutting.hash?.update(part);
        this.#open = [];
        this.#tooLong = true;
      }
      if (this.#tooLong) this.#cutting.hash?.update(piece.subarray(begin, to));
      this.#openSize = length;
      if (end === undefined) break;
      if (this.#tooLong) {
        yield this.#long(records.lines);
        rest = end;
      } else {
        this.#wholeSize += length;
        this.#wholeLines += records.lines;
        this.#openSize = 0;
        if (this.#wholeSize >= size) {
          this.#put(piece.subarray(rest, end));
          yield* this.#chunk();
          rest = end;
        }
      }
      begin = end;
    }
    if (begin > rest) this.#put(piece.subarray(rest, begin));
    if (!this.#tooLong && begin < piece.length) this.#open.push(piece.subarray(begin));
    if (prompt) yield* this.#chunk();
  }

  *end(): Generator<Chunk> {
    if (this.#tooLong) {
      yield this.#long(1);
      return;
    }
    const isOpen = this.#openSize > 0;
    this.#put(Buffer.alloc(0));
    this.#wholeSize += this.#openSize;
    this.#wholeLines += isOpen ? 1 : 0;
    yield* this.#chunk(!isOpen);
  }

  /** Puts records that have ended with the chunk. */
  #put(bytes: Buffer): void {
    this.#whole.push(...this.#open, bytes);
    this.#open = [];
  }

  *#chunk(ended = true): Generator<Chunk> {
    if (this.#wholeSize === 0) return;
    const { room = ownRoom } = this.#cutting;
    const bytes = room(this.#wholeSize);
    let at = 0;
    for (const part of this.#whole) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#cutting.hash?.update(bytes);
    yield { ...this.#place(this.#wholeLines, this.#wholeSize), bytes, ended };
    this.#line += this.#wholeLines;
    this.#whole = [];
    this.#wholeSize = 0;
    this.#wholeLines = 0;
  }

  #place(lines: number, size: number): Omit<Chunk, "bytes" | "ended"> {
    const { firstLine, hash } = this.#cutting;
    const line = this.#line;
    return { line, lines, size, isFirst: line === firstLine, digest: hash?.copy().digest("hex") };
  }

  #long(lines: number): Chunk {
    const chunk: Chunk = { ...this.#place(lines, this.#openSize), bytes: undefined, ended: true };
    this.#line += lines;
    this.#openSize = 0;
    this.#tooLong = false;
    return chunk;
  }
}

function ownRoom(size: number): Uint8Array {
  return new Uint8Array(size);
}

/** The same memory again and again, for whoever is done with a chunk when asking for the next. */
export function sameRoom(): (size: number) => Uint8Array {
  let memory = new Uint8Array(0);
  return (size) => {
    if (memory.length < size) memory = new Uint8Array(size);
    return memory.subarray(0, size);
  };
}

const lineFeed = 10;

/** The length of the line break before a place. */
function breakLength(piece: Buffer, end: number): number {
  return piece[end - 1] === lineFeed ? 1 : 0;
}
