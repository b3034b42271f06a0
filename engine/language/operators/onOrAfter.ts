import { known, lessValue } from "../smt/symbolic.ts";
import { not } from "../smt/term.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left date is the right one or comes after it. */
export const onOrAfter: Operator = {
  name: "onOrAfter",
  takes: ["date"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left >= right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => not(lessValue(left, right))),
  negation: "before",
  boundaries: around,
  phrase: "is on or after",
  jsonRulesEngine: "greaterThanInclusive",
};
