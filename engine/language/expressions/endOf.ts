import { endOf as edge } from "../../calendar/arithmetic.ts";
import { edgeOf } from "../smt/period.ts";
import type { Value } from "../value.ts";
import { dateFrom, type Period } from "./dates.ts";
import { type FunctionRow, numbers } from "./expression.ts";

/** The last day of the month, quarter or year that a date falls in. */
export interface EndOf {
  endOf: {
    /** The period. */
    period: Period;
    /** The date that falls in it. */
    of: Value;
  };
}

/** The row of `endOf`. */
export const endOf: FunctionRow<EndOf["endOf"]> = {
  family: "function",
  name: "endOf",
  operands: (body) => [{ key: "of", value: body.of }],
  type: dateFrom,
  apply: (operands, body) => {
    return edge(body.period, numbers(operands)[0] ?? 0);
  },
  smt: ([date], body, context) => edgeOf(date, body.period, "end", context),
  phrase: ([date], body) => `the last day of the ${body.period} of ${date}`,
};
