import type { Chunk } from "./chunk.ts";
import type { Rows } from "./rows.ts";
import type { Lent, Workers } from "./workers.ts";

/** When workers are called in. */
export interface Staffing {
  /** How many; none for 0. */
  readonly count: number;
  /** How many bytes of cases must have come, or be known to come, before workers pay for their start. */
  readonly from: number;
  /** How many bytes are known to come. */
  readonly expected: number;
}

/** For each worker, a chunk that it works on and one that waits. */
const chunksForEach = 2;

/**
 * Whoever makes the rows: this thread for a small input, which must not pay for more, and workers for a large one. What
 * comes out is the same.
 */
export class Crew {
  readonly #rows: Rows;
  readonly #staffing: Staffing;
  readonly #callIn: (count: number) => Workers;
  #workers: Workers | undefined;
  #seen = 0;

  constructor(rows: Rows, staffing: Staffing, callIn: (count: number) => Workers) {
    this.#rows = rows;
    this.#staffing = staffing;
    this.#callIn = callIn;
  }

  /** How many chunks may be under way. */
  most(): number {
    return this.#workers === undefined ? 1 : this.#staffing.count * chunksForEach;
  }

  /** The rows for a chunk. They are written and released before this thread is asked for others. */
  async of(chunk: Chunk): Promise<Lent> {
    const { count, from, expected } = this.#staffing;
    if (count > 0 && this.#workers === undefined && Math.max(this.#seen, expected) >= from) {
      this.#workers = this.#callIn(count);
    }
    this.#seen += chunk.size;
    if (this.#workers !== undefined) return this.#workers.of(chunk);
    return { ...(await this.#rows.of(chunk)), release: () => {} };
  }

  async end(): Promise<void> {
    await this.#workers?.end();
  }
}
