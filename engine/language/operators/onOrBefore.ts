import { known, lessValue } from "../smt/symbolic.ts";
import { not } from "../smt/term.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left date is the right one or comes before it. */
export const onOrBefore: Operator = {
  name: "onOrBefore",
  takes: ["date"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left <= right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => not(lessValue(right, left))),
  negation: "after",
  boundaries: around,
  phrase: "is on or before",
  jsonRulesEngine: "lessThanInclusive",
};
