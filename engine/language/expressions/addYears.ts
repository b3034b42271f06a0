import { addYears as add } from "../../calendar/arithmetic.ts";
import { addMonthsTo } from "../smt/shift.ts";
import type { Value } from "../value.ts";
import { type Rounding, shiftedDate, shiftOperands } from "./dates.ts";
import { type FunctionRow, numbers } from "./expression.ts";

/** A date moved by a number of years. */
export interface AddYears {
  addYears: {
    /** The date to start from. */
    to: Value;
    /** How many years. */
    years: Value;
    /** Where the month arrived at lacks the day: `up` to the first of the next month, or `down` to its own last day. */
    rounding: Rounding;
  };
}

/** The row of `addYears`. */
export const addYears: FunctionRow<AddYears["addYears"]> = {
  family: "function",
  name: "addYears",
  operands: (body) => shiftOperands(body.to, "years", body.years),
  type: (types) => shiftedDate(types, "years"),
  apply: (operands, body) => {
    const given = numbers(operands);
    return add(given[0] ?? 0, given[1] ?? 0, body.rounding);
  },
  smt: ([date, years], body, context) => addMonthsTo(date, years, 12, body.rounding, context),
  phrase: ([date, years]) => `${years} ${years === "1" ? "year" : "years"} after ${date}`,
};
