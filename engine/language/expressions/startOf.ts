import { startOf as edge } from "../../calendar/arithmetic.ts";
import { edgeOf } from "../smt/period.ts";
import type { Value } from "../value.ts";
import { dateFrom, type Period } from "./dates.ts";
import { type FunctionRow, numbers } from "./expression.ts";

/** The first day of the month, quarter or year that a date falls in. */
export interface StartOf {
  startOf: {
    /** The period. */
    period: Period;
    /** The date that falls in it. */
    of: Value;
  };
}

/** The row of `startOf`. */
export const startOf: FunctionRow<StartOf["startOf"]> = {
  family: "function",
  name: "startOf",
  operands: (body) => [{ key: "of", value: body.of }],
  type: dateFrom,
  apply: (operands, body) => {
    return edge(body.period, numbers(operands)[0] ?? 0);
  },
  smt: ([date], body, context) => edgeOf(date, body.period, "start", context),
  phrase: ([date], body) => `the first day of the ${body.period} of ${date}`,
};
