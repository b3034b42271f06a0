import type { Locate } from "../../evaluate/facts.ts";
import type { BatchLine } from "../batch-line.ts";

/** Where the parts of a case stand in its line: only asked for where something is wrong with one. */
export interface Columns {
  readonly locate: Locate;
  /** Where the value of a key of the case stands, from 1; nothing where the case hasn't got it. */
  readonly ofKey: (key: "asOf" | "revision" | "readings") => number | undefined;
  /** What a column is called; nothing where columns have no names. */
  readonly nameOf: (column: number) => string | undefined;
}

/** A line that is not blank, read as a case. */
export interface Entry {
  readonly line: number;
  readonly read: BatchLine;
  readonly columns: () => Columns;
}

/** The columns of a line of which nothing can be said. */
export function noColumns(): Columns {
  return { locate: () => undefined, ofKey: () => undefined, nameOf: () => undefined };
}
