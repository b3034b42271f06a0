import type { Place } from "../place.ts";
import type { Problem } from "../problem.ts";

/** What is wrong in one place of the form of a document. */
export interface Finding {
  readonly problem: Problem;
  /** How far it reaches: what the library reports within is only a consequence. */
  readonly reach: number;
  readonly repair?: Repair;
  /** Whether it says no more than that something is wrong: behind another mistake that is most often a consequence. */
  readonly vague?: boolean;
  /** Whether it is about how far lines are indented: a tab, which counts for nothing, makes those around it look wrong. */
  readonly ofIndentation?: "tab" | "depth";
}

/**
 * A stretch of text to be replaced, character by character, so that the rest of the document can be read and the other
 * mistakes in it be found: one quote that is never closed swallows all that follows.
 */
export interface Repair {
  readonly problem: Problem;
  readonly start: number;
  readonly end: number;
  readonly filler: string;
}

/** A finding of the most common code. */
export function misspelt(
  message: string,
  place: Place,
  remedy: string,
  reach: number,
  related?: Problem["related"],
): Finding {
  const problem: Problem = { code: "yaml-syntax", severity: "error", message, place, remedy };
  return { problem: related === undefined ? problem : { ...problem, related }, reach };
}

/** The same finding, with a way to read on behind it. */
export function repairable(finding: Finding, start: number, end: number, filler: string): Finding {
  return { ...finding, repair: { problem: finding.problem, start, end, filler } };
}
