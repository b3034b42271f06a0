import { product } from "../decimal.ts";
import { symbolicNumbers } from "../smt/fold.ts";
import { productOf } from "../smt/number.ts";
import type { Value } from "../value.ts";
import { type FunctionRow, firstUnlike, listed, numbers } from "./expression.ts";
import { numberTypes } from "./numbers.ts";

/** The product of several numbers, of which at most one has a unit. */
export interface Times {
  /**
   * The numbers.
   * @minItems 2
   */
  times: Value[];
}

/** The row of `times`. */
export const times: FunctionRow<Times["times"]> = {
  family: "function",
  name: "times",
  operands: listed,
  type: (types) => {
    const complaint = firstUnlike(types, "number", "a number");
    if (complaint) return complaint;
    const withUnit = types.flatMap((type, at) => (type.kind === "number" && type.unit !== undefined ? [at] : []));
    const second = withUnit[1];
    if (second !== undefined) return { operand: second, expected: "a bare number, since another already has a unit" };
    const of = numberTypes(types);
    return {
      kind: "number",
      unit: of.find((type) => type.unit !== undefined)?.unit,
      integer: of.every((type) => type.integer),
    };
  },
  apply: (operands) => product(numbers(operands)),
  smt: (factors) => productOf(symbolicNumbers(factors), "false"),
  phrase: (factors) => factors.join(" times "),
};
