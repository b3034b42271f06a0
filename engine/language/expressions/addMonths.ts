import { addMonths as add } from "../../calendar/arithmetic.ts";
import { addMonthsTo } from "../smt/shift.ts";
import type { Value } from "../value.ts";
import { type Rounding, shiftedDate, shiftOperands } from "./dates.ts";
import { type FunctionRow, numbers } from "./expression.ts";

/** A date moved by a number of months. */
export interface AddMonths {
  addMonths: {
    /** The date to start from. */
    to: Value;
    /** How many months. */
    months: Value;
    /** Where the month arrived at lacks the day: `up` to the first of the next month, or `down` to its own last day. */
    rounding: Rounding;
  };
}

/** The row of `addMonths`. */
export const addMonths: FunctionRow<AddMonths["addMonths"]> = {
  family: "function",
  name: "addMonths",
  operands: (body) => shiftOperands(body.to, "months", body.months),
  type: (types) => shiftedDate(types, "months"),
  apply: (operands, body) => {
    const given = numbers(operands);
    return add(given[0] ?? 0, given[1] ?? 0, body.rounding);
  },
  smt: ([date, months], body, context) => addMonthsTo(date, months, 1, body.rounding, context),
  phrase: ([date, months]) => `${months} ${months === "1" ? "month" : "months"} after ${date}`,
};
