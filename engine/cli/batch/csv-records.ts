import type { Records } from "./chunk.ts";

const lineFeed = 10;
const quote = 34;

/**
 * The records of CSV, of which a cell in quotes may hold line breaks. A quote opens a cell only where the cell begins, so
 * one inside a plain cell does not swallow the lines after it.
 */
export class CsvRecords implements Records {
  lines = 1;
  readonly #delimiter: number;
  #breaks = 0;
  #startsCell = true;
  #isQuoted = false;

  /** @param delimiter one character of ASCII */
  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  endIn(piece: Buffer, from: number): number | undefined {
    let startsCell = this.#startsCell;
    let isQuoted = this.#isQuoted;
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at];
      if (isQuoted) {
        // The quotes of a doubled one close the cell and open it again.
        if (byte === quote) {
          isQuoted = false;
          startsCell = true;
        } else if (byte === lineFeed) this.#breaks++;
      } else if (byte === lineFeed) {
        this.lines = this.#breaks + 1;
        this.#breaks = 0;
        this.#startsCell = true;
        this.#isQuoted = false;
        return at + 1;
      } else if (byte === quote && startsCell) isQuoted = true;
      else startsCell = byte === this.#delimiter;
    }
    this.#startsCell = startsCell;
    this.#isQuoted = isQuoted;
    return undefined;
  }
}
