import { percentage as percent } from "../decimal.ts";
import { symbolicNumbers } from "../smt/fold.ts";
import { literalNumber, productOf, quotientOf } from "../smt/number.ts";
import type { Value } from "../value.ts";
import { type FunctionRow, isComplaint, numbers } from "./expression.ts";
import { sameUnit } from "./numbers.ts";

/** One number in percent of another of the same unit; none where the whole is zero. It is not rounded. */
export interface Percentage {
  percentage: {
    /** The number that is told in percent. */
    part: Value;
    /** What it is a part of: the hundred percent. */
    whole: Value;
  };
}

/** The row of `percentage`. */
export const percentage: FunctionRow<Percentage["percentage"]> = {
  family: "function",
  name: "percentage",
  operands: (body) => [
    { key: "part", value: body.part },
    { key: "whole", value: body.whole },
  ],
  type: (types) => {
    const type = sameUnit(types);
    return isComplaint(type) ? type : { kind: "number", unit: "percent", integer: false };
  },
  apply: (operands) => {
    const [part = 0, whole = 0] = numbers(operands);
    return whole === 0 ? null : percent(part, whole);
  },
  smt: (operands) => {
    const [part = literalNumber(0), divisor = literalNumber(0)] = symbolicNumbers(operands);
    return quotientOf(productOf([literalNumber(100), part], "false"), divisor, "false");
  },
  phrase: ([part, whole]) => `${part} as a percentage of ${whole}`,
};
