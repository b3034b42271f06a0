import { known, lessValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left number is larger than the right one. */
export const greaterThan: Operator = {
  name: "greaterThan",
  takes: ["number"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left > right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => lessValue(right, left)),
  negation: "lessThanInclusive",
  boundaries: around,
  phrase: "is more than",
  jsonRulesEngine: "greaterThan",
};
