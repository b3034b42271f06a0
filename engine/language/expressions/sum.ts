import { total } from "../decimal.ts";
import { type AggregateRow, numbers } from "./expression.ts";
import type { ListBody } from "./list-body.ts";

/** The total of a field over the elements of a list; 0 for an empty list. */
export interface Sum {
  sum: ListBody;
}

/** The row of `sum`. */
export const sum: AggregateRow = {
  family: "aggregate",
  name: "sum",
  takes: ["number"],
  type: (field) => field,
  fold: (values) => total(numbers(values)),
  phrase: (field, list) => `the sum of ${field} over ${list}`,
};
