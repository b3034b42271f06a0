import { extremeOf } from "../smt/fold.ts";
import { lessValue } from "../smt/symbolic.ts";
import { type AggregateRow, numbers } from "./expression.ts";
import type { ListBody } from "./list-body.ts";

/** The smallest number or earliest date of a field over the elements of a list; none for an empty list. */
export interface Min {
  min: ListBody;
}

/** The row of `min`. */
export const min: AggregateRow = {
  family: "aggregate",
  name: "min",
  takes: ["number", "date"],
  type: (field) => field,
  fold: (values) => (values.length === 0 ? null : Math.min(...numbers(values))),
  smt: (elements) => extremeOf(elements, (value, best) => lessValue(value, best)),
  phrase: (field, list, kind) => `the ${kind === "date" ? "earliest" : "least"} ${field} in ${list}`,
};
