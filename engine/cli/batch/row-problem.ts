import type { Problem } from "../../source/problem.ts";

/** A problem of a row: in place of a file's line, the column in the row. */
export interface RowProblem extends Omit<Problem, "place" | "related"> {
  /**
   * Where in the line it is. In NDJSON a character of the line, in CSV a cell, each counted from 1. Left out where it is
   * about all of the line.
   */
  readonly column?: number;
  /** What the column is called, in CSV. */
  readonly columnName?: string;
  readonly related?: readonly { readonly column: number; readonly message: string }[];
}

/** A problem with its column in the row, and what that is called. */
export function rowProblem(problem: Problem, column?: number, columnName?: string): RowProblem {
  const { code, severity, message, expected, nearest, remedy, related = [] } = problem;
  return {
    code,
    severity,
    message,
    ...(column === undefined ? {} : { column }),
    ...(columnName === undefined ? {} : { columnName }),
    ...(expected === undefined ? {} : { expected }),
    ...(nearest === undefined ? {} : { nearest }),
    remedy,
    ...(related.length === 0
      ? {}
      : { related: related.map(({ place, message: says }) => ({ column: place.column, message: says })) }),
  };
}

/** The key of a case that a problem without a place is about. */
export function keyOf({ code }: Problem): "asOf" | "revision" | "readings" | undefined {
  switch (code) {
    case "not-a-date":
      return "asOf";
    case "unknown-revision":
      return "revision";
    case "unknown-interpretation":
    case "unknown-alternative":
    case "reading-not-switchable":
      return "readings";
    default:
      return undefined;
  }
}
