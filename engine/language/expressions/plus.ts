import { total } from "../decimal.ts";
import { symbolicNumbers } from "../smt/fold.ts";
import { sumOf } from "../smt/number.ts";
import type { Value } from "../value.ts";
import { type FunctionRow, listed, numbers } from "./expression.ts";
import { sameUnit } from "./numbers.ts";

/** The sum of several numbers of one unit. */
export interface Plus {
  /**
   * The numbers.
   * @minItems 2
   */
  plus: Value[];
}

/** The row of `plus`. */
export const plus: FunctionRow<Plus["plus"]> = {
  family: "function",
  name: "plus",
  operands: listed,
  type: sameUnit,
  apply: (operands) => total(numbers(operands)),
  smt: (terms) => sumOf(symbolicNumbers(terms), "false"),
  phrase: (terms) => terms.join(" plus "),
};
