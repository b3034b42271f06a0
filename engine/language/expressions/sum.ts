import { total } from "../decimal.ts";
import { symbolicNumbers } from "../smt/fold.ts";
import { chooseNumber, literalNumber, sumOf } from "../smt/number.ts";
import { and, not } from "../smt/term.ts";
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
  smt: (elements) => {
    const values = symbolicNumbers(elements.map(({ value }) => value));
    const terms = values.map((value, at) =>
      chooseNumber(and(elements[at]?.counts ?? "false", not(value.none)), value, literalNumber(0), "false"),
    );
    return sumOf(terms, "false");
  },
  phrase: (field, list) => `the sum of ${field} over ${list}`,
};
