import { known, lessValue } from "../smt/symbolic.ts";
import type { Operator } from "./operator.ts";
import { around, withoutValue } from "./operator.ts";

/** The left date comes before the right one. */
export const before: Operator = {
  name: "before",
  takes: ["date"],
  right: "same",
  test: (left, right) =>
    typeof left === "number" && typeof right === "number" ? left < right : withoutValue(left, right),
  smt: (left, right) => known(left, right, () => lessValue(left, right)),
  negation: "onOrAfter",
  boundaries: around,
  phrase: "is before",
  jsonRulesEngine: "lessThan",
};
