import { known, lessValue } from "../smt/symbolic.ts";
import { not } from "../smt/term.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left number is at most the right one. */
export const lessThanInclusive: Operator = {
  name: "lessThanInclusive",
  takes: ["number"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left <= right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => not(lessValue(right, left))),
  negation: "greaterThan",
  boundaries: around,
  phrase: "is at most",
  jsonRulesEngine: "lessThanInclusive",
};
