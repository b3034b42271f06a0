import { foldValues } from "../smt/fold.ts";
import { lessValue } from "../smt/symbolic.ts";
import type { Value } from "../value.ts";
import { dateFrom } from "./dates.ts";
import { type FunctionRow, joined, listed, numbers } from "./expression.ts";

/** The latest of several dates; none where one of them is none. */
export interface Latest {
  /**
   * The dates.
   * @minItems 2
   */
  latest: Value[];
}

/** The row of `latest`. */
export const latest: FunctionRow<Latest["latest"]> = {
  family: "function",
  name: "latest",
  operands: listed,
  type: dateFrom,
  apply: (operands) => Math.max(...numbers(operands)),
  smt: (dates) => foldValues(dates, (date, best) => lessValue(best, date)),
  phrase: (dates) => `the latest of ${joined(dates, "and")}`,
};
