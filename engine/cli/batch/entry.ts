import type { Locate } from "../../evaluate/facts.ts";
import type { LocateInput } from "../../evaluate/input-places.ts";
import type { BatchLine } from "../batch-line.ts";

/**
 * Where the parts of a case stand in its line. In CSV, the column of a place is the number of the cell, and nothing else
 * of it counts.
 */
export interface Places {
  readonly locate: Locate;
  /** Where what stands beside the facts does. */
  readonly locateInput: LocateInput;
}

/** A line that is not blank, read as a case. */
export interface Entry {
  readonly line: number;
  readonly read: BatchLine;
  /** Where its parts stand; only asked for where something is wrong with one. */
  readonly places: () => Places;
  /** The row that is made straight of the bytes of the line, to be held to the one made of the case; nothing where none is. */
  readonly ofBytes?: () => string | undefined;
}

/** The same cases, each with the row that is made straight of the bytes. */
export function* withRow(entries: Iterable<Entry>, ofBytes: () => string | undefined): Generator<Entry> {
  for (const entry of entries) yield { ...entry, ofBytes };
}

/** The places of a line of which nothing can be said. */
export function noPlaces(): Places {
  return { locate: () => undefined, locateInput: () => undefined };
}
