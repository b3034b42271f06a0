import { CalendarRangeError, type Day } from "../../../calendar/day.ts";
import { writtenDay } from "../../../calendar/remember.ts";
import type { Procedure } from "../../../evaluate/procedure.ts";
import type { ByteCase } from "./byte-case.ts";
import { Desk } from "./desk.ts";
import { type Governed, Governings } from "./governings.ts";
import { RowBytes } from "./row-bytes.ts";
import { Scan } from "./scan.ts";

/** What became of a line: a row, of a case with an evaluation date or without; or nothing, and the line is left to others. */
export type Written = "dated" | "undated" | undefined;

/**
 * Makes the rows for the decisions about lines in which nothing is wrong, straight from their bytes to those of the rows.
 * Every row is, byte for byte, the one that is made of the line where it is read thoroughly; a line about which there may
 * be something else to say is left to those who do.
 */
export class ByteRows {
  readonly #asOf: Day;
  readonly #governings: Governings;
  /** The one that made the last row first: the next line is mostly decided by the same revision. */
  readonly #desks: Desk[];

  /** @param asOf the evaluation date of the lines without one */
  constructor({ revisions }: Procedure, asOf: Day) {
    this.#asOf = asOf;
    this.#governings = new Governings(revisions);
    const approved = revisions.filter(({ entry }) => entry.status === "approved");
    this.#desks = approved.map((model) => new Desk(model));
  }

  /** Writes the row for a line in UTF-8 that ends with its line break, and passes over it unless it is left to others. */
  write(scan: Scan, rows: RowBytes): Written {
    const start = scan.at;
    for (let at = 0; at < this.#desks.length; at++) {
      const desk = this.#desks[at];
      scan.at = start;
      const given = desk?.take(scan);
      if (desk === undefined || given === undefined) continue;
      const governed = this.#governings.of(given.values[desk.governing], given.asOf ?? this.#asOf);
      if (governed?.model !== desk.model) continue;
      if (at > 0) this.#desks.unshift(...this.#desks.splice(at, 1));
      if (this.#row(given, governed, desk, scan, rows)) return given.asOf === undefined ? "undated" : "dated";
      break;
    }
    scan.at = start;
    return undefined;
  }

  /** The row for the line that begins at a place; nothing where the line is left to others. */
  text(lines: Uint8Array, from: number): string | undefined {
    const rows = new RowBytes(4096);
    return this.write(new Scan(lines, from), rows) === undefined ? undefined : rows.textFrom(0);
  }

  /** @returns whether there is a row; without one, nothing is written */
  #row(given: ByteCase, { governedBy }: Governed, desk: Desk, scan: Scan, rows: RowBytes): boolean {
    const { nameFrom, nameTo, asOf = this.#asOf } = given;
    if (!desk.readingsOf(given, scan)) return false;
    const before = rows.length;
    try {
      const frame = desk.begin(asOf);
      if (frame === undefined) return false;
      rows.writeBytes(desk.heading);
      if (nameTo > 0) {
        rows.writeAscii(',"case":');
        rows.writePart(scan.bytes, nameFrom, nameTo);
      }
      rows.writeAscii(',"asOf":"');
      rows.writeAscii(writtenDay(asOf));
      rows.writeBytes(governedBy);
      rows.writeBytes(desk.decisions(frame));
      rows.writeAscii('},"warnings":[');
      desk.writePlans(frame, rows);
      rows.writeAscii("]}\n");
      return true;
    } catch (error) {
      rows.cutTo(before);
      if (error instanceof CalendarRangeError) return false;
      throw error;
    }
  }
}
