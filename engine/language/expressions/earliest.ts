import { foldValues } from "../smt/fold.ts";
import { lessValue } from "../smt/symbolic.ts";
import type { Value } from "../value.ts";
import { dateFrom } from "./dates.ts";
import { type FunctionRow, joined, listed, numbers } from "./expression.ts";

/** The earliest of several dates; none where one of them is none. */
export interface Earliest {
  /**
   * The dates.
   * @minItems 2
   */
  earliest: Value[];
}

/** The row of `earliest`. */
export const earliest: FunctionRow<Earliest["earliest"]> = {
  family: "function",
  name: "earliest",
  operands: listed,
  type: dateFrom,
  apply: (operands) => Math.min(...numbers(operands)),
  smt: (dates) => foldValues(dates, (date, best) => lessValue(date, best)),
  phrase: (dates) => `the earliest of ${joined(dates, "and")}`,
};
