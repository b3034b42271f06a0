import type { Condition } from "../condition.ts";
import type { FactId } from "../primitives.ts";
import { chooseNumber, literalNumber, sumOf } from "../smt/number.ts";
import type { AggregateRow } from "./expression.ts";

/** How many elements of a list there are. */
export interface Count {
  count: {
    /** A fact that is a list. */
    in: FactId;
    /** Which elements count; all of them, where left out. */
    where?: Condition;
  };
}

/** The row of `count`. */
export const count: AggregateRow = {
  family: "aggregate",
  name: "count",
  takes: [],
  type: () => ({ kind: "number", unit: undefined, integer: true }),
  fold: (values) => values.length,
  smt: (elements) =>
    sumOf(
      elements.map(({ counts }) => chooseNumber(counts, literalNumber(1), literalNumber(0), "false")),
      "false",
    ),
  phrase: (_field, list) => `the number of elements in ${list}`,
};
