import { known, lessValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left number is smaller than the right one. */
export const lessThan: Operator = {
  name: "lessThan",
  takes: ["number"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left < right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => lessValue(left, right)),
  negation: "greaterThanInclusive",
  boundaries: around,
  phrase: "is less than",
  jsonRulesEngine: "lessThan",
};
