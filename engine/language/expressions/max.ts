import { extremeOf } from "../smt/fold.ts";
import { lessValue } from "../smt/symbolic.ts";
import { type AggregateRow, numbers } from "./expression.ts";
import type { ListBody } from "./list-body.ts";

/** The largest number or latest date of a field over the elements of a list; none for an empty list. */
export interface Max {
  max: ListBody;
}

/** The row of `max`. */
export const max: AggregateRow = {
  family: "aggregate",
  name: "max",
  takes: ["number", "date"],
  type: (field) => field,
  fold: (values) => (values.length === 0 ? null : Math.max(...numbers(values))),
  smt: (elements) => extremeOf(elements, (value, best) => lessValue(best, value)),
  phrase: (field, list, kind) => `the ${kind === "date" ? "latest" : "greatest"} ${field} in ${list}`,
};
