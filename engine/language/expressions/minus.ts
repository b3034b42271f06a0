import { add } from "../decimal.ts";
import { symbolicNumbers } from "../smt/fold.ts";
import { literalNumber, productOf, sumOf } from "../smt/number.ts";
import type { Value } from "../value.ts";
import { type FunctionRow, listed, numbers } from "./expression.ts";
import { sameUnit } from "./numbers.ts";

/** One number less another of the same unit. */
export interface Minus {
  /**
   * The number, and what is taken from it.
   * @minItems 2
   * @maxItems 2
   */
  minus: Value[];
}

/** The row of `minus`. */
export const minus: FunctionRow<Minus["minus"]> = {
  family: "function",
  name: "minus",
  operands: listed,
  type: sameUnit,
  apply: (operands) => {
    const [from = 0, taken = 0] = numbers(operands);
    return add(from, -taken);
  },
  smt: (operands) => {
    const [from = literalNumber(0), taken = literalNumber(0)] = symbolicNumbers(operands);
    return sumOf([from, productOf([literalNumber(-1), taken], "false")], "false");
  },
  phrase: ([from, taken]) => `${from} less ${taken}`,
};
