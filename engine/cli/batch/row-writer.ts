import type { Decided, Result } from "../../language/result.ts";
import type { RowProblem } from "./row-problem.ts";

/** A line that could not be decided. */
export interface Failure {
  readonly line: number;
  /** Where the first problem stands: a character of the line, or the number of a cell in CSV, from 1. */
  readonly column?: number;
  /** What the column of that cell is called. */
  readonly columnName?: string;
  /** The name of the case, where that much could be read. */
  readonly case: string | undefined;
  readonly problems: readonly RowProblem[];
}

/** Writes the rows of a batch, each with its line break. */
export interface RowWriter {
  /** What stands before the first row. */
  readonly heading: string;
  /** The row for the decisions about a case. */
  readonly decided: (decided: Decided, line: number) => string;
  /** The row for all of a result, or for what it says of the clauses where that is all that was asked for. */
  readonly evaluated: (result: Result, line: number) => string;
  readonly failed: (failure: Failure) => string;
}
