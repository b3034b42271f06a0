import { addDays as add } from "../../calendar/arithmetic.ts";
import { addDaysTo } from "../smt/shift.ts";
import type { Value } from "../value.ts";
import { shiftedDate, shiftOperands } from "./dates.ts";
import { type FunctionRow, numbers } from "./expression.ts";

/** A date moved by a number of calendar days. */
export interface AddDays {
  addDays: {
    /** The date to start from; that day itself is not counted. */
    to: Value;
    /** How many days. */
    days: Value;
  };
}

/** The row of `addDays`. */
export const addDays: FunctionRow<AddDays["addDays"]> = {
  family: "function",
  name: "addDays",
  operands: (body) => shiftOperands(body.to, "days", body.days),
  type: (types) => shiftedDate(types, "days"),
  apply: (operands) => {
    const given = numbers(operands);
    return add(given[0] ?? 0, given[1] ?? 0);
  },
  smt: ([date, days], _body, context) => addDaysTo(date, days, context),
  phrase: ([date, days]) => `${days} ${days === "1" ? "day" : "days"} after ${date}`,
};
