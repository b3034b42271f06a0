import type { Value } from "../value.ts";
import type { ValueType } from "../value-type.ts";
import { firstUnlike, type OperandEntry, type TypeComplaint } from "./expression.ts";

/** What happens where the month arrived at lacks the day: on to its next day, or back to its last. */
export type Rounding = "up" | "down";

/** A period of the calendar. */
export type Period = "month" | "quarter" | "year";

/** The type of a function that moves a date by a whole number of some unit of time. */
export function shiftedDate(types: readonly ValueType[], unit: string): ValueType | TypeComplaint {
  const [date, amount] = types;
  const complaint = date && firstUnlike([date], "date", "a date");
  if (complaint) return complaint;
  if (amount?.kind !== "number" || !amount.integer || (amount.unit ?? unit) !== unit) {
    return { operand: 1, expected: `a whole number of ${unit}` };
  }
  return { kind: "date" };
}

/** The operands of a function that moves a date. */
export function shiftOperands(to: Value, unit: string, amount: Value): readonly OperandEntry[] {
  return [
    { key: "to", value: to },
    { key: unit, value: amount },
  ];
}

/** The type of a function from one date, or several, to a date. */
export function dateFrom(types: readonly ValueType[]): ValueType | TypeComplaint {
  return firstUnlike(types, "date", "a date") ?? { kind: "date" };
}
