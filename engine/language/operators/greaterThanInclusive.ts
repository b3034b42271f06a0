import { known, lessValue } from "../smt/symbolic.ts";
import { not } from "../smt/term.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left number is at least the right one. */
export const greaterThanInclusive: Operator = {
  name: "greaterThanInclusive",
  takes: ["number"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left >= right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => not(lessValue(left, right))),
  negation: "lessThan",
  boundaries: around,
  phrase: "is at least",
  jsonRulesEngine: "greaterThanInclusive",
};
